"""The Word files opened by LibreOffice: the pages an office without Word gets are the pages of the PDF."""

from dataclasses import dataclass

import paper_reading
import pytest
import report_cases
import sample_day
import sample_period
import word_opening
from paper_reading import MM, Page
from report_cases import NATION

from bluezone_desk.domain.period import month_of
from bluezone_desk.paper.daily_report import ReportOptions, daily_report
from bluezone_desk.paper.daily_report_docx import daily_report_docx
from bluezone_desk.paper.period_report import period_report
from bluezone_desk.paper.period_report_docx import period_report_docx
from bluezone_desk.paper.wording import report_text
from bluezone_desk.paper.wording_blocks import Heading, Paragraph
from bluezone_desk.paper.wording_document import ReportText
from bluezone_desk.paper.wording_period import period_text

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not word_opening.OFFICE_PROGRAM, reason=word_opening.NOT_HERE),
]

MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True)
class Pair:
    """One report as the PDF we draw, and as LibreOffice lays out its Word form."""

    text: ReportText
    drawn: list[Page]
    opened: list[Page]


def _reports() -> dict[str, tuple[ReportText, bytes, bytes]]:
    office, summary, options = report_cases.ordinary()
    month = sample_period.summary(20, period=month_of(sample_day.DAY), before=18)
    numbered = ReportOptions(number="112")
    return {
        "day": (
            report_text(summary, office, options),
            daily_report(summary, office, options),
            daily_report_docx(summary, office, options),
        ),
        "month": (
            period_text(month, sample_day.OFFICE, numbered),
            period_report(month, sample_day.OFFICE, numbered),
            period_report_docx(month, sample_day.OFFICE, numbered),
        ),
    }


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    reports = _reports()
    folder = tmp_path_factory.mktemp("word")
    opened = word_opening.opened(folder, {name: docx for name, (_, _, docx) in reports.items()})
    return {name: Pair(text, paper_reading.read(pdf), opened[name]) for name, (text, pdf, _) in reports.items()}


@pytest.fixture(params=["day", "month"])
def pair(pairs: dict[str, Pair], request: pytest.FixtureRequest) -> Pair:
    return pairs[request.param]


def _lines(page: Page) -> dict[str, tuple[float, float, float]]:
    """Text of every line without spaces: left edge, right edge, baseline."""
    found: dict[float, list[paper_reading.Run]] = {}
    for run in page.runs:
        key = next((base for base in found if abs(base - run.base) < 2), run.base)
        found.setdefault(key, []).append(run)
    told = {}
    for base, runs in found.items():
        for part in _apart(sorted(runs, key=lambda r: r.left)):
            text = "".join(run.text for run in part).replace(" ", "")
            told[text] = (part[0].left, part[-1].right, base)
    return told


def _apart(runs: list[paper_reading.Run]) -> list[list[paper_reading.Run]]:
    """Runs of one height, parted where the gap is wider than any space."""
    parts = [[runs[0]]]
    for run in runs[1:]:
        if run.left - parts[-1][-1].right > 14:
            parts.append([])
        parts[-1].append(run)
    return parts


def _placed(page: Page, text: str) -> tuple[float, float]:
    """Middle and baseline of the line that is this text."""
    left, right, base = _lines(page)[text.replace(" ", "")]
    return (left + right) / 2, base


@pytest.mark.parametrize("text", [NATION, MOTTO, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "BÁO CÁO"])
def test_the_head_stands_where_the_pdf_has_it(pair: Pair, text: str) -> None:
    middle, base = _placed(pair.opened[0], text)
    drawn_middle, drawn_base = _placed(pair.drawn[0], text)
    assert middle == pytest.approx(drawn_middle, abs=6)
    assert base == pytest.approx(drawn_base, abs=14)


def test_types_and_paper_are_those_of_the_pdf(pair: Pair) -> None:
    for pages in (pair.opened, pair.drawn):
        assert {(round(p.width / MM), round(p.height / MM)) for p in pages} <= {(210, 297), (297, 210)}
    opened, drawn = ({(r.font, round(r.size)) for r in p[0].runs} for p in (pair.opened, pair.drawn))
    assert opened == {(font, size) for font, size in drawn if size > 10}
    assert {run.color for page in pair.opened for run in page.runs} == {(0, 0, 0)}


def test_pages_are_as_many_and_numbered_alike(pair: Pair) -> None:
    assert abs(len(pair.opened) - len(pair.drawn)) <= 1
    annex = next(n for n, page in enumerate(pair.opened) if "Phụlục" in _lines(page))
    for part in (pair.opened[:annex], pair.opened[annex:]):
        for n, page in enumerate(part, start=1):
            top = [run for run in page.runs if run.base > page.height - 18 * MM]
            assert [run.text for run in top] == ([] if n == 1 else [str(n)])
            for run in top:
                assert run.middle == pytest.approx((30 * MM + page.width - 15 * MM) / 2, abs=3)
        assert all(page.runs for page in part)


def test_every_word_of_the_report_is_there_in_its_order(pair: Pair) -> None:
    shown = (r for page in pair.opened for r in page.runs if r.base < page.height - 18 * MM)
    told = "".join(run.text for run in shown).replace(" ", "").replace("\u00a0", "")
    at = 0
    for block in pair.text.blocks:
        if isinstance(block, Heading | Paragraph):
            at = told.index(block.text.replace(" ", ""), at)
    assert told.index("Nơinhận:") > at


def test_recipients_stand_level_with_the_signature_after_the_last_words(pair: Pair) -> None:
    page = next(p for p in pair.opened if "Nơinhận:" in _lines(p))
    recipients, title, name = (_placed(page, text) for text in ("Nơi nhận:", "TL. GIÁM ĐỐC", "Nguyễn Thu Hiền"))
    assert recipients[1] == pytest.approx(title[1], abs=3)
    assert title[0] == pytest.approx(name[0], abs=2)
    assert title[1] - name[1] > 60
    assert any("./." in text for text in _lines(page))


def test_the_annex_repeats_its_head_on_every_page(pair: Pair) -> None:
    annex = next(n for n, page in enumerate(pair.opened) if "Phụlục" in _lines(page))
    rows = [page for page in pair.opened[annex:] if any(run.size == 9 for run in page.runs)]
    assert rows
    assert all(page.having("Họ và tên") or page.having("Thời gian") for page in rows)
