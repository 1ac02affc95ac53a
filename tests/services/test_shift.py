"""Any shift at all: whatever is done in whatever order, the book adds up."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from reception import draft, reception

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import AlreadyInside, CheckedIn, CheckedOut, CheckOutDraft, Refused, Undone

NAMES = ("Nguyễn Văn Tuấn", "Lê Anh", "Vũ Hà", "Trần Sơn")
PASSES = ("", "7", "8")


class Shift(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = reception(self.folder)
        self.inside: set[str] = set()
        self.known: list[str] = []

    @rule(
        who=st.sampled_from(NAMES), state=st.sampled_from(CheckState), pass_number=st.sampled_from(("", "7", "8"))
    )
    def somebody_comes(self, who: str, state: CheckState, pass_number: str) -> None:
        number = f"01709000000{NAMES.index(who)}"
        checks = (AppCheck("bluezone", state),)
        outcome = self.office.desk.check_in.check_in(
            draft(who, id_number=number, checks=checks, pass_number=pass_number)
        )
        if isinstance(outcome, CheckedIn):
            self.inside.add(outcome.visit.visit_id)
            self.known.append(outcome.visit.visit_id)
        elif isinstance(outcome, AlreadyInside):
            assert outcome.visit.visit_id in self.inside
        else:
            assert [problem.code.value for problem in outcome.problems] == ["pass_in_use"]

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def somebody_leaves(self, data: st.DataObject) -> None:
        visit_id = data.draw(st.sampled_from(self.known))
        outcome = self.office.desk.check_out.check_out(CheckOutDraft(visit_id=visit_id))
        assert isinstance(outcome, CheckedOut) == (visit_id in self.inside)
        self.inside.discard(visit_id)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def something_is_taken_back(self, data: st.DataObject) -> None:
        visit_id = data.draw(st.sampled_from(self.known))
        outcome = self.office.desk.undo.undo(visit_id)
        if isinstance(outcome, Refused):
            return
        assert isinstance(outcome, Undone)
        (self.inside.add if outcome.verb == "check_out" else self.inside.discard)(visit_id)

    @rule(minutes=st.sampled_from((1, 4, 300, 1500)))
    def time_passes(self, minutes: int) -> None:
        self.office.pass_time(minutes=minutes)

    @rule()
    def the_desk_is_closed_and_opened(self) -> None:
        self.office.reopen()

    @invariant()
    def inside_is_the_open_visits(self) -> None:
        assert {line.visit_id for line in self.office.desk.visits.inside()} == self.inside

    @invariant()
    def figures_add_up(self) -> None:
        today = office_day(self.office.clock.now())
        for day in (today, today - timedelta(days=1)):
            figures = self.office.desk.visits.figures(day)
            assert figures.carried_over + figures.entries == figures.exits + figures.inside_at_end
            assert all(each.entries == figures.entries for each in figures.programmes)
        assert figures.inside_at_end >= 0
        assert self.office.desk.visits.figures(today).inside_at_end == len(self.inside)

    def teardown(self) -> None:
        assert self.office.desk.care.verify().ok
        self.office.desk.close()
        shutil.rmtree(self.folder)


TestShift = Shift.TestCase
TestShift.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
