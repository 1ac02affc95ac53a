"""Pages as pictures, drawn by PDFium: for previews without Qt, and for proof that a page scans."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from PIL import Image

# PDFium may be entered by one thread at a time.
_pdfium = threading.Lock()


@contextmanager
def _document(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages the finished document has."""
    with _document(pdf) as document:
        return len(document)


def page_image(pdf: bytes, page: int, dpi: int) -> Image.Image:
    """One page, counted from 0, as an RGB picture on white at `dpi`. Safe to call from any thread."""
    with _document(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=dpi / 72)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        sheet.close()
    return picture


def page_png(pdf: bytes, page: int, dpi: int) -> bytes:
    """One page, counted from 0, as PNG bytes that state their `dpi`."""
    out = io.BytesIO()
    page_image(pdf, page, dpi).save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


class OpenedPdf:
    """A finished document kept open while page after page of it is looked at; other threads take turns with it."""

    def __init__(self, pdf: bytes) -> None:
        with _pdfium:
            self._document = pypdfium2.PdfDocument(pdf)

    def close(self) -> None:
        with _pdfium:
            self._document.close()

    def views(self, page: int, dpis: tuple[int, ...]) -> tuple[tuple[Image.Image, ...], str]:
        """One page, counted from 0, as one grey picture for each dpi, and the text that can be copied from it."""
        with _pdfium:
            sheet = self._document[page]
            pictures = []
            for dpi in dpis:
                bitmap = sheet.render(scale=dpi / 72, grayscale=True)
                pictures.append(bitmap.to_pil().copy())
                bitmap.close()
            copied = sheet.get_textpage()
            text = str(copied.get_text_range())
            copied.close()
            sheet.close()
        return tuple(pictures), text
