"""The evacuation list: everyone inside, by name, with a box to tick and a true count."""

from datetime import UTC, datetime

import paper_reading
import pytest
from paper_reading import MM
from sample_day import OFFICE, visit

from bluezone_desk.paper.inside_list import inside_list

NOW = datetime(2020, 8, 5, 4, 2, tzinfo=UTC)


def test_everyone_inside_has_a_line_and_a_box() -> None:
    lines = [visit(n, left_at=None if n % 2 else NOW) for n in range(1, 81)]
    pages = paper_reading.read(inside_list(lines, OFFICE, NOW))
    boxes = [run for page in pages for run in page.runs if run.text == "□"]
    assert len(boxes) == 40
    assert len(pages) == 2
    assert all(run.base > 20 * MM for page in pages for run in page.runs)


def test_the_count_includes_those_who_came_along() -> None:
    lines = [visit(n, left_at=None, party=3 if n == 1 else 0) for n in range(1, 4)]
    [page] = paper_reading.read(inside_list(lines, OFFICE, NOW))
    assert page.run("Tổng số: 6 người, trong đó 3 người đi cùng")
    assert page.run("Lúc 11 giờ 02 phút, thứ Tư, ngày 05 tháng 8 năm 2020")


@pytest.mark.parametrize("lines", [[], [visit(1)], [visit(2, left_at=None, voided=True)]])
def test_an_empty_house_is_said_to_be_empty(lines: list[object]) -> None:
    [page] = paper_reading.read(inside_list(lines, OFFICE, NOW))  # type: ignore[arg-type]
    assert page.run("Không có khách nào trong trụ sở.")
    assert not page.having("□")


def test_names_stand_in_vietnamese_order() -> None:
    names = ("Vũ Hạ", "Bùi Thị Ý", "Nguyễn Văn An", "Đỗ Văn Đạt", "Đinh Văn Dung")
    lines = [visit(n, name=name, left_at=None, party=0) for n, name in enumerate(names, start=1)]
    [page] = paper_reading.read(inside_list(lines, OFFICE, NOW))
    told = [run.text for run in page.runs if run.text in names]
    assert told == ["Nguyễn Văn An", "Đinh Văn Dung", "Đỗ Văn Đạt", "Vũ Hạ", "Bùi Thị Ý"]


def test_someone_inside_since_another_day_shows_that_day() -> None:
    old = visit(1, left_at=None, entered_at=datetime(2020, 8, 3, 2, 5, tzinfo=UTC))
    [page] = paper_reading.read(inside_list([old], OFFICE, NOW))
    assert page.run("03/8")


def test_a_letter_without_a_glyph_is_marked_and_explained() -> None:
    [page] = paper_reading.read(inside_list([visit(1, name="李 Lý", left_at=None, party=0)], OFFICE, NOW))
    assert page.run("[?] Lý")
    assert page.having("Chữ không có trong phông chữ")
