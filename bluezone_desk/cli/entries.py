"""One input line of check-in or check-out, read into known keys of known types."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.i18n import gettext, noop

_PLAIN = {"name", "id_number", "phone", "organisation", "host", "department", "purpose", "plate", "pass_number"}
TEXT_KEYS_IN = frozenset(_PLAIN | {"request_id", "scan", "reason", "head_decision"})
TEXT_KEYS_OUT = frozenset(("visit_id", "pass_number", "scan", "id_number", "reason"))

_EXPECTED = {
    str: noop("text"),
    int: noop("a whole number"),
    dict: noop("an object of app and state"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`texts` holds only keys that were given. `moment` is entered_at or left_at."""

    texts: dict[str, str] = field(default_factory=dict)
    party: int = 0
    checks: tuple[AppCheck, ...] = ()
    moment: datetime | None = None
    #: The exit of a line entered later, with its entry.
    left_at: datetime | None = None
    #: The line was no JSON at all: what a scanner types.
    raw: bool = False


def entry_in(line: str) -> Entry:
    """A line of check-in. Raises DeskFault with an INPUT_… code or STATE_UNKNOWN."""
    if not line.lstrip().startswith("{"):
        return Entry({"scan": line}, raw=True)
    given = _object(line)
    moment = _moment("entered_at", given.pop("entered_at", None))
    left_at = _moment("left_at", given.pop("left_at", None))
    party = _typed("party", given.pop("party", 0), int)
    checks = _checks(_typed("checks", given.pop("checks", {}), dict))
    return Entry(_texts(given, TEXT_KEYS_IN), party, checks, moment, left_at)


def entry_out(line: str) -> Entry:
    """A line of check-out. Raises DeskFault with an INPUT_… code."""
    if not line.lstrip().startswith("{"):
        return Entry({"scan": line}, raw=True)
    given = _object(line)
    moment = _moment("left_at", given.pop("left_at", None))
    return Entry(_texts(given, TEXT_KEYS_OUT), moment=moment)


def _object(line: str) -> dict[str, Any]:
    """The keys of one JSON object; null means not given. A key named twice is a mistake, not a choice."""
    try:
        given = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise DeskFault(Trouble.INPUT_NOT_JSON) from error
    return {key: value for key, value in given.items() if value is not None}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        raise ValueError("a key is named twice")
    return keys


def _texts(given: dict[str, Any], known: frozenset[str]) -> dict[str, str]:
    for key, value in given.items():
        if key not in known:
            raise DeskFault(Trouble.INPUT_FIELD_UNKNOWN, field=_shown(key)[:80])
        _typed(key, value, str)
    return given


def _typed(key: str, value: Any, kind: type) -> Any:
    """The value when it is of the kind; a lone half of a surrogate pair is not text, `true` is not a number."""
    fits = type(value) is kind and (not isinstance(value, str) or _shown(value) == value)
    if not fits:
        raise DeskFault(Trouble.INPUT_FIELD_TYPE, field=key, expected=gettext(_EXPECTED[kind]))
    return value


def _shown(text: str) -> str:
    """The text as it can be printed."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _checks(given: dict[str, Any]) -> tuple[AppCheck, ...]:
    found = []
    for programme, state in given.items():
        _typed("checks", programme, str)
        if state not in list(CheckState):
            raise DeskFault(Trouble.STATE_UNKNOWN, state=_shown(str(state))[:80], allowed=", ".join(CheckState))
        found.append(AppCheck(programme, CheckState(state)))
    return tuple(found)


def _moment(key: str, value: Any) -> datetime | None:
    """A moment in ISO 8601 with its offset, between the years 1900 and 9998."""
    if value is None:
        return None
    text = _typed(key, value, str)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not 1900 <= moment.year <= 9998:
        raise DeskFault(Trouble.INPUT_DATE, text=text[:80], example="2020-08-05T08:42:00+07:00")
    return moment
