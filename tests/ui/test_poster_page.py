"""The poster page: only what was proven leaves, and a refusal says why and where."""

from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.notices import Notice
from bluezone_desk.ui.pages.poster import PosterPage
from bluezone_desk.ui.pages.poster_templates import TemplateCard
from bluezone_desk.ui.pages.poster_words import refused_words, template_title
from bluezone_desk.ui.task_runner import InlineTaskRunner

pytestmark = pytest.mark.gui

LINK = "https://www.bluezone.gov.vn"


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, desk: Desk, runner: InlineTaskRunner, clock: SetClock) -> PosterPage:
    made = PosterPage(desk, runner, clock)
    qtbot.addWidget(made)
    made.resize(1160, 716)
    made.show()
    with qtbot.waitSignal(made.making.made):
        made.entered()
    return made


def proof_tone(page: PosterPage) -> str:
    return str(page.options._proof.property("tone"))


def are_exits_open(page: PosterPage) -> bool:
    return (
        page.options.save_pdf.isEnabled() and page.options.save_png.isEnabled() and page.options.print.isEnabled()
    )


def test_the_offices_poster_is_shown_and_proven(page: PosterPage) -> None:
    assert page.preview.pages.page_count == 1
    assert proof_tone(page) == "good"
    assert "1,5 m" in page.options._proof_text.text()
    assert are_exits_open(page)


def test_each_place_is_a_poster(qtbot: QtBot, page: PosterPage) -> None:
    with qtbot.waitSignal(page.making.made):
        page.options.places.setPlainText("Cổng chính\n\n  Thang máy tầng 1 \nPho\u0300ng Một cửa\n")
    assert page.request().places == ("Cổng chính", "Thang máy tầng 1", "Phòng Một cửa")
    assert page.preview.pages.page_count == 3
    assert "3" in page.options.print.text()


@pytest.mark.parametrize(
    "link",
    [
        "http://www.bluezone.gov.vn",
        "https://bluez0ne.gov.vn",
        "https://www.bluezone.gov.vn.evil.example",
        "blue zone",
    ],
)
def test_a_link_that_is_not_the_office_s_is_refused_at_its_field(page: PosterPage, link: str) -> None:
    page.options.link.setText(link)
    assert page.options.fields.link_field.problem
    assert proof_tone(page) == "bad"
    assert page.preview.pdf == b""
    assert not are_exits_open(page)
    page.making.when_fresh(lambda: pytest.fail("a refused poster was released"))


def test_a_link_made_right_is_released_again(qtbot: QtBot, page: PosterPage) -> None:
    page.options.link.setText("http://x")
    with qtbot.waitSignal(page.making.made):
        page.options.link.setText(LINK)
    assert page.options.fields.link_field.problem == ""
    assert are_exits_open(page)


def test_every_template_in_every_size_is_offered_and_proven(qtbot: QtBot, page: PosterPage) -> None:
    for key, template in TEMPLATES.items():
        for place in range(len(template.sizes)):
            if (key, place) != ("door", 0):
                with qtbot.waitSignal(page.making.made):
                    page.templates.choose(key)
                    page.options.paper.setCurrentIndex(place)
                    page.ask()
            assert page.request().template == key
            assert page.request().size == template.sizes[place]
            assert page.preview.pdf
            assert template_title(key) != key


def test_a_failed_proof_is_red_and_cannot_be_saved(
    qtbot: QtBot, page: PosterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unproven(*given: object) -> None:
        raise DeskFault(Trouble.POSTER_NOT_PROVEN, check="blurred", place="Cổng chính")

    monkeypatch.setattr("bluezone_desk.ui.pages.poster.poster", unproven)
    with qtbot.waitSignal(page.making.failed):
        page.options.headline.setText("Mở Bluezone")
    assert proof_tone(page) == "bad"
    assert "nhòe" in page.options._proof_text.text()
    assert "Cổng chính" in page.options._proof_text.text()
    assert not are_exits_open(page)


def test_a_letter_that_cannot_be_printed_is_refused(qtbot: QtBot, page: PosterPage) -> None:
    with qtbot.waitSignal(page.making.failed):
        page.options.headline.setText("Mở \U0001f642")
    assert proof_tone(page) == "bad"
    assert not are_exits_open(page)


def test_what_is_saved_is_what_was_proven(page: PosterPage, tmp_path: Path) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = tmp_path / "poster-door-a4.pdf"
    assert saved.read_bytes() == page.preview.pdf
    assert "Cổng chính" in PdfReader(BytesIO(saved.read_bytes())).pages[0].extract_text()
    assert [notice.tone for notice in notices] == ["good"]


def test_pictures_of_several_places_go_to_a_new_folder_and_scan(
    qtbot: QtBot, page: PosterPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.making.made):
        page.options.places.setPlainText("Cổng chính\nThang máy")
    page.outlet.ask_path = lambda window, suggested: tmp_path / suggested.name
    page.save_png()
    page.save_png()
    folders = sorted(path.name for path in tmp_path.glob("poster-*"))
    assert folders == ["poster-door-a4", "poster-door-a4 2"]
    pictures = sorted((tmp_path / "poster-door-a4").iterdir())
    assert [picture.name for picture in pictures] == ["01-cong-chinh.png", "02-thang-may.png"]
    for picture in pictures:
        assert [code.text for code in zxingcpp.read_barcodes(Image.open(picture))] == [LINK]


def test_templates_are_chosen_with_the_arrow_keys(qtbot: QtBot, page: PosterPage) -> None:
    first = page.templates.cards.buttons()[0]
    first.setFocus()
    with qtbot.waitSignal(page.templates.chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Down)
    assert chosen.args == [list(TEMPLATES)[1]]
    card = page.templates.cards.checkedButton()
    assert isinstance(card, TemplateCard)
    assert card.accessibleName()
    page.making.forget()


def test_a_refusal_names_check_and_place() -> None:
    fault = DeskFault(Trouble.POSTER_NOT_PROVEN, check="quiet_zone", place="Thang máy")
    words = refused_words(fault, "Câu đầu.")
    assert words.startswith("Câu đầu.")
    assert "lề trắng" in words
    assert "Thang máy" in words
