"""The same card through bad wires: repaired where the damage proves itself, else said."""

import unicodedata
from dataclasses import replace

import pytest
from sample_cards import BHYT, S1, S2, S3, S4, S5, S7, S8, S9, TODAY, WHOLE

from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.identify import Damaged, Identified, identify, split_scans
from bluezone_desk.domain.scan_text import decoded

KEYS = str.maketrans("0123456789", "đăâêô\u0300\u0309\u0303\u0301\u0323")


def seen(raw: str) -> Identified:
    return identify(raw, TODAY)


def card(raw: str) -> CardScan:
    scan = seen(raw)
    assert isinstance(scan, CardScan)
    return scan


def repaired(raw: str) -> Identified:
    """The card as read through a good wire, with the note that it was repaired."""
    scan = card(raw)
    return replace(scan, warnings=(Trouble.WARN_REPAIRED, *scan.warnings))


def unmarked(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in bare if not unicodedata.combining(char))


@pytest.mark.parametrize(
    "frame",
    [
        "\ufeff  {}\r\n",
        "]Q1{}\r",
        "]Q2\ufeff{}\n",
        "\x02{}\x03",
        "\x00{}\x00",
        "{}\t",
        "{}\x1d",
        "\u200b{}\u200e\r\n",
        "\u00a0{}\u00a0",
        "\u202e{}",
    ],
)
def test_the_scanners_frame_is_taken_off(frame: str) -> None:
    assert seen(frame.format(S1)) == seen(S1)


@pytest.mark.parametrize("raw", WHOLE)
def test_every_unicode_form_reads_alike(raw: str) -> None:
    assert seen(unicodedata.normalize("NFD", raw)) == seen(raw)
    hat_then_tone = "".join(
        unicodedata.normalize("NFC", parts[:-1]) + parts[-1]
        if len(parts := unicodedata.normalize("NFD", c)) > 2
        else c
        for c in raw
    )
    assert seen(hat_then_tone) == seen(raw)


def test_full_width_digits_and_bars() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c in "0123456789|" else c for c in S1)
    assert seen(wide) == seen(S1)


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_capitals_are_kept_as_they_came(change: object) -> None:
    assert callable(change)
    scan = card(change(S1))
    assert (scan.name, scan.sex, scan.warnings) == (change("Nguyễn Văn Mẫu"), "Nam", ())
    assert card(change(S2)).sex == "Nữ"


@pytest.mark.parametrize("raw", [S1, S2])
def test_caps_lock_is_undone(raw: str) -> None:
    assert seen(raw.swapcase()) == repaired(raw)


@pytest.mark.parametrize("raw", WHOLE)
def test_letters_dropped_leave_the_digits(raw: str) -> None:
    for lost in (raw.encode("ascii", "ignore").decode(), raw.encode("ascii", "replace").decode()):
        scan, whole = card(lost), card(raw)
        assert scan.name_status != "whole"
        assert {Trouble.WARN_NAME_DAMAGED, Trouble.WARN_NAME_UNMARKED} & set(scan.warnings)
        assert (scan.id_number, scan.old_id_number, scan.birth_date, scan.sex, scan.issue_date) == (
            *(whole.id_number, whole.old_id_number, whole.birth_date, whole.sex, whole.issue_date),
        )


@pytest.mark.parametrize("name", ["Nguyn Vn Mu", "Nguy?n V?n M?u", "Trn Th V D", "L Hong Anh", "Nguy�n Văn"])
def test_a_name_that_lost_letters_is_damaged(name: str) -> None:
    scan = card(f"001090000000|010000000|{name}|15081990|Nam|Ph Th, H Ni|01052021")
    assert (scan.name_status, scan.warnings) == ("damaged", (Trouble.WARN_NAME_DAMAGED,))


@pytest.mark.parametrize("raw", [S1, S2, S3, S4, S5])
def test_marks_dropped_are_noticed(raw: str) -> None:
    scan = card(unmarked(raw))
    assert (scan.name, scan.name_status) == (unmarked(card(raw).name), "unmarked")
    assert scan.warnings == (Trouble.WARN_NAME_UNMARKED,)


def test_a_name_that_has_no_marks_is_whole() -> None:
    assert card(S1.replace("Nguyễn Văn Mẫu", "Cao Minh Nam")).name_status == "whole"
    assert card(S7.replace("Danh Thị Mẫu", "Mai Lan Anh")).name_status == "whole"


@pytest.mark.parametrize("raw", WHOLE)
@pytest.mark.parametrize("page", ["cp1252", "cp1258", "latin-1"])
def test_a_misread_code_page_is_undone(raw: str, page: str) -> None:
    misread = "".join(bytes([b]).decode(page, "ignore") or chr(b) for b in raw.encode("utf-8"))
    assert seen(misread) == repaired(raw)


@pytest.mark.parametrize("address", ["HÃ  Ná»™i", "HĂ  Ná»™i", "HÃ\u00a0 Ná»™i", "HĂ\u00a0 Ná»™i"])
def test_a_misread_no_break_space_is_undone_even_when_made_plain(address: str) -> None:
    scan = card(f"001090000000|010000000|Nguyá»…n VÄƒn Máº«u|15081990|Nam|{address}|01052021")
    assert (scan.name, scan.address, scan.name_status) == ("Nguyễn Văn Mẫu", "Hà Nội", "whole")


def test_a_misread_letter_beyond_saving_is_said() -> None:
    scan = card("001090000000|010000000|Trá»n VÄƒn Máº«u|15081990|Nam|HÃ  Ná»™i|01052021")
    assert (scan.name, scan.name_status) == ("Tr?n Văn Mẫu", "damaged")


@pytest.mark.parametrize(
    ("raw", "codec"),
    [
        (S1[:47] + "Nam|Hà Nội|01052021", "gbk"),
        (S1.replace("Nguyễn Văn Mẫu", "Lê Mẫu")[:39] + "Nam||", "big5"),
        (S5, "shift_jis"),
        (S8[2], "shift_jis"),
        (S9, "shift_jis"),
    ],
)
def test_utf_8_taken_for_an_east_asian_code_page_is_undone(raw: str, codec: str) -> None:
    assert seen(raw.encode("utf-8").decode(codec)) == repaired(raw)


@pytest.mark.parametrize("raw", [S1, S2, S5, unmarked(S1), S8[0]])
def test_the_vietnamese_keyboard_layout_is_undone(raw: str) -> None:
    typed = "|".join(field.translate(KEYS) if field.isdigit() else field for field in raw.split("|"))
    scan, whole = card(typed), card(raw)
    assert replace(scan, warnings=()) == replace(whole, warnings=())
    assert Trouble.WARN_REPAIRED in scan.warnings
    assert replace(card(raw.translate(KEYS)), warnings=()) == replace(whole, warnings=())


@pytest.mark.parametrize("sign", list("~>*§¦^!\\:;#"))
@pytest.mark.parametrize("raw", [S1, S2, S3, S4])
def test_a_foreign_separator_is_undone(raw: str, sign: str) -> None:
    assert seen(raw.replace("|", sign)) == repaired(raw)


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("So Á2, Pho Thu, Ha Noi", "VNI ate a digit"),
        ("Số Á2, Phố Thử, Hà Nội", "VNI ate a digit"),
        ("Lo Đ, Khu Thu, Ha Noi", "VNI ate a digit"),
        ("Ưall Street Thu, Ha Noi", "Telex marked a foreign word"),
        ("So 0, Pho Thu, Đình Mau, Khu Vi Du, Ha Noi", "Telex marked one word of an unmarked text"),
    ],
)
def test_the_hand_of_an_input_method_is_noticed(address: str, cause: str) -> None:
    scan = card(f"001090000000|010000000|Nguyen Van Mau|15081990|Nam|{address}|01052021")
    assert Trouble.WARN_INPUT_METHOD in scan.warnings, cause
    assert scan.name_status == "unmarked"


@pytest.mark.parametrize(
    "raw", [S1.replace("Văn", "Văăn"), S1.replace("Nguyễn", "Nguyễễn"), S1.replace("Nguyễn", "Nguye\bễn")]
)
def test_doubled_letters_and_backspaces_are_noticed(raw: str) -> None:
    assert Trouble.WARN_INPUT_METHOD in card(raw).warnings


@pytest.mark.parametrize("gap", ["", "\r\n", "\t", "\n\n", "\r"])
@pytest.mark.parametrize(
    ("first", "second"), [(S1, S2), (S2, S1), (S3, S1), (S4, S5), (S5, S4), (S7, S1), (S7, S7)]
)
def test_two_cards_in_one_are_two(first: str, second: str, gap: str) -> None:
    assert split_scans(first + gap + second + "\r\n") == [first, second]
    glued = card(first + gap + second)
    assert Trouble.WARN_GLUED in glued.warnings
    assert replace(glued, warnings=()) == card(first)


def test_other_scans_in_one_are_taken_apart_too() -> None:
    assert split_scans(BHYT + S1) == [BHYT, S1]
    assert split_scans(S1 + "\r" + BHYT) == [S1, BHYT]
    assert split_scans("001090000000079303000000") == ["001090000000", "079303000000"]
    assert split_scans(S1.replace("|", "~") + S2.replace("|", "~")) == [S1, S2]


@pytest.mark.parametrize("raw", [*WHOLE, BHYT, "Nguyễn Văn", "0912345678", "https://example.org/001090000000|x"])
def test_one_scan_stays_one(raw: str) -> None:
    assert split_scans(raw) == [raw]
    assert split_scans("\x02" + raw + "\r\n") == [raw]


def test_nothing_splits_into_nothing() -> None:
    assert split_scans("") == split_scans("\r\n\t \x00\x85") == []


def test_a_line_end_inside_an_address_does_not_split_the_card() -> None:
    assert split_scans(S1.replace("Hà Nội|", "Hà\r\nNội|")) == [S1]
    broken = S1.replace("Nguyễn Văn", "Nguyễn\nVăn")
    assert split_scans(broken) == [S1]
    assert card(broken) == card(S1)


@pytest.mark.parametrize("cut", [1, 5, 11, 12, 13, 20, 30, 45, 60])
def test_a_scan_without_its_head_is_refused(cut: int) -> None:
    assert seen(S1[cut:]) == Damaged(Trouble.SCAN_HEADLESS)


@pytest.mark.parametrize("cut", [14, 30, 40, 50])
def test_a_scan_without_its_tail_is_refused(cut: int) -> None:
    assert seen(S1[:cut]) == Damaged(Trouble.SCAN_DAMAGED)


def test_letters_typed_before_the_scan_are_not_the_cards() -> None:
    assert seen("ngu" + S1) == repaired(S1)


def test_bytes_of_a_serial_line_are_decoded() -> None:
    assert seen(decoded(S1.encode("utf-8") + b"\r\n")) == seen(S1)
    assert seen(decoded(S1.encode("utf-16-be"))) == seen(S1)
    assert seen(decoded(b"\n" + S1.encode("utf-16-be") + b"\x00")) == seen(S1)
    assert seen(decoded(b"\xfe\xff" + S1.encode("utf-16-be"))) == seen(S1)
    assert card(decoded(S1.encode("cp1258", "replace"))).name_status == "damaged"
    assert decoded(b"") == ""
