"""The demo: one plausible day, the same for the same seed, and papers an office would hand on."""

import csv
import io
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from bluezone_desk.cli import main
from bluezone_desk.demo import Plan
from bluezone_desk.demo.day import arrivals, closing
from bluezone_desk.domain.clock import OFFICE_ZONE, SetClock
from bluezone_desk.domain.id_number import facts_of
from bluezone_desk.domain.identify import CardScan, identify
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.paper.rendering import page_image
from bluezone_desk.services.opening import open_desk

pytestmark = pytest.mark.journey

DAY = date(2020, 8, 5)
PAPERS = {
    "bao-cao-ngay-2020-08-05.pdf",
    "bao-cao-ngay-2020-08-05.docx",
    "bao-cao-ngay-2020-08-05.xlsx",
    "so-ra-vao-2020-08-05.xlsx",
    "so-ra-vao-2020-08-05.csv",
    "danh-sach-dang-o-trong-2020-08-05.pdf",
    "poster-cua-a4.pdf",
    "poster-cua-a4-song-ngu.pdf",
}


def work_demo(out: Path, *words: str) -> int:
    return main(
        [
            "demo",
            "--out",
            str(out),
            "--visits",
            "60",
            "--without-pictures",
            "--without-reports",
            "--without-posters",
            *words,
        ]
    )


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    assert work_demo(out) == 0
    return out


def test_every_paper_is_left(papers: Path) -> None:
    assert {path.name for path in papers.iterdir()} == PAPERS


def test_the_same_seed_gives_the_same_bytes_and_another_another_day(papers: Path, tmp_path: Path) -> None:
    assert work_demo(tmp_path / "again") == 0
    assert [
        name for name in PAPERS if (papers / name).read_bytes() != (tmp_path / "again" / name).read_bytes()
    ] == []
    assert work_demo(tmp_path / "other", "--seed", "2") == 0
    register = "so-ra-vao-2020-08-05.csv"
    assert (papers / register).read_bytes() != (tmp_path / "other" / register).read_bytes()


def test_the_report_counts_what_the_register_lists(papers: Path) -> None:
    rows = list(csv.reader(io.StringIO((papers / "so-ra-vao-2020-08-05.csv").read_text("utf-8-sig"))))
    assert len(rows) == 61
    pdf = pypdfium2.PdfDocument((papers / "bao-cao-ngay-2020-08-05.pdf").read_bytes())
    text = " ".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    pdf.close()
    assert "60 lượt khách" in text
    assert "1287/UBND-KGVX" in text
    assert "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in text


def test_the_posters_scan(papers: Path) -> None:
    for name in ("poster-cua-a4.pdf", "poster-cua-a4-song-ngu.pdf"):
        found = zxingcpp.read_barcodes(page_image((papers / name).read_bytes(), 0, 100))
        assert [code.text for code in found] == ["https://www.bluezone.gov.vn"]


def test_a_book_with_visits_is_left_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book"
    assert work_demo(tmp_path / "first", "--data-dir", str(book)) == 0
    with open_desk(book, SetClock(closing(DAY))) as desk:
        before = desk.care.info()
        assert before.visits == 60
        assert desk.care.verify().ok
    capsys.readouterr()
    assert work_demo(tmp_path / "second", "--data-dir", str(book)) == 1
    assert str(book) in capsys.readouterr().err
    with open_desk(book, SetClock(closing(DAY))) as desk:
        assert (desk.care.info().lines, desk.care.info().head_digest) == (before.lines, before.head_digest)


@pytest.mark.parametrize("words", [["--date", "1900-01-01"], ["--date", "2199-12-31"], ["--visits", "1"]])
def test_odd_days_work_too(tmp_path: Path, words: list[str]) -> None:
    assert work_demo(tmp_path, *words) == 0


def test_a_file_in_the_folders_place_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    assert work_demo(tmp_path / "out") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_day_is_plausible() -> None:
    day = arrivals(Plan(DAY))
    hours = [arrival.at.astimezone(OFFICE_ZONE).hour for arrival in day]
    assert max(set(hours), key=hours.count) == 8
    assert hours.count(14) > hours.count(11) + hours.count(16)
    assert all(arrival.leaves is None or arrival.at < arrival.leaves < closing(DAY) for arrival in day)
    assert 1 <= sum(arrival.leaves is None for arrival in day) <= 10
    assert 5 <= sum(arrival.is_back for arrival in day) <= 40
    assert sum(arrival.from_paper for arrival in day) == 3
    assert any(arrival.party for arrival in day)
    assert {arrival.state for arrival in day} == set(CheckState)


def test_nobody_in_it_is_real() -> None:
    for arrival in arrivals(Plan(date(2022, 8, 5), visits=300)):
        visitor = arrival.visitor
        assert not visitor.phone or visitor.phone.startswith("0900000")
        if visitor.card:
            assert visitor.id_number.endswith("000000")
            card = identify(visitor.card, DAY.replace(year=2022))
            assert isinstance(card, CardScan)
            assert (card.name, card.warnings) == (visitor.name, ())
            assert facts_of(card.id_number).birth_year == int(card.birth_date[:4])
