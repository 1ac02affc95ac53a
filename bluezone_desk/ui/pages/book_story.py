"""The history of one line, told so that it reads like what happened."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.corrections import TIME_FIELDS
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.vietnamese_dates import birth_text, clock_time, short_date
from bluezone_desk.domain.visits import HistoryEntry
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.services.taking_back import last_standing
from bluezone_desk.ui.dialogs.correction_fields import NAMES
from bluezone_desk.ui.wording import state_short

_VERBS = {
    "check_in": noop("recorded in"),
    "check_out": noop("recorded out"),
    "import_visit": noop("recorded from an imported book"),
    "take_back_import": noop("import taken back, line void"),
    "correct": noop("corrected"),
    "void": noop("line void"),
    "close_day": noop("exit estimated at the end of the day"),
    "contacts": noop("list of contacts asked for"),
    "undo_check_in": noop("entry taken back, line void"),
    "undo_check_out": noop("exit taken back"),
    "undo_correct": noop("correction taken back"),
    "undo_void": noop("line counts again"),
    "undo_close_day": noop("estimated exit taken back"),
}
_UNDO = {
    "check_in": noop("Take back entry"),
    "check_out": noop("Take back exit"),
    "correct": noop("Take back correction"),
    "void": noop("Take back voiding"),
    "close_day": noop("Take back estimated exit"),
}
_CHECK, _REASON = "check.", "check_reason."


def story(history: Sequence[HistoryEntry], programmes: tuple[Programme, ...]) -> list[str]:
    """One line of rich text for each entry, oldest first; names and texts of people are escaped."""
    first = office_day(history[0].at) if history else None
    return [_told(entry, programmes, first) for entry in history]


def undo_text(history: Sequence[HistoryEntry]) -> str:
    """What taking back the last verb would do; "" when nothing stands that could be taken back."""
    last = last_standing(history)
    return _(_UNDO[last.verb]) if last else ""


def _told(entry: HistoryEntry, programmes: tuple[Programme, ...], first: date | None) -> str:
    moment = clock_time(entry.at)
    if office_day(entry.at) != first:
        moment = f"{short_date(office_day(entry.at))} {moment}"
    what = _(_VERBS[entry.verb]) if entry.verb in _VERBS else entry.verb
    parts = [what, *_corrections(entry), *_checks(entry.changes, programmes), *_decision(entry), *_reason(entry)]
    return f"<b>{moment}</b> {escape(', '.join(parts))} · {escape(entry.by)}"


def _corrections(entry: HistoryEntry) -> list[str]:
    """Old and new of what a correction, or its taking back, changed."""
    if entry.verb not in ("correct", "undo_correct"):
        return []
    told = []
    for key, (before, after) in entry.changes.items():
        if key in NAMES:
            told.append(f"{_(NAMES[key])}: {_shown(key, before)} → {_shown(key, after)}")
    return told


def _shown(key: str, text: str) -> str:
    """One value as people read it: numbers masked, moments on the office's clock."""
    if not text:
        return "—"
    if key == "id_number":
        return mask_id(text)
    if key == "phone":
        return mask_phone(text)
    if key == "birth_date":
        return birth_text(text) or text
    if key in TIME_FIELDS:
        moment = datetime.fromisoformat(text)
        return f"{clock_time(moment)} {short_date(office_day(moment))}"
    return text


def _checks(changes: Mapping[str, tuple[str, str]], programmes: tuple[Programme, ...]) -> list[str]:
    names = {programme.code: programme.name for programme in programmes}
    states = set(CheckState)
    told = []
    for name, (before, after) in changes.items():
        if name.startswith(_CHECK) and after in states:
            code = name.removeprefix(_CHECK)
            words = [state_short(CheckState(state)).lower() for state in (before, after) if state in states]
            reason = changes.get(f"{_REASON}{code}", ("", ""))[1]
            told.append(f"{names.get(code, code)}: {' → '.join(words)}" + (f" ({reason})" if reason else ""))
    return told


def _decision(entry: HistoryEntry) -> list[str]:
    """What the head decided at the entry, and who that was; a correction of it is told as one."""
    told = [entry.changes.get(name, ("", ""))[1] for name in ("decided_by", "head_decision")]
    if entry.verb != "check_in" or not told[1]:
        return []
    return [_("Head's decision: {text}").format(text=" · ".join(filter(None, told)))]


def _reason(entry: HistoryEntry) -> list[str]:
    told = [_("because: {reason}").format(reason=entry.reason)] if entry.reason else []
    later = dict.fromkeys(entry.changes.get(name, ("", ""))[1] for name in ("catch_up", "left_reason"))
    # That an import comes later its verb has said.
    words = _("because: {reason}") if entry.verb == "import_visit" else _("entered later: {reason}")
    return told + [words.format(reason=reason) for reason in later if reason]
