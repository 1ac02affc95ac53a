"""Nothing a scanner or a finger can send raises, and a card written is the card read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cards import BHYT, S1, S3, S4, TODAY

from bluezone_desk.domain.card import CardScan, card_text
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import LONGEST_SCAN, Damaged, identify, split_scans
from bluezone_desk.domain.provinces import PROVINCES_AT_ISSUE

SYLLABLES = (
    "Nguyễn",
    "Thị",
    "Đỗ",
    "Ẩn",
    "H'",
    "Êban",
    "Y-Thử",
    "Niê",
    "Kđăm",
    "Blŏ",
    "Hoà",
    "Hòa",
    "Thuý",
    "An",
    "O’Mẫu",
)
PARTS = (
    "Số 0",
    "Tổ 12",
    "Phố Thử",
    "Xã Mẫu",
    "Huyện Ví Dụ",
    "Buôn K'Mẫu",
    "Bà Rịa - Vũng Tàu",
    "Đắk Lắk",
    "TP.HCM",
    "Hà Nội",
)
PIECES = st.sampled_from(
    [S1, S3, BHYT, "001090000000", "|", "||", "$", "Nam", "Nữ", "15081990", "đđăđ̣", "áº«", "\r\n", "\t", "]Q1"]
)


@st.composite
def cards(draw: st.DrawFn) -> CardScan:
    year = draw(st.integers(1907, 2020))
    sex = draw(st.sampled_from(["Nam", "Nữ"]))
    digit = 2 * ((year - 1900) // 100) + (sex == "Nữ")
    born = draw(st.sampled_from([f"{year}", f"{year}-03", f"{year}-02-28", f"{year}-12-31"]))
    is_new = draw(st.booleans())
    issued = draw(st.sampled_from(["2024-07-01", "2025-08-05"] if is_new else ["", "2021-05-01", "2024-06-30"]))
    name = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5).map(" ".join)
    return CardScan(
        id_number=f"{draw(st.sampled_from(sorted(PROVINCES_AT_ISSUE)))}{digit}{year % 100:02}000000",
        old_id_number=draw(st.sampled_from(["", "010000000", "001090000000"])),
        name=draw(name),
        birth_date=born,
        sex=sex,
        address=", ".join([*draw(st.lists(st.sampled_from(PARTS), max_size=5)), "Hà Nội"]),
        issue_date=issued,
        cancelled_number=draw(st.sampled_from(["", "017085000000"])) if is_new else "",
        parents=tuple(draw(st.lists(name, max_size=2))) if is_new else (),
        layout="cccd24" if is_new else "cccd21",
    )


@given(cards())
def test_a_card_written_is_the_card_read(card: CardScan) -> None:
    assert identify(card_text(card), TODAY) == card


@given(cards(), cards())
def test_two_cards_written_in_one_are_the_two_read(first: CardScan, second: CardScan) -> None:
    scans = split_scans(card_text(first) + card_text(second))
    assert [identify(scan, TODAY) for scan in scans] == [first, second]


@given(cards(), st.data())
def test_a_mutated_card_is_read_or_refused(card: CardScan, data: st.DataObject) -> None:
    payload = list(card_text(card))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(payload) - 1))
        payload[place] = data.draw(
            st.sampled_from(["", "|", "?", "\x00", "ă", "\u0323", "\ud800", "9", "\u202e", "Ã", "\b"])
        )
    check("".join(payload))


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_has_a_meaning(text: str) -> None:
    check(text)


@given(st.binary(max_size=200))
def test_any_bytes_have_a_meaning(data: bytes) -> None:
    check(data.decode("latin-1"))
    check(data.decode("utf-8", "surrogateescape"))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_mix_of_pieces_has_a_meaning(text: str) -> None:
    check(text)


def check(raw: str) -> None:
    """The answer is whole: storable, clean, and never a card without its twelve digits."""
    scan = identify(raw, TODAY)
    repr(scan).encode("utf-8")
    if isinstance(scan, CardScan):
        assert scan.id_number.isascii()
        assert len(scan.id_number) == 12
        assert scan.name or scan.birth_date
        assert all(text.isprintable() for text in (scan.name, scan.address, *scan.parents))
        assert "\ufffd" not in scan.name + scan.address
    elif isinstance(scan, HealthCardScan):
        assert scan.name.isprintable()
    elif isinstance(scan, Damaged):
        assert scan.code.startswith("scan_")
    for piece in split_scans(raw):
        assert piece.strip()


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    [
        "|",
        "0",
        "001090000000|",
        "đ",
        "\u0323\u0300",
        "áº",
        "Ã ",
        "Ưall ",
        "x",
        "ll",
        "1 ",
        "\x00",
        "$|",
        "한",
        S4[:40],
        "a.vn",
    ],
)
def test_time_grows_with_the_length_and_not_its_square(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    assert identify(text, TODAY) == Damaged(Trouble.SCAN_TOO_LONG)
    for _ in range(100):
        identify(text[:LONGEST_SCAN], TODAY)
        identify("001090000000|010000000|" + text[:1_900] + "|15081990|Nam||", TODAY)
    assert split_scans(text + "\n") == split_scans(text)
