"""The pages of one PDF, one below the other, drawn sharp at the screen's own pixel ratio."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

GAP_PX = 18
LEAST_ZOOM, MOST_ZOOM = 0.1, 4.0
_STEPS = (0.1, 0.25, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_PX_PER_POINT = 96 / 72
_KEPT_PAGES = 6


class PdfPages(QAbstractScrollArea):
    """Shows a PDF page by page. Renders only the pages in sight and keeps the last few."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._document = QPdfDocument(self)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self._fit = "width"
        self._zoom = 1.0
        self._page = 0
        self._rects: list[QRect] = []
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._moved_sideways)

    @property
    def page_count(self) -> int:
        return len(self._rects)

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """1.0 shows a centimetre of paper as a centimetre of a 96 dpi screen."""
        return self._zoom

    @property
    def fit(self) -> str:
        """ "width", "page", or "" when the zoom was chosen by hand."""
        return self._fit

    def show_pdf(self, pdf: bytes) -> bool:
        """Show these bytes, staying at the page shown before. False when they are not a PDF."""
        page = self._page
        offset = self.verticalScrollBar().value()
        self._document.close()
        self._buffer.close()
        self._images.clear()
        self._bytes = QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        is_readable = self._document.status() is QPdfDocument.Status.Ready
        self._page = min(page, max(0, self._document.pageCount() - 1))
        self._lay_out()
        self.verticalScrollBar().setValue(offset)
        return is_readable

    def clear(self) -> None:
        self._document.close()
        self._buffer.close()
        self._images.clear()
        self._page = 0
        self._lay_out()

    def go_to(self, page: int) -> None:
        """Bring the top of a page, from 0, into view; out of range is the nearest page."""
        if self._rects:
            page = max(0, min(page, len(self._rects) - 1))
            self.verticalScrollBar().setValue(self._rects[page].top() - GAP_PX)
            self._set_page(page)

    def set_fit(self, fit: str) -> None:
        self._fit = fit
        self._lay_out()

    def set_zoom(self, zoom: float) -> None:
        """Zoom to a factor chosen by hand, keeping the spot in the middle of the view."""
        self._fit = ""
        self._zoom_to(zoom)

    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.005), MOST_ZOOM))

    def zoom_out(self) -> None:
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.005), LEAST_ZOOM))

    def page_rect(self, page: int) -> QRect:
        """Where a page, from 0, lies in the viewport now."""
        return self._rects[page].translated(-self._offset())

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _zoom_to(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        height = max(1, bar.maximum() + bar.pageStep())
        middle = (bar.value() + bar.pageStep() / 2) / height
        self._zoom = max(LEAST_ZOOM, min(zoom, MOST_ZOOM))
        self._lay_out()
        height = max(1, bar.maximum() + bar.pageStep())
        bar.setValue(round(middle * height - bar.pageStep() / 2))

    def _fitting_zoom(self) -> float:
        """Fits the first page; a wider annex behind it is shrunk to the view's width, see `_scale`."""
        first = self._document.pagePointSize(0) * _PX_PER_POINT
        zoom = (self.viewport().width() - 2 * GAP_PX) / first.width()
        if self._fit == "page":
            zoom = min(zoom, (self.viewport().height() - 2 * GAP_PX) / first.height())
        return max(LEAST_ZOOM, min(zoom, MOST_ZOOM))

    def _lay_out(self) -> None:
        count = self._document.pageCount()
        if count and self._fit:
            self._zoom = self._fitting_zoom()
        sizes = [
            (points * self._scale(points.width())).toSize()
            for points in (self._document.pagePointSize(n) for n in range(count))
        ]
        view = self.viewport().size()
        width = max([size.width() + 2 * GAP_PX for size in sizes] + [view.width()])
        total = sum(size.height() + GAP_PX for size in sizes) + GAP_PX
        top = GAP_PX + max(0, (view.height() - total) // 2)
        self._rects = []
        for size in sizes:
            self._rects.append(QRect(QPoint((width - size.width()) // 2, top), size))
            top += size.height() + GAP_PX
        self._set_bars(width, total)
        self.zoom_changed.emit(self._zoom)
        self.page_changed.emit(self._page)
        self.viewport().update()

    def _scale(self, width_points: float) -> float:
        """Logical pixels per point of a page of this width; a fitting zoom never needs scrolling sideways."""
        widest = (self.viewport().width() - 2 * GAP_PX) / width_points
        scale = self._zoom * _PX_PER_POINT
        return min(scale, widest) if self._fit else scale

    def _set_bars(self, width: int, height: int) -> None:
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(48)

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        seen = [n for n, rect in enumerate(self._rects) if rect.top() - GAP_PX <= middle]
        self._set_page(seen[-1] if seen else 0)
        self.viewport().update()

    def _moved_sideways(self) -> None:
        self.viewport().update()

    def _image(self, page: int) -> QImage:
        ratio = self.devicePixelRatioF()
        kept = self._images.get(page)
        size = self._rects[page].size()
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if kept is not None and kept.size() == pixels:
            self._images.move_to_end(page)
            return kept
        rendered = self._document.render(page, pixels)
        image = QImage(pixels, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, rendered)
        painter.end()
        image.setDevicePixelRatio(ratio)
        self._images[page] = image
        while len(self._images) > _KEPT_PAGES:
            self._images.popitem(last=False)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for page in range(len(self._rects)):
            rect = self.page_rect(page)
            if not rect.intersects(event.rect().adjusted(-2, -2, 2, 4)):
                continue
            for spread, alpha in ((3, 8), (2, 12), (1, 26)):
                painter.fillRect(rect.adjusted(-spread, 1 - spread, spread, 1 + spread), QColor(16, 35, 60, alpha))
            painter.drawImage(rect.topLeft(), self._image(page))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        moves = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.page_count - 1,
        }
        if key in moves:
            self.go_to(moves[Qt.Key(key)])
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.set_fit("width")
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)
