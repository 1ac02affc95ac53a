"""Provinces by code, in two versions: the 63 of the identity numbers, and the 34 units since 1 July 2025.

A code belongs to its table: 015 was Yên Bái when numbers were issued and is Lào Cai in the list of 2025. Sources:
Circular 07/2016/TT-BCA, appendix 1; Resolution 202/2025/QH15.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Province:
    """One unit of one table. `successor` is the code of the unit it is part of in the list of 2025."""

    code: str
    name: str
    is_city: bool
    successor: str


def _table(rows: str) -> Mapping[str, Province]:
    provinces = {}
    for row in rows.strip().splitlines():
        code, successor, kind, name = row.split(maxsplit=3)
        provinces[code] = Province(code, name, kind == "city", successor)
    return MappingProxyType(provinces)


#: As first three digits of a personal number: where the birth was registered, under the name of that time.
PROVINCES_AT_ISSUE = _table("""
001 001 city Hà Nội
002 008 province Hà Giang
004 004 province Cao Bằng
006 019 province Bắc Kạn
008 008 province Tuyên Quang
010 015 province Lào Cai
011 011 province Điện Biên
012 012 province Lai Châu
014 014 province Sơn La
015 015 province Yên Bái
017 025 province Hòa Bình
019 019 province Thái Nguyên
020 020 province Lạng Sơn
022 022 province Quảng Ninh
024 024 province Bắc Giang
025 025 province Phú Thọ
026 025 province Vĩnh Phúc
027 024 province Bắc Ninh
030 031 province Hải Dương
031 031 city Hải Phòng
033 033 province Hưng Yên
034 033 province Thái Bình
035 037 province Hà Nam
036 037 province Nam Định
037 037 province Ninh Bình
038 038 province Thanh Hóa
040 040 province Nghệ An
042 042 province Hà Tĩnh
044 044 province Quảng Bình
045 044 province Quảng Trị
046 046 province Thừa Thiên Huế
048 048 city Đà Nẵng
049 048 province Quảng Nam
051 051 province Quảng Ngãi
052 052 province Bình Định
054 066 province Phú Yên
056 056 province Khánh Hòa
058 056 province Ninh Thuận
060 068 province Bình Thuận
062 051 province Kon Tum
064 052 province Gia Lai
066 066 province Đắk Lắk
067 068 province Đắk Nông
068 068 province Lâm Đồng
070 075 province Bình Phước
072 080 province Tây Ninh
074 079 province Bình Dương
075 075 province Đồng Nai
077 079 province Bà Rịa - Vũng Tàu
079 079 city Hồ Chí Minh
080 080 province Long An
082 082 province Tiền Giang
083 086 province Bến Tre
084 086 province Trà Vinh
086 086 province Vĩnh Long
087 082 province Đồng Tháp
089 091 province An Giang
091 091 province Kiên Giang
092 092 city Cần Thơ
093 092 province Hậu Giang
094 092 province Sóc Trăng
095 096 province Bạc Liêu
096 096 province Cà Mau
""")

#: The units of today, for addresses.
PROVINCES_SINCE_2025 = _table("""
001 001 city Hà Nội
004 004 province Cao Bằng
008 008 province Tuyên Quang
011 011 province Điện Biên
012 012 province Lai Châu
014 014 province Sơn La
015 015 province Lào Cai
019 019 province Thái Nguyên
020 020 province Lạng Sơn
022 022 province Quảng Ninh
024 024 province Bắc Ninh
025 025 province Phú Thọ
031 031 city Hải Phòng
033 033 province Hưng Yên
037 037 province Ninh Bình
038 038 province Thanh Hóa
040 040 province Nghệ An
042 042 province Hà Tĩnh
044 044 province Quảng Trị
046 046 city Huế
048 048 city Đà Nẵng
051 051 province Quảng Ngãi
052 052 province Gia Lai
056 056 province Khánh Hòa
066 066 province Đắk Lắk
068 068 province Lâm Đồng
075 075 province Đồng Nai
079 079 city Hồ Chí Minh
080 080 province Tây Ninh
082 082 province Đồng Tháp
086 086 province Vĩnh Long
091 091 province An Giang
092 092 city Cần Thơ
096 096 province Cà Mau
""")


def province_at_issue(code: str) -> Province | None:
    """The province a personal number's first three digits name; None for a gap in the list or a country's code."""
    return PROVINCES_AT_ISSUE.get(code)


def successor_of(province: Province) -> Province:
    """The unit of 2025 that this province became or joined; a unit of 2025 is its own."""
    return PROVINCES_SINCE_2025[province.successor]
