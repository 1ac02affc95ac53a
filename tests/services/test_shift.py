"""Any shift at all: whatever is done in whatever order, the book adds up."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from reception import MORNING, draft, reception

from bluezone_desk.domain.clock import office_day
from bluezone_desk.domain.closing import DayClosed
from bluezone_desk.domain.corrections import Corrected, Voided
from bluezone_desk.domain.groups import GroupCheckedIn, GroupDraft
from bluezone_desk.domain.merging import Merged
from bluezone_desk.domain.passes import PassMarked
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.visits import (
    AlreadyInside,
    CheckedIn,
    CheckedOut,
    CheckOutDraft,
    Refused,
    TakenBack,
    Undone,
    VisitLine,
)

NAMES = ("Nguyễn Văn Tuấn", "Lê Anh", "Vũ Hà", "Trần Sơn")
PASSES = ("", "7", "8")
CORRECTIONS = st.sampled_from(
    (
        {"host": "Bà Lan"},
        {"name": "Lê Ánh", "phone": "0912345678"},
        {"id_number": "017090000001"},
        {"pass_number": "8"},
        {"left_at": None},
        {"left_at": MORNING},
        {"entered_at": MORNING},
        {"check.bluezone": "declined"},
    )
)


class Shift(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = reception(self.folder)
        self.inside: set[str] = set()
        self.known: list[str] = []
        self.merged: list[str] = []

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
        self.is_now(outcome.visit)

    def is_now(self, *lines: VisitLine) -> None:
        """What an outcome says of these lines, which the book must say too."""
        for line in lines:
            (self.inside.add if line.inside else self.inside.discard)(line.visit_id)

    @rule()
    def the_last_deed_is_taken_back(self) -> None:
        last = self.office.desk.undo.last()
        outcome = self.office.desk.undo.undo_last()
        if isinstance(outcome, TakenBack):
            assert last is not None
            assert last.verb == outcome.verb
            if outcome.verb not in ("merge", "lose_pass"):
                self.is_now(*outcome.visits)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def a_line_is_corrected(self, data: st.DataObject) -> None:
        visit_id = data.draw(st.sampled_from(self.known))
        changes = data.draw(CORRECTIONS)
        outcome = self.office.desk.corrections.correct(visit_id, changes, "ghi nhầm")
        if isinstance(outcome, Corrected):
            self.is_now(outcome.visit)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def a_line_is_voided(self, data: st.DataObject) -> None:
        visit_id = data.draw(st.sampled_from(self.known))
        outcome = self.office.desk.corrections.void(visit_id, "ghi hai lần")
        if isinstance(outcome, Voided):
            assert not outcome.visit.inside
            self.is_now(outcome.visit)

    @precondition(lambda self: len(self.known) > 1)
    @rule(data=st.data())
    def records_are_joined_or_separated(self, data: st.DataObject) -> None:
        lines = [self.office.desk.visits.visit(data.draw(st.sampled_from(self.known))) for _ in range(2)]
        keep, other = (line.visitor_id for line in lines if line)
        outcome = self.office.desk.merge.merge(keep, other, "một người")
        if isinstance(outcome, Merged):
            self.merged.append(other)
        elif self.merged:
            self.office.desk.merge.unmerge(data.draw(st.sampled_from(self.merged)), "hai người")

    @rule(who=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3))
    def a_delegation_comes(self, who: list[str]) -> None:
        members = tuple(draft(name, id_number=f"01709000000{NAMES.index(name)}") for name in who)
        wanted = GroupDraft(f"đoàn-{len(self.known)}-{self.office.clock.now()}", members, host="Ông Bình")
        outcome = self.office.desk.groups.check_in(wanted)
        if isinstance(outcome, GroupCheckedIn):
            self.known += [line.visit_id for line in outcome.group.visits]
            self.is_now(*outcome.group.visits)

    @rule()
    def all_leave_together(self) -> None:
        outcome = self.office.desk.check_out.check_out_all(sorted(self.inside))
        self.is_now(*outcome.visits)

    @rule()
    def the_day_is_closed(self) -> None:
        offered = self.office.desk.closing.open_visits()
        assert {one.visit.visit_id for one in offered} == self.inside
        outcome = self.office.desk.closing.close_day(sorted(self.inside))
        assert isinstance(outcome, DayClosed)
        assert all(line.left_at and office_day(line.left_at) == line.day for line in outcome.visits)
        self.is_now(*outcome.visits)

    @rule(number=st.sampled_from(("7", "8")))
    def a_pass_is_lost_or_found(self, number: str) -> None:
        if isinstance(self.office.desk.passes.lost(number, ""), Refused):
            assert isinstance(self.office.desk.passes.found(number), PassMarked)

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
            figures = self.office.desk.reports.day(day).figures
            assert figures.carried_over + figures.entries == figures.exits + figures.inside_at_end
            assert all(each.entries == figures.entries for each in figures.programmes)
            counted = self.office.desk.visits.figures(day)
            assert (counted.entries, counted.exits) == (figures.entries, figures.exits)
            assert counted.programmes == figures.programmes
        assert figures.inside_at_end >= 0
        assert self.office.desk.reports.day(today).figures.inside_at_end == len(self.inside)

    def teardown(self) -> None:
        assert self.office.desk.care.verify().ok
        self.office.desk.close()
        shutil.rmtree(self.folder)


TestShift = pytest.mark.thorough(Shift.TestCase)
TestShift.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
