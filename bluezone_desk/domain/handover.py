"""A desk handed from one shift to the next: who is inside, which passes are out, what happened since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.visits import VisitLine

_USUAL = DeskRules()


@dataclass(frozen=True, slots=True)
class Handover:
    """What the leaving receptionist hands over and the coming one signs for. Moments are aware, in UTC.

    `inside` is oldest first; `overdue` are those of them that the desk's rules call so.
    `passes_out` are the numbers of passes still with visitors.
    """

    shift_from: datetime
    made_at: datetime
    inside: tuple[VisitLine, ...]
    overdue: tuple[VisitLine, ...]
    passes_out: tuple[str, ...]
    entries: int
    exits: int
    inside_at_start: int
    given_by: str = ""
    taken_by: str = ""
    notes: str = ""

    @property
    def people_inside(self) -> int:
        """Visitors and their companions."""
        return sum(1 + line.party for line in self.inside)


def hand_over(
    lines: Iterable[VisitLine],
    *,
    shift_from: datetime,
    made_at: datetime,
    rules: DeskRules = _USUAL,
    given_by: str = "",
    taken_by: str = "",
    notes: str = "",
) -> Handover:
    """The hand-over at `made_at` of a shift begun at `shift_from`.

    `lines` are at least all that entered or left since then and all still inside; older ones do no harm.
    `inside_at_start + entries == exits + len(inside)`, always.
    """
    known = [line for line in lines if not line.voided and line.entered_at <= made_at]
    inside = tuple(
        sorted(
            (line for line in known if line.left_at is None or line.left_at > made_at),
            key=lambda line: (line.entered_at, line.visit_id),
        )
    )
    before = [line for line in known if line.entered_at < shift_from]
    return Handover(
        shift_from=shift_from,
        made_at=made_at,
        inside=inside,
        overdue=tuple(line for line in inside if rules.is_overdue(line, made_at)),
        passes_out=tuple(sorted({line.pass_number for line in inside if line.pass_number}, key=_pass_key)),
        entries=len(known) - len(before),
        exits=sum(1 for line in known if line.left_at is not None and shift_from <= line.left_at <= made_at),
        inside_at_start=sum(1 for line in before if line.left_at is None or line.left_at >= shift_from),
        given_by=given_by,
        taken_by=taken_by,
        notes=notes,
    )


def _pass_key(number: str) -> tuple[int, str]:
    return (int(number) if number.isdecimal() else 0, number)
