"""The sites a poster's link may lead to: the program's own list, and what the office adds to it."""

import json
from collections.abc import Mapping

from bluezone_desk.domain.allowed_hosts import MOST_PURPOSE_LETTERS, all_hosts, host_trouble
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.links import ALLOWED_HOSTS
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.visits import Problem, Refused
from bluezone_desk.services.session import Session
from bluezone_desk.store import preferences
from bluezone_desk.store.connections import View

HOSTS_KEY = "allowed_hosts"


class LinksAllowed:
    """Kept in the book; who added a site, when and what for stands in the journal."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def own(self) -> Mapping[str, str]:
        """The office's own additions: host to what it is for."""
        with self._session.book.reading() as connection:
            return _own_in(connection)

    def hosts(self) -> Mapping[str, str]:
        """Every host a link may lead to, for `domain.links.check_link`."""
        return all_hosts(self.own())

    def allow(self, host: str, purpose: str) -> Refused | None:
        """Add a site with what it is for; None when it was added.

        Refused with LINK_LOOKALIKE, HOST_NOT_A_HOST, HOST_KNOWN, HOST_PURPOSE_MISSING or FIELD_TOO_LONG. Raises
        DeskFault when the book cannot be written.
        """
        host, purpose = one_line(host).lower(), one_line(purpose)
        if len(purpose) > MOST_PURPOSE_LETTERS:
            facts = {"limit": str(MOST_PURPOSE_LETTERS), "field": "purpose"}
            return Refused((Problem(Trouble.FIELD_TOO_LONG, "purpose", facts),))
        with self._session.writing() as page:
            own = _own_in(page.connection)
            trouble = host_trouble(host, purpose, own)
            if trouble is not None:
                field = "purpose" if trouble is Trouble.HOST_PURPOSE_MISSING else "host"
                known = all_hosts(own).get(host, "")
                return Refused((Problem(trouble, field, {"host": host, "purpose": known}),))
            change = preferences.setting(page.connection, HOSTS_KEY, _text({**own, host: purpose}))
            if change:
                page.record("allow_host", host, self._session.name_in(page.connection), (change,))
        return None

    def forbid(self, host: str) -> Refused | None:
        """Take one of the office's own sites off the list; None when it was. The program's own list stays."""
        host = one_line(host).lower()
        with self._session.writing() as page:
            own = dict(_own_in(page.connection))
            if own.pop(host, None) is None:
                code = Trouble.HOST_FIXED if host in ALLOWED_HOSTS else Trouble.HOST_UNKNOWN
                return Refused((Problem(code, "host", {"host": host}),))
            change = preferences.setting(page.connection, HOSTS_KEY, _text(own))
            if change:
                page.record("forbid_host", host, self._session.name_in(page.connection), (change,))
        return None


def _own_in(connection: View) -> Mapping[str, str]:
    text = preferences.value_of(connection, HOSTS_KEY)
    return dict(json.loads(text)) if text else {}


def _text(hosts: Mapping[str, str]) -> str:
    return json.dumps(hosts, ensure_ascii=False, sort_keys=True)
