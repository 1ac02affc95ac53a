"""What a command left: its exit code, what it said, and its JSON lines; and two invented cards."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

CARD = "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Số 0, Phố Thử Nghiệm, Phường Ví Dụ, Hà Nội|01052021"
OTHER_CARD = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Tổ 0, Khu phố 0, Thành phố Hồ Chí Minh|10102022"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def results(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def codes(self) -> list[str]:
        return [result.get("code", "ok") for result in self.results]


Run = Callable[..., Ended]
