"""Five invented offices, one under each directive that is shipped: who they are, and how their heads sign."""

from dataclasses import dataclass, replace
from datetime import date

from bluezone_desk.demo.office import demo_office
from bluezone_desk.domain.office import Directive, Office, Signatory

_STTTT = "Sở Thông tin và Truyền thông"


@dataclass(frozen=True, slots=True)
class Province:
    """One office of the set. `first` to `last` are the days it works; the last is the day it reports."""

    directive: str
    first: date
    last: date
    visits: int
    parent: str
    name: str
    symbol: str
    place: str
    addressee: str
    recipients: tuple[str, ...]
    archive: str
    signatory: Signatory
    number: str

    def office(self, kept: Office, directive: Directive) -> Office:
        """The office under its directive."""
        return replace(
            demo_office(kept, directive),
            name=self.name,
            parent=self.parent,
            symbol=self.symbol,
            place=self.place,
            addressee=self.addressee,
            recipients=self.recipients,
            archive=self.archive,
            signatory=self.signatory,
        )


PROVINCES = (
    Province(
        "hoa-binh-1287",
        date(2020, 8, 5),
        date(2020, 8, 5),
        64,
        "UBND tỉnh Hòa Bình",
        _STTTT,
        "STTTT",
        "Hòa Bình",
        "UBND tỉnh Hòa Bình",
        ("Lãnh đạo Sở",),
        "VT, VP",
        Signatory("Bùi Đức Mẫn", "Chánh Văn phòng", "TL.", "Giám đốc"),
        "86",
    ),
    Province(
        "kien-giang-1119",
        date(2020, 8, 21),
        date(2020, 8, 21),
        41,
        "UBND tỉnh Kiên Giang",
        _STTTT,
        "STTTT",
        "Kiên Giang",
        "UBND tỉnh Kiên Giang",
        ("Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở"),
        "VT, VP",
        Signatory("Danh Thị Mẫu", "Phó Giám đốc", "KT.", "Giám đốc"),
        "",
    ),
    Province(
        "quang-ngai-2021",
        date(2021, 2, 1),
        date(2021, 2, 1),
        37,
        f"{_STTTT} Quảng Ngãi",
        "Trung tâm Công nghệ thông tin và Truyền thông",
        "TTCNTTTT",
        "Quảng Ngãi",
        f"{_STTTT} tỉnh Quảng Ngãi",
        ("Ban Giám đốc Trung tâm",),
        "VT, HCTH",
        Signatory("Phạm Văn Mẫu", "Giám đốc"),
        "05",
    ),
    Province(
        "dak-nong-2021",
        date(2021, 5, 12),
        date(2021, 5, 12),
        33,
        "UBND tỉnh Đắk Nông",
        _STTTT,
        "STTTT",
        "Đắk Nông",
        "",
        ("Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở"),
        "VT, VP",
        Signatory("H'Mẫu Niê", "Giám đốc", "Q."),
        "112",
    ),
    Province(
        "binh-duong-12",
        date(2020, 8, 10),
        date(2020, 8, 21),
        26,
        "UBND tỉnh Bình Dương",
        _STTTT,
        "STTTT",
        "Bình Dương",
        "UBND tỉnh Bình Dương; Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh",
        ("Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở"),
        "VT, CNTT",
        Signatory("Võ Thị Mẫu", "Trưởng phòng Công nghệ thông tin", "TUQ.", "Giám đốc"),
        "",
    ),
)
