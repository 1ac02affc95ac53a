"""QR drawing and whole posters, side by side in one run.

    python benchmarks/posters.py [--posters 500] [--rounds 3]

Drawing: the same codes onto pages of one PDF, by this program (`qr_drawing`), by segno, by reportlab's own widget,
and as a picture by qrcode; once with one link on every page (an office's posters) and once with a new link each,
in CPU seconds, which a busy machine leaves as they are.
segno is a yardstick and no dependency: `python -m pip install segno` into the same environment to see its column.
Whole posters: drawn, then proven, counted apart at two sizes to show that the proof is linear. One order of each
template, and a workbook of places to a file each, stand before and after.
"""

import argparse
import io
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bluezone_desk.domain.office import BLUEZONE, Office
from bluezone_desk.paper import poster as poster_room
from bluezone_desk.paper import qr_drawing
from bluezone_desk.paper.place_list import read_places
from bluezone_desk.paper.poster import PosterRequest, poster
from bluezone_desk.paper.poster_batch import poster_each
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.paper.rendering import page_count

SIDE = 430.0
X, Y = 80.0, 250.0
Drawer = Callable[[Any, str], None]


def ours(canvas: Any, link: str) -> None:
    qr_drawing.draw_qr(canvas, qr_drawing.qr_code(link), X, Y, SIDE)


def by_segno(canvas: Any, link: str) -> None:
    import segno

    code = segno.make(link, error="q", boost_error=False, micro=False)
    size = code.symbol_size(border=0)[0]
    step = SIDE / size
    path = canvas.beginPath()
    for y, row in enumerate(code.matrix):
        x = 0
        while x < size:
            run = x
            while run < size and row[run]:
                run += 1
            if run > x:
                path.rect(X + x * step, Y + (size - 1 - y) * step, (run - x) * step, step)
            x = run + 1
    canvas.drawPath(path, stroke=0, fill=1)


def by_segno_pdf(canvas: Any, link: str) -> None:
    """segno's own vector PDF, a document for each code."""
    import segno

    segno.make(link, error="q", boost_error=False, micro=False).save(io.BytesIO(), kind="pdf", scale=10)


def by_widget(canvas: Any, link: str) -> None:
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing

    widget = QrCodeWidget(link, barLevel="Q", barWidth=SIDE, barHeight=SIDE)
    drawing = Drawing(SIDE, SIDE)
    drawing.add(widget)
    renderPDF.draw(drawing, canvas, X, Y)


def by_picture(canvas: Any, link: str) -> None:
    import qrcode

    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, box_size=20, border=4)
    made.add_data(link)
    made.make(fit=True)
    canvas.drawImage(ImageReader(made.make_image().get_image()), X, Y, SIDE, SIDE)


def document_seconds(draw: Drawer, links: list[str]) -> float:
    for cached in (qr_drawing.qr_code, qr_drawing._path):
        cached.cache_clear()
    start = time.process_time()
    canvas = Canvas(io.BytesIO(), invariant=1)
    for link in links:
        draw(canvas, link)
        canvas.showPage()
    canvas.save()
    return time.process_time() - start


def compare_drawing(count: int, rounds: int) -> None:
    drawers: dict[str, Drawer] = {"Bluezone Desk, one vector path": ours}
    try:
        import segno  # noqa: F401
    except ImportError:
        print("segno is not installed: python -m pip install segno\n")
    else:
        drawers |= {"segno, modules as one path": by_segno, "segno, its own PDF": by_segno_pdf}
    drawers |= {"reportlab QrCodeWidget": by_widget, "qrcode as picture": by_picture}
    works = {
        "one link": [BLUEZONE.link] * count,
        "a new link each": [f"{BLUEZONE.link}/{number:04}" for number in range(count)],
    }
    print(f"## QR drawing, {count} pages, median of {rounds} turns\n")
    print("| drawn by | " + " | ".join(f"{name}: s | ratio" for name in works) + " |")
    print("|---|" + "---|---|" * len(works))
    seconds = {(d, w): [] for d in drawers for w in works}
    for _ in range(rounds):
        for (drawer, work), taken in seconds.items():
            taken.append(document_seconds(drawers[drawer], works[work]))
    yard = "segno, modules as one path" if "segno, modules as one path" in drawers else next(iter(drawers))
    for drawer in drawers:
        cells = []
        for work in works:
            median = statistics.median(seconds[drawer, work])
            cells.append(f"{median:.2f} | {median / statistics.median(seconds[yard, work]):.2f}")
        print(f"| {drawer} | " + " | ".join(cells) + " |")
    print(f"\nratio: to {yard}\n")


def whole_posters(counts: tuple[int, ...]) -> None:
    print("## Whole A4 door posters, one place each\n")
    print("| posters | draw ms each | proof ms each | total s | PDF MB | peak memory MB |")
    print("|---|---|---|---|---|---|")
    prove = poster_room.prove_pages
    for count in counts:
        proving = [0.0]

        def timed(*given: Any, spent: list[float] = proving) -> Any:
            start = time.perf_counter()
            proofs = prove(*given)
            spent[0] += time.perf_counter() - start
            return proofs

        poster_room.prove_pages = timed
        start = time.perf_counter()
        made = poster(PosterRequest(places=tuple(f"Vị trí {number}" for number in range(count))), Office())
        total = time.perf_counter() - start
        poster_room.prove_pages = prove
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        drawing = (total - proving[0]) / count * 1000
        print(
            f"| {count} | {drawing:.1f} | {proving[0] / count * 1000:.1f} | {total:.2f}"
            f" | {len(made.pdf) / 1e6:.2f} | {peak:.0f} |"
        )


def one_of_each(rounds: int) -> None:
    """From options to a proven document, every template in its usual size; the first is drawn once beforehand."""
    print("\n## One order, from options to proven pages\n")
    print("| template | size | pages | ms |")
    print("|---|---|---|---|")
    poster(PosterRequest(), Office())
    for key, template in TEMPLATES.items():
        taken = []
        for _ in range(rounds):
            start = time.perf_counter()
            made = poster(PosterRequest(template=key, size="", language="vi+en"), Office())
            taken.append((time.perf_counter() - start) * 1000)
        pages = len(made.pngs) or page_count(made.pdf)
        print(f"| {key} | {template.sizes[0]} | {pages} | {statistics.median(taken):.0f} |")


def from_a_list(count: int) -> None:
    """A workbook of places to one PDF, and to a file each in memory."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write_column(0, 0, ["Vị trí", *(f"Phòng {number}" for number in range(count))])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.xlsx"
        path.write_bytes(out.getvalue())
        start = time.perf_counter()
        listed = read_places(path)
        reading = (time.perf_counter() - start) * 1000
    request = PosterRequest(places=listed.places, place_lines=listed.lines)
    start = time.perf_counter()
    poster_each(request, Office())
    each = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n## {count} places from a workbook\n")
    print(f"list read in {reading:.0f} ms; a file each, proven: {each:.1f} s; peak memory {peak:.0f} MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posters", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    one_of_each(chosen.rounds)
    compare_drawing(chosen.posters, chosen.rounds)
    whole_posters((1, max(1, chosen.posters // 10), chosen.posters))
    from_a_list(chosen.posters)
    return 0


if __name__ == "__main__":
    sys.exit(main())
