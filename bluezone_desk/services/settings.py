"""The office and the directive it works under."""

import json

from bluezone_desk import paths
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.domain.visits import Problem, Refused
from bluezone_desk.services.office_record import directive_from_record, office_to_json, tidied
from bluezone_desk.services.rules_record import RULES_KEY, rules_in, rules_problems, rules_to_json
from bluezone_desk.services.session import OFFICE_KEY, Session
from bluezone_desk.store import desks, preferences

PRESETS = ("presets", "directives.json")


class Settings:
    """Kept in the book and journaled; every window and command sees them at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def office(self) -> Office:
        """The office as it is set, the defaults before the first setting."""
        return self._session.office()

    def is_set_up(self) -> bool:
        """Whether anybody has told the office's name yet."""
        with self._session.book.reading() as connection:
            return preferences.value_of(connection, OFFICE_KEY) is not None

    def change_office(self, office: Office) -> Refused | None:
        """Keep this office; None when it is kept, also when nothing differs.

        Raises DeskFault when the book cannot be written; then everything is as it was.
        """
        office = tidied(office)
        if not office.name:
            return Refused((Problem(Trouble.OFFICE_NAME_MISSING, "name"),))
        with self._session.writing() as page:
            setting = preferences.setting(page.connection, OFFICE_KEY, office_to_json(office))
            changes = [setting] if setting else []
            name = office.desk_name
            is_ours = self._session.desk_name == self._session.office().desk_name
            if is_ours and name and not desks.id_of(page.connection, name):
                renamed = desks.renamed(self._session.desk_id, self._session.desk_name, name)
                changes += [renamed] if renamed else []
            if changes:
                page.record("change_office", OFFICE_KEY, self._session.by(office), tuple(changes))
        if len(changes) > 1:
            self._session.desk_name = name
        return None

    def desk_rules(self) -> DeskRules:
        """When a visit is overdue, when the day ends, which passes there are."""
        with self._session.book.reading() as connection:
            return rules_in(connection)

    def change_desk_rules(self, rules: DeskRules) -> Refused | None:
        """Keep these rules; None when they are kept, also when nothing differs.

        Raises DeskFault when the book cannot be written; then everything is as it was.
        """
        problems = rules_problems(rules)
        if problems:
            return Refused(problems)
        with self._session.writing() as page:
            setting = preferences.setting(page.connection, RULES_KEY, rules_to_json(rules))
            if setting:
                page.record("change_desk_rules", RULES_KEY, self._session.name_in(page.connection), (setting,))
        return None

    def presets(self) -> tuple[Directive, ...]:
        """The directives shipped with the program. Raises DeskFault PRESET_UNREADABLE."""
        path = paths.resource(*PRESETS)
        try:
            records = json.loads(path.read_text("utf-8"))
            return tuple(map(directive_from_record, records))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DeskFault(Trouble.PRESET_UNREADABLE, path=path) from error
