"""Spreadsheets of visits: typed cells, whole numbers, and nothing that a spreadsheet would run."""

import csv
import dataclasses
import io
import resource
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook
from sample_day import DAY, NCOVI, OFFICE, visit

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import BLUEZONE
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.paper.register_xlsx import register_xlsx
from bluezone_desk.paper.workbook import visits_csv, visits_xlsx

ATTACKS = ('=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "＝1", "http://example.vn", " =1")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of(*lines: VisitLine, title: str = "Sổ ra vào") -> list[list[object]]:
    data = visits_xlsx(lines, (BLUEZONE,), title)
    return list(CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python())


def csv_rows(*lines: VisitLine) -> list[dict[str, str]]:
    text = visits_csv(lines, (BLUEZONE,), "Sổ").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def register_of(lines: Sequence[VisitLine], *_told: object) -> bytes:
    return register_xlsx(lines, OFFICE, DAY, DAY, lines[0].entered_at)


def refusal(draw: Callable[..., bytes], lines: Sequence[VisitLine]) -> tuple[Trouble, str] | None:
    """Nothing of the fault is kept: it holds the half-made archive."""
    try:
        draw(lines, (BLUEZONE,), "Sổ")
    except DeskFault as fault:
        return fault.code, fault.facts["path"]
    return None


def test_cells_have_their_types() -> None:
    head, first, second = rows_of(visit(1), visit(2, left_at=None))
    row = dict(zip(head, first, strict=True))
    assert row["Ngày"] == DAY == date(2020, 8, 5)
    assert row["Giờ vào"] == datetime(2020, 8, 5, 7, 20)
    assert row["Số giấy tờ"] == "017050000000"
    assert row["Điện thoại"] == "0910000000"
    assert row["Số trong ngày"] == 1.0
    assert row["Bluezone"] == "Đang chạy"
    assert dict(zip(head, second, strict=True))["Giờ ra"] == ""


@pytest.mark.parametrize("draw", [visits_xlsx, register_of], ids=["visits", "register"])
def test_no_room_for_the_rows_is_said_and_nothing_of_them_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draw: Callable[..., bytes]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    most, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        refused = refusal(draw, [visit(n % 50 + 1) for n in range(1000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    assert refused == (Trouble.OUTPUT_FAILED, str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_no_cell_is_a_formula_or_a_link() -> None:
    lines = [visit(n, name=text, purpose=text, organisation=text) for n, text in enumerate(ATTACKS, start=1)]
    data = visits_xlsx(lines, (BLUEZONE,), "=1+1 & cộng")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
        assert not any("hyperlink" in name.lower() or "external" in name.lower() for name in parts.namelist())
    assert sheet.findall(f".//{MAIN}f") == []
    assert sheet.findall(f".//{MAIN}hyperlink") == []
    told = [row[2] for row in rows_of(*lines)[1:]]
    assert [str(text).strip() for text in told] == [text.strip() for text in ATTACKS]


def test_the_head_is_frozen_and_filtered() -> None:
    data = visits_xlsx([visit(n) for n in range(1, 11)], (BLUEZONE,), "Sổ")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    pane = sheet.find(f".//{MAIN}pane")
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    found = sheet.find(f"{MAIN}autoFilter")
    assert found is not None
    assert str(found.get("ref")).startswith("A1:")
    assert str(found.get("ref")).endswith("11")


def test_the_same_visits_give_the_same_bytes() -> None:
    lines = [visit(n) for n in range(1, 40)]
    assert visits_xlsx(lines, (BLUEZONE,), "Sổ") == visits_xlsx(lines, (BLUEZONE,), "Sổ")


def test_an_empty_list_has_its_head() -> None:
    assert rows_of()[0][:3] == ["Ngày", "Số trong ngày", "Họ và tên"]
    assert csv_rows() == []


@pytest.mark.parametrize("text", ATTACKS[:6])
def test_csv_disarms_what_a_spreadsheet_would_run(text: str) -> None:
    [row] = csv_rows(visit(1, name=text))
    assert row["Họ và tên"] == f"'{text}"


def test_csv_begins_with_its_mark_and_keeps_quotes_and_lines() -> None:
    name = 'Trần "Bé", Thử\nMẫu'
    assert visits_csv([visit(1)], (BLUEZONE,)).startswith(b"\xef\xbb\xbfNg\xc3\xa0y,")
    [row] = csv_rows(visit(1, name=name))
    assert row["Họ và tên"] == name
    assert row["Giờ vào"] == "2020-08-05 07:20:00"


def test_standing_reasons_and_every_programme_are_told() -> None:
    checks = (AppCheck("bluezone", CheckState.DECLINED, "máy công ty"),)
    lines = (visit(1, voided=True), visit(2, left_at=None), visit(3, checks=checks, left_rule="end_of_day"))
    rows = csv_rows(*lines)
    assert [row["Tình trạng"] for row in rows] == ["Đã hủy", "Đang ở trong", "Đã ra"]
    assert rows[2]["Bluezone"] == "Không đồng ý"
    assert rows[2]["Bluezone: lý do"] == "máy công ty"
    assert rows[2]["Giờ ra ước tính"] == "Ước tính"
    two = visits_csv(lines, (NCOVI, BLUEZONE)).decode("utf-8-sig").splitlines()[0]
    assert "NCOVI,NCOVI: lý do,Bluezone,Bluezone: lý do" in two


def test_a_very_long_title_does_not_stop_the_workbook() -> None:
    assert len(rows_of(visit(1), title="Sổ & khách " * 60)) == 2


def test_every_field_of_a_visit_leaves_with_it() -> None:
    line = dataclasses.replace(
        visit(1),
        plate="28A-000.00",
        head_decision="Cho vào",
        recorded_by="Lễ tân",
        desk="Cổng",
        catch_up="mất điện",
    )
    [row] = csv_rows(line)
    assert {"28A-000.00", "Cho vào", "Lễ tân", "Cổng", "mất điện", line.visit_id} <= set(row.values())
