"""Register and reports against the floor a user would write: one drawString for each cell.

Run by hand: `python benchmarks/report.py [--rounds 5]`. The second table has the other forms of the same papers,
and the report of a year with so many visits, counted and drawn. Every figure comes from a child process of its
own, taken in turn, so that a ratio means something on a noisy machine. Medians; memory is the child's peak.
"""

import argparse
import io
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bluezone_desk.domain.figures import DaySummary, day_figures
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.period import year_of
from bluezone_desk.domain.period_figures import PeriodSummary, period_figures
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import VisitLine

DAY = date(2020, 8, 5)
MADE = datetime(2020, 8, 6, 1, 0, tzinfo=UTC)
SIZES = (200, 2_000, 20_000)
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLE = ["Văn", "Thị", "Hữu", "Đức", "Ngọc", "Thị Phương", "Minh", "Quang", "Thị Thu"]
GIVEN = [
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hạnh",
    "Hòa",
    "Khoa",
    "Linh",
    "Mạnh",
    "Nga",
    "Oanh",
    "Phúc",
    "Quỳnh",
    "Sơn",
    "Thảo",
    "Uyên",
    "Vinh",
    "Xuân",
    "Yến",
]
FROM = ["Công dân", "UBND xã Bình Thanh", "Công ty CP Sông Đà", "Trường THPT Công Nghiệp", "Đài PT-TH tỉnh"]
HOST = ["Một cửa", "Văn phòng", "P. TTBCXB", "Bà Lê Thị Lan"]
WHY = ["Nộp hồ sơ", "Họp giao ban", "Giao công văn", "Xin xác nhận"]


def visits(count: int) -> list[VisitLine]:
    """So many invented visits, the same ones every time, hardly two alike."""
    chance = random.Random(1)
    start = datetime(2020, 8, 5, 0, 15, tzinfo=UTC)
    lines = []
    for n in range(1, count + 1):
        entered = start + timedelta(seconds=n * 30_000 / count)
        lines.append(
            VisitLine(
                visit_id=f"v{n}",
                visitor_id=f"p{n}",
                number=n,
                day=DAY,
                entered_at=entered,
                left_at=entered + timedelta(minutes=chance.randint(5, 120)),
                name=f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}",
                id_number=f"{n % 96 + 1:03}{n // 96 % 4}{n // 384 % 100:02}000000",
                phone=f"09{chance.randint(0, 10**8 - 1):08}",
                organisation=chance.choice(FROM),
                host=chance.choice(HOST),
                purpose=chance.choice(WHY),
                pass_number=f"{n % 90:02}",
                checks=(AppCheck("bluezone", chance.choice(tuple(CheckState))),),
            )
        )
    return lines


def floor(lines: list[VisitLine], office: Office) -> bytes:
    """What a user would write: drawString for each cell, a line under each row, the same texts and columns."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    from bluezone_desk.paper import decree30 as law
    from bluezone_desk.paper.fonts import SERIF, font
    from bluezone_desk.paper.register_rows import register_columns, register_rows

    rl_config.useA85 = 0
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=law.A4_LANDSCAPE, initialFontName=font(SERIF).fontName)
    edges = [law.LEFT_MM * law.MM]
    for column in register_columns(office.programmes, 252 * law.MM):
        edges.append(edges[-1] + column.wide)
    top, bottom = law.A4_LANDSCAPE[1] - 20 * law.MM, 20 * law.MM
    y = bottom
    for row in register_rows(lines, office.programmes, DAY, True):
        if y < bottom + 14:
            canvas.showPage()
            canvas.setFont(SERIF, 9)
            for x in edges:
                canvas.line(x, bottom, x, top)
            y = top
        y -= 14
        for x, text in zip(edges, row, strict=False):
            canvas.drawString(x + 3, y + 4, text)
        canvas.line(edges[0], y, edges[-1], y)
    canvas.save()
    return out.getvalue()


def register(lines: list[VisitLine], office: Office) -> bytes:
    from bluezone_desk.paper.register import register_pdf

    return register_pdf(lines, office, DAY, DAY)


def day_report(lines: list[VisitLine], office: Office) -> bytes:
    from bluezone_desk.paper.daily_report import daily_report

    figures = day_figures(DAY, lines, (), office.programmes)
    return daily_report(DaySummary(figures, tuple(lines), (), None, MADE), office)


def register_word(lines: list[VisitLine], office: Office) -> bytes:
    from bluezone_desk.paper.register_docx import register_docx

    return register_docx(lines, office, DAY, DAY, MADE)


def register_sheet(lines: list[VisitLine], office: Office) -> bytes:
    from bluezone_desk.paper.register_xlsx import register_xlsx

    return register_xlsx(lines, office, DAY, DAY, MADE)


def export(lines: list[VisitLine], office: Office) -> bytes:
    from bluezone_desk.paper.workbook import visits_xlsx

    return visits_xlsx(lines, office.programmes, "Sổ")


def year(lines: list[VisitLine], office: Office) -> bytes:
    """The same visits over the days of a year, counted and drawn."""
    from bluezone_desk.paper.period_report import period_report

    spread = [_moved(line, timedelta(days=n * 365 // len(lines))) for n, line in enumerate(lines)]
    period = year_of(DAY)
    started = time.perf_counter()
    figures = period_figures(period, spread, office.programmes)
    pdf = period_report(PeriodSummary(figures, None, datetime(2021, 1, 2, tzinfo=UTC)), office)
    # Moving the visits is the benchmark's own work.
    year.seconds = time.perf_counter() - started  # type: ignore[attr-defined]
    return pdf


def _moved(line: VisitLine, by: timedelta) -> VisitLine:
    back = by - (DAY - date(DAY.year, 1, 1))
    left = line.left_at + back if line.left_at else None
    return replace(line, day=DAY + back, entered_at=line.entered_at + back, left_at=left)


WORK: dict[str, Callable[[list[VisitLine], Office], bytes]] = {
    "floor": floor,
    "register": register,
    "report": day_report,
    "word": register_word,
    "sheet": register_sheet,
    "export": export,
    "year": year,
}
COMPARED = ("floor", "register", "report")
OTHERS = ("word", "sheet", "export", "year")


def child(name: str, count: int) -> None:
    """Warms up on ten visits, then prints seconds and peak megabytes of one run."""
    office = Office(name="Sở Thông tin và Truyền thông")
    lines = visits(count)
    WORK[name](lines[:10], office)
    started = time.perf_counter()
    WORK[name](lines, office)
    seconds = getattr(WORK[name], "seconds", 0.0) or time.perf_counter() - started
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measure(names: tuple[str, ...], count: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Median seconds and highest peak for each work, taken in turn."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            command = [sys.executable, __file__, "--child", name, "--visits", str(count)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seconds, peak = map(float, done.stdout.split())
            seen[name].append((seconds, peak))
    return {
        name: (statistics.median(s for s, _ in runs), max(peak for _, peak in runs)) for name, runs in seen.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=sorted(WORK), help=argparse.SUPPRESS)
    parser.add_argument("--visits", type=int, default=200, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        child(chosen.child, chosen.visits)
        return
    print("| visits | drawString floor | register | ratio | report with annex | ratio | peak MB of each |")
    print("|---:|---:|---:|---:|---:|---:|---|")
    for count in SIZES:
        found = measure(COMPARED, count, chosen.rounds)
        base = found["floor"][0]
        parts = [f"{found[name][0]:.3f} s | {found[name][0] / base:.2f}" for name in ("register", "report")]
        peaks = ", ".join(f"{found[name][1]:.0f}" for name in COMPARED)
        print(f"| {count:,} | {base:.3f} s | {' | '.join(parts)} | {peaks} |", flush=True)
    print("\n| visits | register DOCX | register XLSX | all columns XLSX | report of a year | peak MB of each |")
    print("|---:|---:|---:|---:|---:|---|")
    for count in SIZES:
        found = measure(OTHERS, count, chosen.rounds)
        parts = " | ".join(f"{found[name][0]:.3f} s" for name in OTHERS)
        print(f"| {count:,} | {parts} | {', '.join(f'{found[name][1]:.0f}' for name in OTHERS)} |", flush=True)


if __name__ == "__main__":
    main()
