"""What the import dialog says: names of fields and encodings, and its results in a few lines."""

from collections.abc import Sequence
from datetime import date

from bluezone_desk.domain.import_columns import CHECK_PREFIX, ImportField
from bluezone_desk.domain.import_results import BadRow, ImportCounts
from bluezone_desk.domain.legacy_text import Legacy
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import problem_sentence

_FIELDS: dict[str, str] = {
    ImportField.NAME: noop("Full name"),
    ImportField.ENTERED: noop("Time in"),
    ImportField.LEFT: noop("Time out"),
    ImportField.DAY: noop("Day"),
    ImportField.ID_NUMBER: noop("ID number"),
    ImportField.PHONE: noop("Phone"),
    ImportField.ORGANISATION: noop("Organisation"),
    ImportField.ADDRESS: noop("Address"),
    ImportField.HOST: noop("Person visited"),
    ImportField.DEPARTMENT: noop("Department"),
    ImportField.PURPOSE: noop("Purpose"),
    ImportField.PASS_NUMBER: noop("Visitor pass"),
    ImportField.PLATE: noop("Number plate"),
    ImportField.PARTY: noop("Companions"),
    ImportField.NOTE: noop("Note"),
}
_ENCODINGS = {Legacy.TCVN3: "TCVN3 (ABC)", Legacy.VNI: "VNI", Legacy.CP1258: "Windows-1258"}


def field_choices(programmes: Sequence[Programme]) -> list[tuple[str, str]]:
    """Fields a column can hold, with their names; the first holds nothing."""
    checks = [(CHECK_PREFIX + programme.code, programme.name) for programme in programmes]
    return [("", _("— not imported —")), *((str(name), _(text)) for name, text in _FIELDS.items()), *checks]


def encoding_text(encoding: Legacy) -> str:
    return _ENCODINGS[encoding]


def why_text(row: BadRow) -> str:
    """Everything that is wrong with a row."""
    return " ".join(problem_sentence(problem) for problem in row.problems)


def summary(counts: ImportCounts, bad: int, *, is_recorded: bool) -> list[tuple[str, str, str]]:
    """Name, figure and tone of what was counted; what is nothing is left out but for the first two."""
    rows = [
        (
            _("Visits recorded") if is_recorded else _("Visits to record"),
            counts.good,
            "good" if counts.good else "",
        ),
        (_("Rows with something wrong"), bad, "bad" if bad else ""),
        (_("In the book already"), counts.imported_before + counts.same_minute, ""),
        (_("New visitors"), counts.new_people, ""),
        (_("Visitors known already"), counts.known_people, ""),
        (_("Exits estimated"), counts.estimated, "warn"),
        (_("Still inside"), counts.still_inside, "warn"),
    ]
    return [(name, number_text(count), tone) for n, (name, count, tone) in enumerate(rows) if count or n < 2]


def days_text(counts: ImportCounts) -> str:
    """The days the rows span."""
    if counts.first_day is None or counts.last_day is None:
        return ""
    return days_between(counts.first_day, counts.last_day)


def days_between(first: date, last: date) -> str:
    return short_date(first) if first == last else f"{short_date(first)} – {short_date(last)}"
