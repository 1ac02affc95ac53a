"""What the book page says of a list: how many lines, or why there is none."""

from datetime import date

from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.ui.pages.book_search import Found


def count_words(found: Found, first: date, last: date) -> str:
    """ "64 lượt · 12 đang ở trong · 05/8/2020 · tìm trong 6 ms"; voided lines are counted apart."""
    voided, inside = found.voided, found.inside
    entries = found.count - voided
    days = short_date(first) if first == last else f"{short_date(first)} – {short_date(last)}"
    parts = [
        ngettext("{count} visit", "{count} visits", entries).format(count=number_text(entries)),
        _("{count} inside").format(count=number_text(inside)),
        _("{count} void").format(count=number_text(voided)) if voided else "",
        days,
        _took_words(found.milliseconds),
    ]
    return " · ".join(part for part in parts if part)


def _took_words(milliseconds: int) -> str:
    if milliseconds == 0:
        return _("found within 1 ms")
    return _("found in {count} ms").format(count=number_text(milliseconds))


def empty_words(*, is_narrowed: bool) -> str:
    """Why there is no line, and what to do."""
    if is_narrowed:
        return _("No line fits. Use fewer words or another period; marks are not needed.")
    return _("Nothing was recorded in this period. Lines appear here as soon as the desk (F2) records a visitor.")
