"""Works a planned day at the desk, minute by minute, through the same services as the window."""

import heapq
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bluezone_desk.cli.arrivals import arrive
from bluezone_desk.cli.departures import depart
from bluezone_desk.cli.entries import Entry
from bluezone_desk.demo.day import Arrival
from bluezone_desk.demo.office import PAPER_REASON
from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.ids import uuid7_text
from bluezone_desk.domain.programme import AppCheck
from bluezone_desk.services.opening import Desk

Progress = Callable[[int, int], None]

_PASSES = 60
#: How long after the power came back the paper lines are written into the book.
_PAPER_WAITS = timedelta(minutes=25)


class DayAtTheDesk:
    """Keeps the passes that are out and the exits that are due."""

    def __init__(
        self,
        desk: Desk,
        clock: SetClock,
        arrivals: Iterable[Arrival],
        seed: int,
        progress: Progress | None = None,
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._random = Random(seed)
        self._queue = deque(sorted(arrivals, key=_written_at))
        self._total = len(self._queue)
        self._progress = progress
        self._due: list[tuple[datetime, int, str, str]] = []
        self._passes = [f"{n:02d}" for n in range(_PASSES, 0, -1)]
        self._count = 0

    def work(self, until: datetime) -> None:
        """Record every entry and exit that is due before `until`; the clock ends there."""
        while self._queue and _written_at(self._queue[0]) <= until:
            arrival = self._queue.popleft()
            self._exits_before(_written_at(arrival))
            self._clock.put(_written_at(arrival))
            self._enter(arrival)
            if self._progress is not None:
                self._progress(self._total - len(self._queue), self._total)
        self._exits_before(until)
        self._clock.put(until)

    def _enter(self, arrival: Arrival) -> None:
        pass_number = self._passes.pop() if self._passes and not arrival.from_paper else ""
        request_id = uuid7_text(self._clock.now(), self._random.randbytes(10))
        done = arrive(self._desk, self._entry(arrival, pass_number), request_id)
        visit_id = _recorded(done)["visit_id"]
        if arrival.leaves is None:
            return
        if arrival.from_paper and arrival.leaves < self._clock.now():
            left = Entry({"visit_id": visit_id, "reason": PAPER_REASON}, moment=arrival.leaves)
            _recorded(depart(self._desk, left))
            return
        self._count += 1
        heapq.heappush(self._due, (arrival.leaves, self._count, visit_id, pass_number))

    def _entry(self, arrival: Arrival, pass_number: str) -> Entry:
        visitor = arrival.visitor
        texts = {
            "host": arrival.host,
            "department": arrival.department,
            "purpose": arrival.purpose,
            "plate": arrival.plate,
            "pass_number": pass_number,
        }
        if visitor.card:
            texts["scan"] = visitor.card
        elif arrival.is_back and visitor.phone:
            texts["scan"] = visitor.phone
        else:
            texts["name"] = visitor.name
        texts |= {"phone": visitor.phone, "organisation": visitor.organisation}
        if arrival.from_paper:
            texts["reason"] = PAPER_REASON
        asked = [programme.code for programme in self._desk.settings.office().programmes]
        checks = tuple(AppCheck(code, arrival.state, arrival.reason) for code in asked)
        moment = arrival.at if arrival.from_paper else None
        return Entry({key: text for key, text in texts.items() if text}, arrival.party, checks, moment)

    def _exits_before(self, moment: datetime) -> None:
        while self._due and self._due[0][0] <= moment:
            at, _, visit_id, pass_number = heapq.heappop(self._due)
            self._clock.put(at)
            named = {"pass_number": pass_number} if pass_number else {"visit_id": visit_id}
            _recorded(depart(self._desk, Entry(named)))
            if pass_number:
                self._passes.append(pass_number)


def _written_at(arrival: Arrival) -> datetime:
    return arrival.at + _PAPER_WAITS if arrival.from_paper else arrival.at


def _recorded(result: dict[str, Any]) -> dict[str, Any]:
    """The result when the desk recorded it; a refusal here is a bug of the plan. Raises DeskFault."""
    if not result["ok"]:
        raise DeskFault(Trouble(result["code"]))
    return result
