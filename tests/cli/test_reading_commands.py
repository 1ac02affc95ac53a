"""find, inside, visits and book: what the book says, for people and for scripts."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from command_runs import CARD, OTHER_CARD, Run
from docx import Document
from python_calamine import CalamineWorkbook

from bluezone_desk.paper.rendering import page_count

FROM_PAPER = {
    "name": "Phạm Giấy",
    "entered_at": "2020-08-05T08:00:00+07:00",
    "reason": "Sổ giấy",
    "host": "Bà Hằng",
}


@pytest.fixture
def busy(run: Run) -> Run:
    """Two visitors today, and one on 05/8/2020 whose app was switched on at the desk."""
    checked = FROM_PAPER | {"checks": {"bluezone": "reactivated"}, "phone": "0900000009"}
    assert run("check-in", stdin="\n".join([CARD, OTHER_CARD, json.dumps(checked)])).code == 0
    return run


def names(listed: list[dict[str, str]]) -> list[str]:
    return [one["name"] for one in listed]


def test_people_are_found_without_marks(busy: Run) -> None:
    assert names(busy("find", "nguyen v mau", "--json").results[0]) == ["Nguyễn Văn Mẫu"]
    assert names(busy("find", "0900000009", "--json").results[0]) == ["Phạm Giấy"]
    assert busy("find", "zzz", "--json").results == [[]]
    assert len(busy("find", "", "--limit", "1", "--json").results[0]) <= 1


def test_numbers_are_masked_for_people_and_whole_for_scripts(busy: Run) -> None:
    shown = busy("find", "mẫu").out
    assert "Nguyễn Văn Mẫu" in shown
    assert "001090000000" not in shown
    assert busy("find", "mẫu", "--json").results[0][0]["id_number"] == "001090000000"


@pytest.mark.parametrize("query", ["%", "_", "'; drop table visit", '"', "🙂", "a" * 1000, "\x00", "*"])
def test_any_query_does_no_harm(busy: Run, query: str) -> None:
    assert busy("find", query, "--json").code == 0
    assert len(busy("inside", "--json").results[0]) == 3


def test_inside_is_newest_first_and_aligned(busy: Run) -> None:
    assert names(busy("inside", "--json").results[0]) == ["Trần Thị Ví Dụ", "Nguyễn Văn Mẫu", "Phạm Giấy"]
    head, *rows = busy("inside", "--language", "en").out.splitlines()
    column = head.index("Full name")
    assert [row[column:].split("  ")[0] for row in rows] == ["Trần Thị Ví Dụ", "Nguyễn Văn Mẫu", "Phạm Giấy"]


def test_the_list_of_those_inside_is_a_pdf(busy: Run, tmp_path: Path) -> None:
    target = tmp_path / "inside.pdf"
    done = busy("inside", "-o", str(target))
    assert (done.code, done.out) == (0, "")
    pdf = pypdfium2.PdfDocument(target.read_bytes())
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "Nguyễn Văn Mẫu" in text


def test_the_list_of_those_inside_comes_for_word_and_excel_too(busy: Run, tmp_path: Path) -> None:
    word, excel = tmp_path / "inside.docx", tmp_path / "inside.xlsx"
    for target in (word, excel):
        assert (busy("inside", "-o", str(target)).code, target.exists()) == (0, True)
    cells = [cell.text for table in Document(str(word)).tables for row in table.rows for cell in row.cells]
    rows = CalamineWorkbook.from_path(str(excel)).get_sheet_by_index(0).to_python()
    assert "Nguyễn Văn Mẫu" in cells
    assert "Nguyễn Văn Mẫu" in [row[1] for row in rows]


def test_visits_without_days_are_todays(busy: Run) -> None:
    assert names(busy("visits", "--json").results[0]) == ["Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--from", "2020-08-05", "--to", "2020-08-05"], ["Phạm Giấy"]),
        (["--to", "2020-08-05"], ["Phạm Giấy"]),
        (["--from", "2020-08-06"], ["Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"]),
        (["--from", "2020-01-01", "--programme", "bluezone", "--state", "reactivated"], ["Phạm Giấy"]),
        (["--from", "2020-01-01", "--host", "ba hang"], ["Phạm Giấy"]),
        (["--from", "2020-01-01", "--host", "nobody"], []),
    ],
)
def test_visits_are_filtered(busy: Run, words: list[str], expected: list[str]) -> None:
    assert names(busy("visits", *words, "--json").results[0]) == expected


def test_visits_leave_as_csv_and_xlsx(busy: Run, tmp_path: Path) -> None:
    for name in ("v.csv", "v.xlsx"):
        assert busy("visits", "--from", "2020-01-01", "-o", str(tmp_path / name)).code == 0
    rows = list(csv.reader((tmp_path / "v.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 4
    assert (tmp_path / "v.xlsx").read_bytes().startswith(b"PK")


def test_days_the_wrong_way_round_are_told(busy: Run) -> None:
    done = busy("visits", "--from", "2020-08-06", "--to", "2020-08-05", "--json")
    assert (done.code, done.out) == (1, "")
    assert "06/8/2020" in done.err


def test_book_info_counts(busy: Run, tmp_path: Path) -> None:
    (info,) = busy("book", "info", "--json").results
    assert (info["visits"], info["people"]) == (3, 3)
    assert Path(info["path"]).parent == tmp_path / "book"
    assert info["path"] in busy("book", "info").out


def test_book_verify_says_so_or_names_the_first_bad_line(busy: Run, tmp_path: Path) -> None:
    good = busy("book", "verify", "--json")
    assert (good.code, good.results[0]["ok"], good.results[0]["first_bad"]) == (0, True, None)
    assert busy("book", "verify").code == 0
    database = Path(busy("book", "info", "--json").results[0]["path"])
    busy("inside")
    tamper(database, "update visit set purpose = 'khác'")
    bad = busy("book", "verify", "--json")
    assert (bad.code, bad.results[0]["ok"]) == (1, False)
    assert bad.results[0]["first_bad"]["what"]
    assert len(bad.err.splitlines()) == 1
    assert busy("book", "verify", "--language", "en").out.startswith("First line that disagrees")


def tamper(database: Path, statement: str) -> None:
    import sqlite3

    connection = sqlite3.connect(database)
    with connection:
        connection.execute(statement)
    connection.close()


def test_the_report_of_a_day_with_and_without_visits(busy: Run, tmp_path: Path) -> None:
    quiet = (datetime.now(UTC) - timedelta(days=30)).date().isoformat()
    for day in ("2020-08-05", quiet):
        target = tmp_path / f"{day}.pdf"
        assert busy("report", "daily", "--date", day, "-o", str(target)).code == 0
        assert page_count(target.read_bytes()) >= 1


def test_the_report_comes_as_a_word_file_too(busy: Run, tmp_path: Path) -> None:
    from docx import Document

    target = tmp_path / "r.docx"
    assert busy("report", "daily", "--date", "2020-08-05", "--number", "86", "-o", str(target)).code == 0
    cells = [cell.text for table in Document(str(target)).tables for row in table.rows for cell in row.cells]
    assert any("86/BC-" in cell for cell in cells)
    assert "Phạm Giấy" in cells
