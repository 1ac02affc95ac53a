"""What else the field is given: health cards, numbers, phones, passes, names, and codes to refuse."""

import pytest
from sample_cards import BHYT, S1, TODAY

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import (
    LONGEST_SCAN,
    Damaged,
    Identified,
    IdNumber,
    NameQuery,
    PassNumber,
    PhoneNumber,
    identify,
)

MAU = HealthCardScan(
    card_number="GD4010000000000", name="Nguyễn Văn Mẫu", birth_date="1990-08-15", sex="Nam", address="Hà Nội"
)


def seen(raw: str) -> Identified:
    return identify(raw, TODAY)


@pytest.mark.parametrize(
    "raw", [BHYT, BHYT.lower(), BHYT.replace("4E67", "4E 67"), BHYT + "\r\n", "]Q1" + BHYT, BHYT.split("|01 -")[0]]
)
def test_a_health_card_is_read(raw: str) -> None:
    assert seen(raw) == MAU


def test_a_health_card_on_a_personal_number_gives_it() -> None:
    scan = seen(BHYT.replace("GD4010000000000", "001090000000"))
    assert isinstance(scan, HealthCardScan)
    assert (scan.id_number, scan.card_number, scan.name) == ("001090000000", "001090000000", "Nguyễn Văn Mẫu")


def test_a_health_card_may_be_partial_or_odd() -> None:
    year_only = seen(BHYT.replace("15/08/1990", "1990").replace("|1|", "|2|"))
    assert isinstance(year_only, HealthCardScan)
    assert (year_only.birth_date, year_only.sex) == ("1990", "Nữ")
    odd = seen(BHYT.replace("15/08/1990", "31/02/1990"))
    assert isinstance(odd, HealthCardScan)
    assert (odd.birth_date, odd.warnings) == ("", (Trouble.WARN_BIRTH_DATE,))
    lost = seen(BHYT.replace("E1BB856E", "E1BB6E"))
    assert isinstance(lost, HealthCardScan)
    assert (lost.name_status, lost.warnings) == ("damaged", (Trouble.WARN_NAME_DAMAGED,))


def test_a_health_card_whose_name_is_broken_is_refused() -> None:
    assert seen(BHYT.replace("4E67", "4Đ67")) == Damaged(Trouble.SCAN_DAMAGED)


@pytest.mark.parametrize(
    ("raw", "trouble"),
    [
        ("https://www.bluezone.gov.vn", Trouble.SCAN_IS_URL),
        ("HTTP://EXAMPLE.ORG/?a=001090000000|1|2|3|4|5|6", Trouble.SCAN_IS_URL),
        ("www.bluezone.gov.vn", Trouble.SCAN_IS_URL),
        ("bluezone.gov.vn/tai-lieu", Trouble.SCAN_IS_URL),
        ("ttps://zalo.me/0", Trouble.SCAN_IS_URL),
        ("00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA", Trouble.SCAN_IS_PAYMENT),
        ("HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N", Trouble.SCAN_IS_VACCINE),
        ("shc:/5676290952432060346029243740446031222959532654603460292540772804", Trouble.SCAN_IS_VACCINE),
        ('{"name":"Mẫu","id":1}', Trouble.SCAN_IS_OTHER_CODE),
        ("550e8400-e29b-41d4-a716-446655440000", Trouble.SCAN_IS_OTHER_CODE),
        ("WIFI:T:WPA;S:khach;P:0000;;", Trouble.SCAN_IS_OTHER_CODE),
        ("BEGIN:VCARD\nFN:Mẫu\nEND:VCARD", Trouble.SCAN_IS_OTHER_CODE),
        ("IDVNM0900000000001090000000<<0", Trouble.SCAN_IS_OTHER_CODE),
        ("8934560000000", Trouble.SCAN_IS_OTHER_CODE),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN", Trouble.SCAN_IS_OTHER_CODE),
        ("a|b|c|d", Trouble.SCAN_IS_OTHER_CODE),
        ("", Trouble.SCAN_EMPTY),
        (" \r\n\x00\u200b", Trouble.SCAN_EMPTY),
        ("x" * (LONGEST_SCAN + 1), Trouble.SCAN_TOO_LONG),
        (S1 * 20, Trouble.SCAN_TOO_LONG),
    ],
)
def test_what_is_no_card_is_refused_by_name(raw: str, trouble: Trouble) -> None:
    assert seen(raw) == Damaged(trouble)


@pytest.mark.parametrize(
    ("raw", "meaning"),
    [
        ("001090000000", IdNumber("001090000000")),
        ("001 090 000 000\r\n", IdNumber("001090000000")),
        ("001.090.000.000", IdNumber("001090000000")),
        ("010000000", IdNumber("010000000")),
        ("b1234567", IdNumber("B1234567")),
        ("0912345678", PhoneNumber("0912345678")),
        ("+84 912 345 678", PhoneNumber("0912345678")),
        ("01681234567", PhoneNumber("0381234567", "01681234567")),
        ("024 3825 1234", PhoneNumber("02438251234")),
        ("7", PassNumber("7")),
        ("07", PassNumber("07")),
        (" 0142 ", PassNumber("0142")),
        ("０７", PassNumber("07")),
        ("0912", PassNumber("0912")),
        ("00000", NameQuery("00000")),
        ("482482", NameQuery("482482")),
        ("ng v tu", NameQuery("ng v tu")),
        ("  Tuấn\t", NameQuery("Tuấn")),
        ("Tua\u0302\u0301n", NameQuery("Tuấn")),
        ("H' Mẫu", NameQuery("H' Mẫu")),
        ("%_'\"; drop table", NameQuery("%_'\"; drop table")),
        ("😀", NameQuery("😀")),
        ("a|b", NameQuery("a|b")),
    ],
)
def test_what_fingers_type_is_told_apart(raw: str, meaning: Identified) -> None:
    assert seen(raw) == meaning
