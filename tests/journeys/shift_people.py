"""Two hundred invented people, their cards of both generations, and the lines the book must hold of them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
GIVEN = (
    ("Văn Tuấn", "Thị Hường"),
    ("Đức Bằng", "Thị Ngọc Ánh"),
    ("Hữu Nghĩa", "Thị Lý"),
    ("Quốc Việt", "Thùy Dương"),
)
PROVINCES = ("001", "017", "031", "036", "048", "079", "092")
STATES = ("running", "reactivated", "installed_here", "not_installed", "unsupported", "declined")


@dataclass(frozen=True)
class Visitor:
    """Somebody with a card."""

    name: str
    id_number: str
    is_woman: bool
    phone: str

    @property
    def card(self) -> str:
        """The text of the card of 2021."""
        return "|".join((self.id_number, "", self.name, *self._facts, "01052021"))

    @property
    def new_card(self) -> str:
        """The text of the card of 2024."""
        return "|".join((self.id_number, "", self.name, *self._facts, "20082024", "", "", "", ""))

    @property
    def _facts(self) -> tuple[str, str, str]:
        return f"150819{self.id_number[4:6]}", "Nữ" if self.is_woman else "Nam", "Xã Mẫu, Hà Nội"


@dataclass
class Line:
    """What one line of the book must say."""

    name: str
    id_number: str
    host: str
    state: str
    is_inside: bool = True
    is_voided: bool = False

    @property
    def told(self) -> tuple[str, str, str, str, bool, bool]:
        return self.name, self.id_number, self.host, self.state, self.is_inside, self.is_voided


def visitors() -> Iterator[Visitor]:
    """No two alike; every number ends in 000000, which no real number does."""
    numbers = itertools.product(range(60, 100), PROVINCES)
    for place, (year, province) in enumerate(numbers):
        is_woman = place % 2 == 1
        given = GIVEN[place // 10 % 4][is_woman]
        name = f"{FAMILIES[place % 10]} {given}"
        if place >= 40:
            name += f" {('Anh', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà')[place // 40 - 1]}"
        yield Visitor(name, f"{province}{int(is_woman)}{year}000000", is_woman, f"09{place:03d}{place * 7:05d}")


def pasted(names: list[str]) -> str:
    """A list as it stands in a letter: numbered, with titles, blank lines and one line twice."""
    lines = [
        f"{number}. Ông {name}" if number % 3 else f"{number}) {name}" for number, name in enumerate(names, 1)
    ]
    return "\n\n".join([*lines, f"- {names[0]}"])


def told_by(shape: dict[str, object]) -> tuple[object, ...]:
    """The same of a line as `visits --json` tells it."""
    checks = shape["checks"]
    assert isinstance(checks, dict)
    is_inside = shape["left_at"] is None and not shape["voided"]
    host = shape["host"] or shape["department"]
    return shape["name"], shape["id_number"], host, checks["bluezone"], is_inside, shape["voided"]
