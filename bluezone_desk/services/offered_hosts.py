"""People and units that the desk offers before anybody has visited them; kept in the book and journaled."""

import dataclasses
import json

from bluezone_desk.domain.import_hosts import HostList
from bluezone_desk.domain.selection import Suggestions
from bluezone_desk.services.session import Session, office_in
from bluezone_desk.store import preferences
from bluezone_desk.store.connections import View

OFFERED_KEY = "offered_hosts"


class OfferedHosts:
    """Replaced whole by each list that is imported."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def offer(self, told: HostList) -> bool:
        """Keep this list; False when it is what is offered already.

        Raises DeskFault when the book cannot be written; then everything is as it was.
        """
        record = {"hosts": list(told.hosts), "departments": list(told.departments)}
        text = json.dumps(record, ensure_ascii=False, sort_keys=True)
        with self._session.writing() as page:
            change = preferences.setting(page.connection, OFFERED_KEY, text)
            if change:
                by = self._session.by(office_in(page.connection))
                page.record("offer_hosts", OFFERED_KEY, by, (change,))
        return change is not None


def with_offered(view: View, used: Suggestions) -> Suggestions:
    """What recent visits named, and after it what the office's own list names."""
    text = preferences.value_of(view, OFFERED_KEY)
    if text is None:
        return used
    record = json.loads(text)
    return dataclasses.replace(
        used,
        hosts=tuple(dict.fromkeys((*used.hosts, *record["hosts"]))),
        departments=tuple(dict.fromkeys((*used.departments, *record["departments"]))),
    )
