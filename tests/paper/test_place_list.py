"""Lists of places: typed, CSV and XLSX; every row is printed or none, and bad ones are named by their line."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from paper_of_posters import LINK, OFFICE, read_pages

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper.place_list import PlaceList, read_places, typed_places
from bluezone_desk.paper.poster import PosterRequest, poster
from bluezone_desk.paper.poster_batch import named_files, poster_each


def workbook(rows: list[list[object]], path: Path) -> Path:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Danh sách")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    path.write_bytes(out.getvalue())
    return path


def order(listed: PlaceList) -> PosterRequest:
    return PosterRequest(
        size="A5", places=listed.places, place_lines=listed.lines, places_name=listed.name, link=LINK
    )


def test_typed_lines_are_places() -> None:
    assert typed_places("Cổng chính\n\n  Tầng 2 \u202e\n") == PlaceList(("Cổng chính", "Tầng 2"), (1, 3))


def test_a_csv_with_a_heading_is_read_by_its_column(tmp_path: Path) -> None:
    path = tmp_path / "vi-tri.csv"
    path.write_text("STT;Vị trí dán;Ghi chú\n1;Cổng chính;a\n2;;b\n3;Phòng Một cửa;\n", encoding="utf-8-sig")
    assert read_places(path) == PlaceList(("Cổng chính", "Phòng Một cửa"), (2, 4), "vi-tri.csv")


def test_a_csv_without_a_heading_is_read_from_its_first_column(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Cổng chính\nThang máy\n", encoding="utf-8")
    assert read_places(path).places == ("Cổng chính", "Thang máy")


def test_a_workbook_is_read_by_its_column_and_numbers_are_places_too(tmp_path: Path) -> None:
    path = workbook(
        [["Danh sách vị trí"], [], ["STT", "Địa điểm"], [1, "Cổng chính"], [2, 204]], tmp_path / "p.xlsx"
    )
    assert read_places(path) == PlaceList(("Cổng chính", "204"), (4, 5), "p.xlsx")


def test_a_list_without_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskFault) as caught:
        read_places(workbook([["Vị trí"], [""]], tmp_path / "p.xlsx"))
    assert caught.value.code is Trouble.PLACES_UNREADABLE


def test_bad_rows_are_named_by_line_all_at_once() -> None:
    listed = typed_places("Cổng 😀\nCổng chính\n" + "P" * 200 + "\nبوابة")
    for make in (poster, poster_each):
        with pytest.raises(DeskFault) as caught:
            make(order(listed), OFFICE)  # type: ignore[operator]
        assert caught.value.code is Trouble.PLACES_BAD_ROWS
        assert caught.value.facts["lines"] == "1,3,4"
        assert "😀" in caught.value.facts["rows"]


def test_a_fault_that_is_no_rows_own_keeps_its_code() -> None:
    listed = typed_places("Cổng chính")
    bad = PosterRequest(places=listed.places, place_lines=listed.lines, headline="M" * 200)
    with pytest.raises(DeskFault) as caught:
        poster(bad, OFFICE)
    assert caught.value.code is Trouble.TEXT_TOO_LONG


def test_each_place_is_a_file_of_its_own_that_scans() -> None:
    request = order(typed_places("Cổng chính\nCổng chính\nTầng 2"))
    files = named_files(request, poster_each(request, OFFICE))
    assert list(files) == ["door-01-cong-chinh.pdf", "door-02-cong-chinh.pdf", "door-03-tang-2.pdf"]
    assert all(read_pages(pdf, 100) == [[LINK]] for pdf in files.values())


def test_many_posters_stop_when_asked() -> None:
    request = order(typed_places("\n".join(f"Vị trí {n}" for n in range(6))))
    seen: list[int] = []

    def stop_at_two(done: int, of: int) -> bool:
        seen.append(done)
        return done < 2

    for make in (poster, poster_each):
        with pytest.raises(DeskFault) as caught:
            make(request, OFFICE, stop_at_two)  # type: ignore[operator]
        assert caught.value.code is Trouble.WORK_CANCELLED
    assert seen == [1, 2, 1, 2]
