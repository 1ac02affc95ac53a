"""Whole cards of both layouts: what they say, and where they disagree with themselves."""

from dataclasses import replace
from datetime import date

import pytest
from sample_cards import S1, S2, S3, S4, S5, S6, S7, S8, S9, S9B, S10, TODAY, WHOLE

from bluezone_desk.domain.card import CardScan, card_text, read_date, read_sex, tidy_address
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.identify import Damaged, identify


def card(raw: str) -> CardScan:
    scan = identify(raw, TODAY)
    assert isinstance(scan, CardScan)
    return scan


NGUYEN_VAN_MAU = CardScan(
    id_number="001090000000",
    old_id_number="010000000",
    name="Nguyễn Văn Mẫu",
    birth_date="1990-08-15",
    sex="Nam",
    address="Số 0, Phố Thử Nghiệm, Phường Ví Dụ, Quận Giả Định, Hà Nội",
    issue_date="2021-05-01",
)


def test_a_card_of_2021_is_read_whole() -> None:
    assert card(S1) == NGUYEN_VAN_MAU


def test_a_card_without_an_old_number() -> None:
    assert (card(S2).old_id_number, card(S2).name, card(S2).sex) == ("", "Trần Thị Ví Dụ", "Nữ")
    assert card(S2).birth_date == "2003-02-02"


def test_a_card_of_2024_is_known_by_its_eleven_fields() -> None:
    assert (card(S3).layout, card(S3).name, card(S3).parents) == ("cccd24", "Lê Thị Hoà", ())
    assert card(S3).issue_date == "2025-08-05"


def test_a_childs_card_names_the_parents() -> None:
    assert card(S4).parents == ("Phạm Văn Cha Mẫu", "Võ Thị Mẹ Mẫu")
    assert card(S4).cancelled_number == ""


def test_a_cancelled_number_is_kept_apart() -> None:
    assert (card(S5).id_number, card(S5).cancelled_number) == ("017086000000", "017085000000")


@pytest.mark.parametrize(
    ("spelled", "birth_date"),
    [
        ("1955", "1955"),
        ("00001955", "1955"),
        ("031955", "1955-03"),
        ("00031955", "1955-03"),
        ("12/12/1955", "1955-12-12"),
    ],
)
def test_partial_birth_dates_stay_partial(spelled: str, birth_date: str) -> None:
    assert card(S6.replace("|1955|", f"|{spelled}|")).birth_date == birth_date


def test_residence_and_issue_date_may_be_missing() -> None:
    assert (card(S7).address, card(S7).issue_date, card(S7).warnings) == ("", "", ())
    assert card(S7 + "|||||").layout == "cccd24"


def test_minority_spellings_are_kept() -> None:
    assert [card(raw).name for raw in S8] == ["H' Mẫu Êban", "Y-Thử Niê Kđăm Blŏ", "Ẩn"]


def test_a_birth_registered_abroad_is_no_doubt() -> None:
    assert card(S9).warnings == ()


def test_a_messy_address_is_tidied() -> None:
    assert card(S10).address == "Đội 0, Thôn Thử, Xã Mẫu, Huyện Ví Dụ, Hưng Yên"
    assert tidy_address("Phường 0,  Bà Rịa - Vũng Tàu") == "Phường 0, Bà Rịa - Vũng Tàu"
    assert tidy_address(" , - ,") == ""


@pytest.mark.parametrize("raw", WHOLE)
def test_whole_cards_raise_no_doubt(raw: str) -> None:
    scan = card(raw)
    assert (scan.warnings, scan.name_status) == ((), "whole")
    assert card(card_text(scan)) == scan


def test_a_card_that_disagrees_with_its_number_can_still_be_used() -> None:
    scan = card(S9B)
    assert scan.warnings == (Trouble.WARN_YEAR, Trouble.WARN_SEX)
    assert (scan.name, scan.sex, scan.birth_date) == ("Cao Lệch Mẫu", "Nữ", "2001-06-06")


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("001090000000", "003090000000", Trouble.WARN_PROVINCE),
        ("001090000000", "000090000000", Trouble.WARN_PROVINCE),
        ("15081990", "31021990", Trouble.WARN_BIRTH_DATE),
        ("15081990", "15082027", Trouble.WARN_BIRTH_DATE),
        ("15081990", "15081890", Trouble.WARN_BIRTH_DATE),
        ("01052021", "31122020", Trouble.WARN_ISSUE_DATE),
        ("01052021", "23112026", Trouble.WARN_ISSUE_DATE),
        ("01052021", "31042021", Trouble.WARN_ISSUE_DATE),
        ("01052021", "01072024", Trouble.WARN_CARD_LAYOUT),
        ("010000000", "01000000", Trouble.WARN_INPUT_METHOD),
    ],
)
def test_doubts_are_warnings_and_never_block(old: str, new: str, warning: Trouble) -> None:
    scan = card(S1.replace(old, new, 1))
    assert warning in scan.warnings
    assert scan.name == "Nguyễn Văn Mẫu"


def test_the_layout_of_2024_on_an_older_card_is_a_doubt() -> None:
    assert card(S3.replace("05082025", "30062024")).warnings == (Trouble.WARN_CARD_LAYOUT,)


def test_doubts_follow_the_day() -> None:
    scan = identify(S3, date(2025, 8, 4))
    assert isinstance(scan, CardScan)
    assert scan.warnings == (Trouble.WARN_ISSUE_DATE,)


@pytest.mark.parametrize("extra", ["|", "||", "|||", "||||", "|||||"])
def test_six_to_twelve_fields_are_read(extra: str) -> None:
    assert replace(card(S1 + extra), layout="cccd21", warnings=()) == NGUYEN_VAN_MAU
    without_old = S1.replace("|010000000", "")
    assert replace(card(without_old), old_id_number="010000000") == NGUYEN_VAN_MAU
    assert card(S7.removesuffix("|")).name == "Danh Thị Mẫu"


@pytest.mark.parametrize(
    "raw",
    [
        S1 + "|" * 6,
        "001090000000|010000000|Nguyễn Văn Mẫu|15081990",
        "001090000000||||||",
        "001090000000|010000000||15081990",
        S1.replace("15081990|Nam", "1508199|"),
        S1.replace("15081990", "1508199"),
        S1.replace("001090000000", "0010900000000"),
        "001090000000|a|b|c|d|e|f",
    ],
)
def test_half_a_card_is_never_a_card(raw: str) -> None:
    assert identify(raw, TODAY) == Damaged(Trouble.SCAN_DAMAGED)


def test_dates_and_sexes_as_cards_write_them() -> None:
    assert [read_date(text) for text in ("", "0", "00000000", "30021990", "29022000", "٠١٠١١٩٩٠")] == [
        "",
        None,
        "impossible",
        "impossible",
        "2000-02-29",
        None,
    ]
    assert [read_sex(text) for text in ("Nam", "NAM", "nữ", "NU", "N?", "N", "x", "")] == [
        *("Nam", "Nam", "Nữ", "Nữ", "Nữ", "Nữ", "", ""),
    ]
