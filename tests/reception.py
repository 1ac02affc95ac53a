"""A reception for tests: a desk on a real book, a clock that stands still, and drafts of invented visitors."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import CheckedIn, CheckedOut, CheckInDraft, CheckOutDraft, Refused, VisitLine
from bluezone_desk.services.opening import Desk, open_desk

#: 08:00 at the office, Wednesday 5 August 2020.
MORNING = datetime(2020, 8, 5, 1, 0, tzinfo=UTC)
TODAY = MORNING.date()
RUNNING = (AppCheck("bluezone", CheckState.RUNNING),)

_requests = itertools.count(1)


def draft(name: str = "Nguyễn Văn Tuấn", **fields: Any) -> CheckInDraft:
    """A draft with a request of its own."""
    return CheckInDraft(**{"request_id": f"request-{next(_requests)}", "name": name, "checks": RUNNING, **fields})


@dataclass
class Reception:
    """The desk, its clock, and short words for what tests do all the time."""

    folder: Path
    clock: SetClock
    desk: Desk

    def enter(self, name: str = "Nguyễn Văn Tuấn", **fields: Any) -> VisitLine:
        """Check somebody in who must be let in."""
        outcome = self.desk.check_in.check_in(draft(name, **fields))
        assert isinstance(outcome, CheckedIn), outcome
        return outcome.visit

    def leave(self, visit: VisitLine) -> VisitLine:
        """Check somebody out who must be inside."""
        outcome = self.desk.check_out.check_out(CheckOutDraft(visit_id=visit.visit_id))
        assert isinstance(outcome, CheckedOut), outcome
        return outcome.visit

    def codes(self, wanted: CheckInDraft | CheckOutDraft) -> list[str]:
        """Why this draft is refused; empty when it is not."""
        if isinstance(wanted, CheckInDraft):
            outcome: object = self.desk.check_in.check_in(wanted)
        else:
            outcome = self.desk.check_out.check_out(wanted)
        return [problem.code.value for problem in outcome.problems] if isinstance(outcome, Refused) else []

    def pass_time(self, **span: int) -> None:
        self.clock.advance(timedelta(**span))

    def reopen(self) -> None:
        """Close the desk and open it again, as the next morning does."""
        self.desk.close()
        self.desk = open_desk(self.folder, self.clock)


def reception(folder: Path) -> Reception:
    """A reception on a fresh book in `folder`; the caller closes its desk."""
    clock = SetClock(MORNING)
    return Reception(folder, clock, open_desk(folder, clock))
