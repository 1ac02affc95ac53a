"""import list and import take-back: what was taken over from other books, and a whole import undone."""

import argparse

from bluezone_desk.cli import output
from bluezone_desk.cli.desks import opened_desk
from bluezone_desk.cli.options import Parser
from bluezone_desk.domain.clock import office_time
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import Refused
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.sentences import problem_sentence


def add(kinds: "argparse._SubParsersAction[Parser]", shared: Parser) -> None:
    told = _("list what was imported")
    listed = kinds.add_parser("list", parents=[shared], help=told, description=told)
    listed.add_argument("--json", action="store_true", help=_("JSON for scripts"))
    listed.set_defaults(work=list_imports)
    told = _("strike out every visit of one import, so that its file can be imported again")
    back = kinds.add_parser("take-back", parents=[shared], help=told, description=told)
    back.add_argument("import_", metavar="IMPORT", help=_("its name in the list of imports"))
    back.add_argument("--reason", required=True, metavar="TEXT", help=_("why it is taken back"))
    back.add_argument("--json", action="store_true", help=_("JSON for scripts"))
    back.set_defaults(work=take_back)


def list_imports(chosen: argparse.Namespace) -> int:
    """Always 0."""
    with opened_desk(chosen) as desk:
        records = desk.imports.records()
    if chosen.json:
        output.say_json(
            [
                {
                    "import": record.key,
                    "reason": record.reason,
                    "recorded_by": record.recorded_by,
                    "recorded_at": office_time(record.recorded_at).isoformat(timespec="seconds"),
                    "visits": record.visits,
                    "first_day": record.first_day.isoformat(),
                    "last_day": record.last_day.isoformat(),
                }
                for record in records
            ]
        )
        return 0
    output.columns(
        (
            (
                record.key,
                f"{office_time(record.recorded_at):%d/%m/%Y %H:%M}",
                str(record.visits),
                f"{record.first_day:%d/%m/%Y} – {record.last_day:%d/%m/%Y}",
                record.reason,
            )
            for record in records
        ),
        (_("Import"), _("Recorded"), _("Visits"), _("Days"), _("Reason")),
    )
    return 0


def take_back(chosen: argparse.Namespace) -> int:
    """0 when every visit of it is struck out."""
    with opened_desk(chosen) as desk:
        record = next((one for one in desk.imports.records() if one.key == chosen.import_), None)
        if record is None:
            raise DeskFault(Trouble.IMPORT_UNKNOWN, name=chosen.import_)
        outcome = desk.imports.take_back(
            record.source, chosen.reason, progress=output.counter(_("{done} of {of} visits taken back"))
        )
    if isinstance(outcome, Refused):
        output.complain(problem_sentence(outcome.problems[0]))
        return 1
    if chosen.json:
        output.say_json({"ok": True, "taken_back": outcome})
        return 0
    words = ngettext("{count} visit was taken back.", "{count} visits were taken back.", outcome)
    output.say(words.format(count=outcome))
    return 0
