"""Invented visitors: names from syllable lists in realistic shares, numbers that were never issued."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

#: Shares as in the province, where Bùi, Đinh, Quách, Hà and Xa are common.
_SURNAMES = {
    "Nguyễn": 30, "Bùi": 17, "Trần": 8, "Lê": 7, "Đinh": 7, "Phạm": 6, "Hoàng": 4, "Quách": 4, "Hà": 4, "Vũ": 4,
    "Đỗ": 2, "Đặng": 2, "Ngô": 2, "Xa": 1, "Lò": 1, "Phan": 1, "Dương": 1,
}  # fmt: skip
_MEN_MIDDLE = {
    "Văn": 40, "Đức": 9, "Minh": 8, "Quang": 8, "Hữu": 6,
    "Xuân": 6, "Ngọc": 5, "Công": 5, "Thanh": 4, "": 2,
}  # fmt: skip
_WOMEN_MIDDLE = {
    "Thị": 55, "Thị Thu": 7, "Ngọc": 7, "Thị Hồng": 6, "Thu": 5,
    "Thanh": 5, "Phương": 4, "Minh": 4, "Bích": 3,
}  # fmt: skip
_MEN = (
    "Tuấn", "Hùng", "Dũng", "Nam", "Hải", "Sơn", "Long", "Cường", "Thắng", "Đạt", "Hòa", "Huy",
    "Khánh", "Lâm", "Phúc", "Quân", "Tùng", "Việt", "Toàn", "Trường", "Bình", "An", "Đông",
)  # fmt: skip
_WOMEN = (
    "Hương", "Lan", "Hoa", "Hà", "Thủy", "Trang", "Linh", "Ngân", "Nga", "Mai", "Yến", "Hạnh",
    "Thảo", "Hiền", "Oanh", "Nhung", "Huyền", "Loan", "Ánh", "Vân", "Bình", "Xuân", "Diệp",
)  # fmt: skip
#: Province of birth registration: most from here, the rest from around.
_PROVINCES = {"017": 62, "001": 12, "025": 7, "014": 5, "038": 5, "037": 4, "035": 3, "036": 2}
_PLACES = ("Phường Bến Gốm", "Xã Thung Mây", "Xã Đồng Nếp", "Phường Đồi Xanh", "Xã Suối Trong")
#: The number's century digit begins here.
_FIRST_BIRTHDAY = date(1900, 1, 1)
#: No card of the kind that carries a code was issued earlier.
_FIRST_CODED_CARD = date(2021, 3, 1)


@dataclass(frozen=True, slots=True)
class Visitor:
    """One invented person; `card` is what a scanner would read, "" for one who shows no card."""

    name: str
    phone: str
    organisation: str
    card: str
    id_number: str


class Crowd:
    """Makes visitors who share no number; the same random source makes the same crowd."""

    def __init__(self, random: Random, day: date, organisations: tuple[str, ...]) -> None:
        self._random = random
        self._day = day
        self._organisations = organisations
        self._numbers: set[str] = set()
        self._phones = 0

    def visitor(self) -> Visitor:
        is_woman = self._random.random() < 0.46
        name = self._name(is_woman)
        shows_card = self._random.random() < 0.62
        id_number, card = self._card(name, is_woman) if shows_card else ("", "")
        gives_phone = not card or self._random.random() < 0.7
        comes_for_someone = self._random.random() < 0.68
        organisation = self._random.choice(self._organisations) if comes_for_someone else ""
        return Visitor(name, self._phone() if gives_phone else "", organisation, card, id_number)

    def _name(self, is_woman: bool) -> str:
        surname = self._drawn(_SURNAMES)
        middle = self._drawn(_WOMEN_MIDDLE if is_woman else _MEN_MIDDLE)
        given = self._random.choice(_WOMEN if is_woman else _MEN)
        return " ".join(part for part in (surname, middle, given) if part)

    def _drawn(self, shares: dict[str, int]) -> str:
        return self._random.choices(list(shares), list(shares.values()))[0]

    def _phone(self) -> str:
        self._phones += 1
        return f"0900{self._phones:06d}"

    def _card(self, name: str, is_woman: bool) -> tuple[str, str]:
        """A number whose serial 000000 was never issued, and the card's text; nothing when none is left."""
        for _ in range(20):
            born = self._birthday()
            century_and_sex = 2 * ((born.year - 1900) // 100) + is_woman
            number = f"{self._drawn(_PROVINCES)}{century_and_sex}{born.year % 100:02d}000000"
            if number not in self._numbers:
                self._numbers.add(number)
                return number, self._card_text(number, name, born, is_woman)
        return "", ""

    def _birthday(self) -> date:
        age_days = int(self._random.triangular(19, 72, 37) * 365.25)
        return max(self._day - timedelta(days=age_days), _FIRST_BIRTHDAY)

    def _card_text(self, number: str, name: str, born: date, is_woman: bool) -> str:
        issued = ""
        if self._day > _FIRST_CODED_CARD:
            days = (self._day - _FIRST_CODED_CARD).days
            issued = f"{_FIRST_CODED_CARD + timedelta(days=self._random.randrange(min(days, 1000))):%d%m%Y}"
        sex = "Nữ" if is_woman else "Nam"
        address = f"Tổ {self._random.randrange(1, 15)}, {self._random.choice(_PLACES)}, Hòa Bình"
        return f"{number}||{name}|{born:%d%m%Y}|{sex}|{address}|{issued}"
