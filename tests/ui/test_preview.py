"""The live preview and its pages: the very bytes, sharp, and paged through by keys."""

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.ui.preview import PdfPreview
from bluezone_desk.ui.preview_pages import PdfPages

pytestmark = pytest.mark.gui


def pdf_of(pages: int) -> bytes:
    held = BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.rect(0, A4[1] / 2, A4[0], A4[1] / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    widget = PdfPreview()
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show()
    return widget


@pytest.fixture
def pages(qtbot: QtBot) -> PdfPages:
    widget = PdfPages()
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show()
    return widget


def test_the_bytes_kept_are_the_bytes_shown(preview: PdfPreview) -> None:
    paper = pdf_of(3)
    preview.show_pdf(paper, "thể thức")
    assert preview.pdf is paper
    assert preview.pages.page_count == 3
    assert "1" in preview.where
    assert "3" in preview.where
    assert preview.where.endswith("thể thức")
    preview.pages.go_to(2)
    assert "3" in preview.where.split("/")[0]


def test_a_message_leaves_nothing_to_save(preview: PdfPreview) -> None:
    preview.show_pdf(pdf_of(1))
    preview.show_message("Chưa có gì")
    assert preview.pdf == b""
    assert preview.message == "Chưa có gì"
    assert preview.where == ""
    preview.show_pdf(pdf_of(1))
    assert preview.message == ""


def test_working_keeps_the_last_paper_in_sight(preview: PdfPreview) -> None:
    paper = pdf_of(1)
    preview.show_pdf(paper)
    preview.show_working()
    assert preview.pdf is paper
    preview.show_message("")
    preview.show_working()
    assert preview.message


def test_fit_width_fills_the_view(pages: PdfPages) -> None:
    assert pages.show_pdf(pdf_of(3))
    assert pages.page_count == 3
    rect = pages.page_rect(0)
    assert 0 <= rect.left() <= 20
    assert pages.viewport().width() - rect.right() <= 20


def test_a_page_is_white_where_the_pdf_draws_nothing(pages: PdfPages) -> None:
    pages.show_pdf(pdf_of(1))
    pages.set_fit("page")
    picture = pages.viewport().grab().toImage()
    rect = pages.page_rect(0)
    ratio = picture.devicePixelRatio()

    def colour(across: float, down: float) -> QColor:
        x, y = rect.left() + across * rect.width(), rect.top() + down * rect.height()
        return picture.pixelColor(round(x * ratio), round(y * ratio))

    assert colour(0.5, 0.25).lightness() < 10
    assert colour(0.5, 0.75) == QColor(Qt.GlobalColor.white)


def test_keys_page_through(pages: PdfPages) -> None:
    pages.show_pdf(pdf_of(3))
    seen: list[int] = []
    pages.page_changed.connect(seen.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(pages, key)
    assert seen == [1, 2, 1]
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == 2
    QTest.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 0


def test_zoom_by_keys_and_back_to_fit(pages: PdfPages) -> None:
    pages.show_pdf(pdf_of(1))
    fitted = pages.zoom
    QTest.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages.zoom > fitted
    assert pages.fit == ""
    for _ in range(30):
        pages.zoom_in()
    assert pages.zoom == 4.0
    for _ in range(30):
        pages.zoom_out()
    assert pages.zoom == 0.1
    QTest.keyClick(pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pages.zoom == pytest.approx(fitted)


def test_a_new_paper_keeps_the_place(pages: PdfPages) -> None:
    pages.show_pdf(pdf_of(3))
    pages.go_to(1)
    pages.show_pdf(pdf_of(3))
    assert pages.page == 1
    pages.show_pdf(pdf_of(1))
    assert pages.page == 0


def test_bytes_that_are_no_pdf_show_nothing(pages: PdfPages) -> None:
    pages.show_pdf(pdf_of(2))
    assert not pages.show_pdf(b"not a pdf")
    assert pages.page_count == 0
    pages.viewport().grab()
