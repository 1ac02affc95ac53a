"""What every report in the form of Decree 30/2020 says around its body, whatever file it ends in."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bluezone_desk.domain.office import Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.vietnamese_dates import long_date
from bluezone_desk.paper import wording_formula as formula
from bluezone_desk.paper.wording_blocks import Block

#: Box 11 of the decree: a paper that names people stays inside the office.
INTERNAL: Final = "LƯU HÀNH NỘI BỘ"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What may differ between two reports about the same days.

    `number` is "86" or "86/BC-VP"; empty, it is left blank for the clerk's hand. `masked` hides the middle of ID
    and phone numbers in the register. `signed_on` defaults to the day on which the summary was made.
    `with_register` asks for the annex: the register of a day, the table by day of a longer period.
    `archive` adds what PDF/A-2b asks of a file that is kept. `with_charts`, when not said, is as usual: a period
    has charts, a day has none.
    """

    number: str = ""
    with_register: bool = True
    masked: bool = True
    signed_on: date | None = None
    archive: bool = False
    with_charts: bool | None = None


@dataclass(frozen=True, slots=True)
class ReportText:
    """Everything the report says, in the order of the boxes (ô) of Decree 30/2020, Appendix I."""

    parent: str
    office: str
    number_line: str
    place_and_date: str
    subject: str
    addressees: tuple[str, ...]
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature_titles: tuple[str, ...]
    signatory: str
    annex_title: str
    annex_reference: str
    has_annex: bool

    @property
    def title(self) -> str:
        """The document's title in its metadata."""
        return f"Báo cáo {self.subject[:1].lower()}{self.subject[1:]}"


def report_around(
    office: Office,
    options: ReportOptions,
    signed_on: date,
    *,
    subject: str,
    blocks: tuple[Block, ...],
    annex_title: str,
    has_annex: bool,
) -> ReportText:
    """The report with this subject and body, in the office's name."""
    name = one_line(office.name)
    return ReportText(
        parent=one_line(office.parent).upper(),
        office=name.upper(),
        number_line=formula.number_line(options.number, office.symbol),
        place_and_date=f"{one_line(office.place) or '…………'}, {long_date(signed_on)}",
        subject=subject,
        addressees=formula.addressees(office.addressee),
        blocks=blocks,
        recipients=formula.recipients(office),
        signature_titles=formula.signature_titles(office),
        signatory=formula.signatory_name(office.signatory.name),
        annex_title=annex_title,
        annex_reference=formula.annex_reference(options.number, office.symbol, signed_on, name),
        has_annex=has_annex,
    )


def closing_sentence(about: str, annex: str, addressee: str) -> str:
    """The last sentence, with the mark that ends a document; `annex` says what is attached, or ""."""
    attached = f" ({annex} tại Phụ lục kèm theo)" if annex else ""
    addressed = formula.addressees(addressee)
    if len(addressed) == 1:
        return f"{about}{attached}, kính báo cáo {addressed[0]} xem xét./."
    if addressed:
        return f"{about}{attached}, kính báo cáo các cơ quan xem xét./."
    return f"{about}{attached}./."
