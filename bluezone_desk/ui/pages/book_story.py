"""The history of one line, told so that it reads like what happened."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.vietnamese_dates import clock_time, short_date
from bluezone_desk.domain.visits import HistoryEntry
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.wording import state_short

_VERBS = {
    "check_in": noop("recorded in"),
    "check_out": noop("recorded out"),
    "import_visit": noop("recorded from an imported book"),
    "undo_check_in": noop("entry taken back, line void"),
    "undo_check_out": noop("exit taken back"),
}
_UNDO = {"check_in": noop("Take back entry"), "check_out": noop("Take back exit")}
_CHECK = "check."


def story(history: Sequence[HistoryEntry], programmes: tuple[Programme, ...]) -> list[str]:
    """One line of rich text for each entry, oldest first; names and texts of people are escaped."""
    first = office_day(history[0].at) if history else None
    return [_told(entry, programmes, first) for entry in history]


def undo_text(history: Sequence[HistoryEntry]) -> str:
    """What taking back the last verb would do; "" when nothing stands that could be taken back."""
    standing: list[str] = []
    for entry in history:
        if entry.verb in _UNDO:
            standing.append(entry.verb)
        elif entry.verb.startswith("undo_") and standing:
            standing.pop()
    return _(_UNDO[standing[-1]]) if standing else ""


def _told(entry: HistoryEntry, programmes: tuple[Programme, ...], first: date | None) -> str:
    moment = clock_time(entry.at)
    if office_day(entry.at) != first:
        moment = f"{short_date(office_day(entry.at))} {moment}"
    what = _(_VERBS[entry.verb]) if entry.verb in _VERBS else entry.verb
    parts = [what, *_checks(entry.changes, programmes), *_reason(entry.changes)]
    return f"<b>{moment}</b> {escape(', '.join(parts))} · {escape(entry.by)}"


def _checks(changes: Mapping[str, tuple[str, str]], programmes: tuple[Programme, ...]) -> list[str]:
    names = {programme.code: programme.name for programme in programmes}
    told = []
    for name, (_before, after) in changes.items():
        if name.startswith(_CHECK) and after in set(CheckState):
            code = name.removeprefix(_CHECK)
            told.append(f"{names.get(code, code)}: {state_short(CheckState(after)).lower()}")
    return told


def _reason(changes: Mapping[str, tuple[str, str]]) -> list[str]:
    told = []
    for name in ("catch_up", "left_reason"):
        reason = changes.get(name, ("", ""))[1]
        if reason:
            told.append(_("entered later: {reason}").format(reason=reason))
    return told
