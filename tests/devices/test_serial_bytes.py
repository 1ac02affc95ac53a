"""Scans come whole out of a serial line, however it cuts and ends them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.devices.scanner import End, Road
from bluezone_desk.devices.serial_bytes import MOST_BYTES, SerialBytes

CARD = (
    "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|"
    "Số 0, Phố Thử Nghiệm, Phường Ví Dụ, Quận Giả Định, Hà Nội|01052021"
)
EDE = "066192000000||H' Mẫu Êban Kčăm Blŏ|03031992|Nữ|Buôn Thử, Xã Mẫu, Huyện Ví Dụ, Đắk Lắk|01072021"
FORMS = ["utf-8", "utf-16-be"]
ENDS = ["\r", "\n", "\r\n", ""]


class Line:
    def __init__(self) -> None:
        self.now = 5.0
        self.bytes = SerialBytes(lambda: self.now)
        self.scans: list[tuple[str, End]] = []

    def send(self, data: bytes, chunk: int = 32, gap_ms: float = 4) -> None:
        for start in range(0, len(data), chunk):
            self.wait(gap_ms)
            self.bytes.feed(data[start : start + chunk])

    def wait(self, ms: float) -> None:
        self.now += ms / 1000
        for scan in self.bytes.collect():
            assert scan.road is Road.SERIAL
            self.scans.append((scan.text, scan.ended_by))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("card", [CARD, EDE])
@given(chunk=st.integers(1, 70), gap_ms=st.floats(0, 35))
@settings(max_examples=8)
def test_a_card_comes_whole(form: str, end: str, card: str, chunk: int, gap_ms: float) -> None:
    line = Line()
    line.send((card + end).encode(form), chunk, gap_ms)
    line.wait(130)
    assert line.scans == [(card, End.LINE if end else End.PAUSE)]
    assert line.bytes.due is None


@pytest.mark.parametrize("suffix", [b"\r", b"\n", b"\r\n"])
@pytest.mark.parametrize("card", [CARD, CARD + "|"])
def test_two_bytes_a_letter_with_a_one_byte_suffix(card: str, suffix: bytes) -> None:
    line = Line()
    line.send(card.encode("utf-16-be") + suffix)
    line.wait(130)
    assert [text for text, _ in line.scans] == [card]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("end", ["\r", "\r\n"])
@pytest.mark.parametrize("between_ms", [0, 20, 150])
def test_scans_one_after_the_other_are_two(form: str, end: str, between_ms: float) -> None:
    line = Line()
    line.send((CARD + end).encode(form))
    line.wait(between_ms)
    line.send((EDE + end).encode(form))
    line.wait(130)
    assert [text for text, _ in line.scans] == [CARD, EDE]


def test_a_scan_is_given_out_soon_after_its_line_end() -> None:
    line = Line()
    line.send(CARD.encode() + b"\r")
    line.wait(41)
    assert line.scans == [(CARD, End.LINE)]


def test_a_byte_order_mark_and_a_frame_are_taken_off() -> None:
    line = Line()
    line.send(b"\xfe\xff" + CARD.encode("utf-16-be"))
    line.wait(130)
    line.send(b"\x02]Q1" + CARD.encode() + b"\x03\r\n")
    line.wait(130)
    assert [text for text, _ in line.scans] == [CARD, CARD]


def test_a_line_that_never_rests_is_cut_and_too_long() -> None:
    line = Line()
    line.send(b"\x55\xaa~x" * MOST_BYTES, chunk=4000)
    line.wait(130)
    ((text, _),) = line.scans
    assert len(text) == 2001
    line.send(CARD.encode() + b"\r")
    line.wait(130)
    assert line.scans[1] == (CARD, End.LINE)


@given(st.lists(st.tuples(st.binary(max_size=40), st.floats(0, 200)), max_size=20))
@settings(max_examples=100)
def test_no_bytes_break_it(pieces: list[tuple[bytes, float]]) -> None:
    line = Line()
    for data, gap_ms in pieces:
        line.wait(gap_ms)
        line.bytes.feed(data)
    line.wait(130)
    assert line.bytes.due is None
