"""What the book keeps of papers that left: their digest and figures, and what their days read like then."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from itertools import chain

from bluezone_desk.domain.produced_paper import ProducedPaper
from bluezone_desk.domain.programme import AppCheck
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.services.session import Session
from bluezone_desk.store import preferences, selections, visits
from bluezone_desk.store.connections import View

VERB, KEY = "paper_produced", "paper:"
_NOTHING = ("", None, (), 0, False)


class Papers:
    """Kept in the book and journaled; the papers themselves are the office's to file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def state(self, day_from: date, day_to: date) -> str:
        """A digest of all that the book says of these days now. Reads only; usable on any thread."""
        with self._session.book.reading() as connection:
            return _state(connection, day_from, day_to)

    def produced(
        self, kind: str, day_from: date, day_to: date, sha256: str, figures: Mapping[str, str], state: str = ""
    ) -> ProducedPaper:
        """Write down that a file with this digest (hexadecimal) left the program.

        `state` is what `state` said when the paper was made; without it the days are read now. The same file again
        takes the place of the line before. Raises DeskFault when the book cannot be written.
        """
        with self._session.writing() as page:
            by, now = self._session.name_in(page.connection), self._session.clock.now()
            record = {
                "kind": kind,
                "from": day_from.isoformat(),
                "to": day_to.isoformat(),
                "figures": dict(figures),
                "at": now.isoformat(),
                "by": by,
                "state": state or _state(page.connection, day_from, day_to),
            }
            text = json.dumps(record, ensure_ascii=False, sort_keys=True)
            change = preferences.setting(page.connection, KEY + sha256, text)
            if change:
                page.record(VERB, KEY + sha256, by, (change,))
        return ProducedPaper(kind, day_from, day_to, sha256, dict(figures), now, by, has_changed=False)

    def check(self, sha256: str) -> ProducedPaper | None:
        """The paper with this digest as it was produced, and whether its days read differently now."""
        with self._session.book.reading() as connection:
            text = preferences.value_of(connection, KEY + sha256.lower())
            if text is None:
                return None
            record = json.loads(text)
            first, last = date.fromisoformat(record["from"]), date.fromisoformat(record["to"])
            has_changed = record["state"] != _state(connection, first, last)
        return ProducedPaper(
            kind=record["kind"],
            day_from=first,
            day_to=last,
            sha256=sha256.lower(),
            figures=record["figures"],
            made_at=datetime.fromisoformat(record["at"]),
            made_by=record["by"],
            has_changed=has_changed,
        )


def _state(connection: View, day_from: date, day_to: date) -> str:
    """Every field of every line that touches these days, in the book's order."""
    digest = hashlib.sha256()
    entered = selections.select_lines(connection, VisitFilter(day_from, day_to))
    for line in chain(visits.carried_into(connection, day_from), entered):
        digest.update(told_of(line).encode())
    return digest.hexdigest()


def told_of(line: VisitLine) -> str:
    """All that a line says, as the same text in every later version: a field added since says nothing yet."""
    fields = ((name, getattr(line, name)) for name in VisitLine.__slots__ if name != "name_sort")
    said = {name: value for name, value in fields if value not in _NOTHING}
    return _TEXT.encode(said)


def _plain(value: object) -> object:
    if isinstance(value, AppCheck):
        return [value.programme, value.state, value.reason]
    assert isinstance(value, date)
    return value.isoformat()


_TEXT = json.JSONEncoder(default=_plain, ensure_ascii=False, sort_keys=True)
