"""How a directive speaks, so that the report answers in its words: read from its text, never from its name."""

from dataclasses import dataclass

from bluezone_desk.domain.figures import Share
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper.wording_blocks import counted
from bluezone_desk.paper.wording_formula import app_names


@dataclass(frozen=True, slots=True)
class Manner:
    """The verbs of one report. `asks_progress` puts the progress first and the entries second."""

    recording: str
    installing: str
    again: str
    guides_visitors: bool
    asks_progress: bool

    @property
    def flow_title(self) -> str:
        """The heading over who came and went."""
        if self.recording == "ghi nhận":
            return "TÌNH HÌNH CHUNG"
        return f"KẾT QUẢ {self.recording.upper()} RA, VÀO TRỤ SỞ"

    def checks_title(self, programmes: tuple[Programme, ...]) -> str:
        """The heading over the results of the app checks."""
        if self.installing == "cài đặt" or not programmes:
            return "KẾT QUẢ KIỂM TRA ỨNG DỤNG"
        return f"KẾT QUẢ {self.installing.upper()} {'CÁC ỨNG DỤNG' if len(programmes) > 1 else 'ỨNG DỤNG'}"

    def subject(self, programmes: tuple[Programme, ...], period: str) -> str:
        """Box 5a: what the report is about, with the day or period it covers."""
        apps = app_names(programmes)
        recorded = f"{self.recording} hoạt động ra, vào trụ sở"
        if not apps:
            return f"Kết quả {recorded} {period}"
        if self.asks_progress:
            return f"Tiến độ {self.installing} {apps} và kết quả {recorded} {period}"
        return f"Kết quả {recorded} và việc {self.installing} {apps} {period}"


def manner_of(directive: Directive) -> Manner:
    """The manner of the directive's subject and note; a plain one when it says nothing."""
    words = one_line(f"{directive.subject} {directive.note}").casefold()
    guides = "hướng dẫn khách" in words
    again = "kích hoạt lại" if "kích hoạt lại" in words else "bật lại"
    if again == "kích hoạt lại":
        installing = "cài đặt, kích hoạt lại"
    elif guides:
        installing = "hướng dẫn khách cài đặt"
    elif "và chạy" in words:
        installing = "cài đặt, chạy"
    else:
        installing = "cài đặt"
    return Manner(
        recording="kiểm soát, ghi nhận" if "kiểm soát" in words else "ghi nhận",
        installing=installing,
        again=again,
        guides_visitors=guides,
        asks_progress="tiến độ" in words,
    )


def together_sentence(programmes: tuple[Programme, ...], together: Share, shown: str) -> str:
    """How many run every app of several, "" for a single one; `shown` is the share as it is written."""
    if len(programmes) < 2 or together.of == 0:
        return ""
    names = app_names(programmes).removeprefix("các ứng dụng ")
    all_of_them = "cả hai ứng dụng" if len(programmes) == 2 else f"cả {counted(len(programmes))} ứng dụng"
    if together.count == 0:
        return f"Chưa lượt khách nào chạy đủ {all_of_them} {names}: {shown}."
    able = f"tính trên lượt khách có máy cài được {all_of_them}"
    return f"Số lượt khách chạy đủ {all_of_them} {names}: {shown}, {able}."
