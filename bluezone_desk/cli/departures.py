"""One entry of check-out, through the same services as the window's list."""

from typing import TYPE_CHECKING

from bluezone_desk.cli.entries import Entry
from bluezone_desk.cli.shapes import Shape, moment, refusal
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.identify import Damaged
from bluezone_desk.domain.visits import CheckedOut, CheckOutDraft, NotInside
from bluezone_desk.sentences import problem_sentence, sentence

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk

_NAMES = ("visit_id", "pass_number", "id_number", "scan")


def depart(desk: "Desk", entry: Entry) -> Shape:
    """Record one exit and say so, after the commit. Raises DeskFault."""
    named = [key for key in _NAMES if entry.texts.get(key)]
    if len(named) != 1:
        raise DeskFault(Trouble.VISIT_NOT_NAMED)
    reason = entry.texts.get("reason", "")
    if named == ["scan"]:
        visit_id = _scanned_visit(desk, entry.texts["scan"])
        draft = CheckOutDraft(visit_id=visit_id, left_at=entry.moment, reason=reason)
    else:
        draft = CheckOutDraft(**{named[0]: entry.texts[named[0]]}, left_at=entry.moment, reason=reason)
    outcome = desk.check_out.check_out(draft)
    if isinstance(outcome, CheckedOut):
        line = outcome.visit
        return {
            "ok": True,
            "visit_id": line.visit_id,
            "visitor_id": line.visitor_id,
            "number": line.number,
            "left_at": moment(line.left_at),
        }
    if isinstance(outcome, NotInside):
        return refusal(Trouble.NOT_INSIDE, sentence(Trouble.NOT_INSIDE))
    first = outcome.problems[0]
    return refusal(first.code, problem_sentence(first))


def _scanned_visit(desk: "Desk", raw: str) -> str:
    """The open visit of whoever was scanned. Raises DeskFault."""
    seen = desk.people.recognise(raw)
    if isinstance(seen.identified, Damaged):
        raise DeskFault(seen.identified.code)
    if seen.inside is None:
        raise DeskFault(Trouble.NOT_INSIDE)
    return seen.inside.visit_id
