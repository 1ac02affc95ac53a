"""Tables of others: read as they are meant, and refused at once when they are broken or hostile."""

import time
import tracemalloc
from datetime import datetime
from datetime import time as clock
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tables_of_others import document, lying_about_sizes, with_sheet, workbook

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper.book_reading import BookFile, read_book

SAMPLES = Path(__file__).parent.parent / "data" / "import"
ROWS = [["Họ và tên", "Số CCCD", "Giờ vào"], ["Nguyễn Văn Mẫu", 1090000000, clock(8, 30)]]
_CELL = '<table:table-cell office:value-type="string"{more}><text:p>Họ tên</text:p></table:table-cell>'


def refusal(path: Path) -> DeskFault:
    with pytest.raises(DeskFault) as found:
        read_book(path)
    return found.value


def rows_of(book: BookFile) -> list[list[object]]:
    return [list(row) for row in book.sheets[0].rows]


def test_a_workbook_keeps_its_types_and_its_row_numbers(tmp_path: Path) -> None:
    book = read_book(workbook(tmp_path / "so.xlsx", [[], *ROWS]))
    assert book.sheets[0].name == "Sổ khách"
    assert rows_of(book)[1:] == [ROWS[0], ["Nguyễn Văn Mẫu", 1090000000.0, clock(8, 30)]]
    assert book.digest == read_book(workbook(tmp_path / "so.xlsx", [[], *ROWS])).digest or len(book.digest) == 64


def test_old_excel_and_libreoffice_files_are_read_whatever_they_are_called(tmp_path: Path) -> None:
    old = read_book(SAMPLES / "visitors.xls")
    assert rows_of(old)[0][:2] == ["Họ và tên", "Giờ vào"]
    assert rows_of(old)[1][1] == datetime(2020, 8, 5, 8, 30)
    padded = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    row = f"<table:table-row>{_CELL.format(more='') * 3}</table:table-row>"
    assert rows_of(read_book(document(tmp_path / "so.xlsx", row + padded))) == [["Họ tên"] * 3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separated_values_in_every_usual_form(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(f'Họ tên{sign}Giờ vào\r\n"Đỗ{sign} An"{sign}8h30\r\n'.encode(encoding))
    assert rows_of(read_book(path)) == [["Họ tên", "Giờ vào"], [f"Đỗ{sign} An", "8h30"]]


def test_bytes_of_an_old_encoding_are_shown_as_they_look(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes("Hä tªn,Giê vµo\nTrÇn ThÞ H\u00adêng,8:30\n".encode("cp1252"))
    assert rows_of(read_book(path))[1][0] == "TrÇn ThÞ H\u00adêng"


def test_a_table_cut_in_its_last_row_says_so(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text("a,b,c\n1,2,3\n4,5", "utf-8")
    assert read_book(path).sheets[0].is_cut
    path.write_text("a,b,c\n1,2,3\n4,5,6", "utf-8")
    assert not read_book(path).sheets[0].is_cut


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a,b\n1,2\n3,\x004\n", "3"), (b'a,b\n"1,2\n3,4\n', "3"), (b"a,b\n" + b"x" * 70_000 + b"\n", "2")],
)
def test_broken_text_names_the_place(tmp_path: Path, content: bytes, line: str) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(content)
    fault = refusal(path)
    assert (fault.code, fault.facts["line"]) == (Trouble.IMPORT_TEXT_DAMAGED, line)


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    for name, content, code in (
        ("picture.xlsx", b"\x89PNG\r\n" + bytes(200), Trouble.IMPORT_KIND),
        ("page.xls", b"<html><table><tr><td>1</table>", Trouble.IMPORT_KIND),
        ("text.xlsx", b"a;b\n1;2\n", Trouble.IMPORT_KIND),
        ("half.xlsx", workbook(tmp_path / "whole.xlsx", ROWS).read_bytes()[:3000], Trouble.IMPORT_DAMAGED),
        ("half.xls", (SAMPLES / "visitors.xls").read_bytes()[:2500], Trouble.IMPORT_DAMAGED),
        ("empty.csv", b"\r\n;;\r\n", Trouble.IMPORT_EMPTY),
        ("nothing.csv", b"", Trouble.IMPORT_EMPTY),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert refusal(path).code is code, name
    assert refusal(tmp_path / "absent.xlsx").code is Trouble.INPUT_FILE
    assert refusal(tmp_path).code is Trouble.INPUT_FILE
    assert refusal(document(tmp_path / "archive.ods", "<broken")).code is Trouble.IMPORT_DAMAGED


def far(letters: str, row: int) -> bytes:
    return f'<row r="{row}"><c r="{letters}{row}"><v>1</v></c></row>'.encode()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (far("A", 1) + far("XFD", 1_048_576), Trouble.IMPORT_TOO_WIDE),
        (b'<row r="9"><c r="A9"><v>1</v></c>' + b"<c><v>1</v></c>" * 1000 + b"</row>", Trouble.IMPORT_TOO_WIDE),
        (b'<x:row xmlns:x="u"><x:c r="ZZZZ1"/></x:row>', Trouble.IMPORT_TOO_WIDE),
        (far("A", 200_000), Trouble.IMPORT_TOO_LONG),
        (b"<c " + b"x" * 200, Trouble.IMPORT_DAMAGED),
    ],
)
def test_cells_far_out_are_found_before_a_table_is_made_of_them(
    tmp_path: Path, body: bytes, code: Trouble
) -> None:
    assert refusal(with_sheet(tmp_path / "far.xlsx", body)).code is code


def test_repeated_cells_of_a_document_count_as_many(tmp_path: Path) -> None:
    many = _CELL.format(more=' table:number-columns-repeated="70"')
    rows = f'<table:table-row table:number-rows-repeated="90000">{many}</table:table-row>'
    assert refusal(document(tmp_path / "so.ods", rows)).code is Trouble.IMPORT_TOO_WIDE


def test_an_entity_is_never_expanded(tmp_path: Path) -> None:
    head = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>'
    assert refusal(with_sheet(tmp_path / "laughs.xlsx", b"<row>&b;</row>", head)).code is Trouble.IMPORT_DAMAGED


@pytest.mark.thorough
def test_bombs_cost_neither_time_nor_memory(tmp_path: Path) -> None:
    bomb = with_sheet(tmp_path / "bomb.xlsx", b" " * (125 << 20))
    lying = lying_about_sizes(with_sheet(tmp_path / "lying.xlsx", b" " * (125 << 20)))
    line = tmp_path / "line.csv"
    with line.open("wb") as file:
        file.truncate(1 << 30)
    tracemalloc.start()
    started = time.process_time()
    assert [refusal(path).code for path in (bomb, lying, line)] == [Trouble.IMPORT_TOO_LARGE] * 3
    spent, (_, peak) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 << 20
    assert spent < 10


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from([".csv", ".xlsx", ".xls", ".ods"]), st.booleans())
def test_any_bytes_end_in_rows_or_in_known_trouble(
    tmp_path: Path, content: bytes, ending: str, is_spoilt: bool
) -> None:
    path = tmp_path / f"any{ending}"
    whole = (SAMPLES / "visitors.xls").read_bytes()
    path.write_bytes(whole[: len(content) * 17] + content + whole[len(content) * 18 :] if is_spoilt else content)
    try:
        assert read_book(path).sheets
    except DeskFault:
        return
