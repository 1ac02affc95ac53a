"""Reports of four kinds of day, made once and read back: an ordinary one, a 250-letter office, nobody, a crowd."""

import dataclasses
from collections.abc import Callable

import paper_reading
import sample_day
from paper_reading import Page, Rule, Run

from bluezone_desk.domain.figures import DaySummary
from bluezone_desk.domain.office import Office
from bluezone_desk.paper.daily_report import ReportOptions, daily_report

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
LONG_NAME = (
    "Ban Quản lý dự án đầu tư xây dựng công trình giao thông, dân dụng, công nghiệp và phát triển đô thị "
    "trực thuộc Ủy ban nhân dân thành phố trực thuộc trung ương phụ trách khu vực các quận, huyện, thị xã "
    "phía Đông Bắc và các xã đảo, bãi ngang lân cận"
).ljust(250, "x")


@dataclasses.dataclass(frozen=True)
class Case:
    office: Office
    summary: DaySummary
    options: ReportOptions
    pdf: bytes
    main: list[Page]
    annex: list[Page]

    @property
    def first(self) -> Page:
        return self.main[0]

    @property
    def runs(self) -> list[Run]:
        return [run for page in self.main for run in page.runs]

    @property
    def body(self) -> list[Run]:
        """Upright or bold 13 point runs below the heading and above the recipients."""
        told = [run.text for run in self.runs]
        start = next(n for n, run in enumerate(self.runs) if run.text.startswith(("Thực hiện", "Sở Thông tin")))
        return self.runs[start : told.index("Nơi nhận:")]

    def ruled_below(self, run: Run) -> Rule:
        """The level line closest below the run on the first page."""
        below = [r for r in self.first.rules if r.is_level and r.high < run.base + 0.1]
        near = [r for r in below if r.left < run.right and r.right > run.left]
        return max(near, key=lambda r: r.high)

    def agency(self) -> list[Run]:
        number = self.first.having("Số:")[0]
        nation = self.first.run(NATION)
        return [r for r in self.first.runs if r.base > number.base and r.right < nation.left]


def ordinary() -> tuple[Office, DaySummary, ReportOptions]:
    return sample_day.OFFICE, sample_day.summary(64, previous=59), ReportOptions(number="86")


def long_name() -> tuple[Office, DaySummary, ReportOptions]:
    office = dataclasses.replace(
        sample_day.OFFICE,
        name=LONG_NAME,
        parent=LONG_NAME[:120],
        addressee="Sở A; Sở B",
        place="Thành phố Hồ Chí Minh",
    )
    apps = (sample_day.NCOVI, sample_day.BLUEZONE)
    return office, sample_day.summary(7, programmes=apps), ReportOptions(number="5")


def nobody() -> tuple[Office, DaySummary, ReportOptions]:
    return dataclasses.replace(sample_day.OFFICE, addressee=""), sample_day.summary(0), ReportOptions()


def crowd() -> tuple[Office, DaySummary, ReportOptions]:
    return sample_day.OFFICE, sample_day.summary(2000, previous=1900), ReportOptions(number="1204")


MAKERS = (ordinary, long_name, nobody, crowd)


def made(make: Callable[[], tuple[Office, DaySummary, ReportOptions]]) -> Case:
    """The finished report of that kind, its first pages read back."""
    office, summary, options = make()
    pdf = daily_report(summary, office, options)
    pages = paper_reading.read(pdf, most=8)
    main = [page for page in pages if page.height > page.width]
    return Case(office, summary, options, pdf, main, pages[len(main) :])
