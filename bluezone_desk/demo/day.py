"""The plan of one reception day: who arrives when, to whom, with which phone, and when they leave."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from bluezone_desk.demo.office import DEPARTMENTS, ORGANISATIONS, REASONS
from bluezone_desk.demo.people import Crowd, Visitor
from bluezone_desk.domain.clock import OFFICE_ZONE
from bluezone_desk.domain.programme import CheckState

#: (share of a hundred, middle, spread in minutes) of the day's waves.
_WAVES = ((44, time(8, 20), 28), (16, time(10, 0), 40), (29, time(14, 5), 28), (11, time(15, 30), 35))
_OPEN = ((time(7, 20), time(11, 25)), (time(13, 20), time(16, 35)))
_LAST_OUT = time(16, 58)
#: The day after the directive: many phones have the app, many get it here.
_STATES = {
    CheckState.RUNNING: 40,
    CheckState.INSTALLED_HERE: 22,
    CheckState.REACTIVATED: 9,
    CheckState.UNSUPPORTED: 13,
    CheckState.NOT_INSTALLED: 8,
    CheckState.DECLINED: 5,
    CheckState.NOT_ASKED: 3,
}
_COMING_BACK_PERCENT = 8
#: Nobody is back sooner.
_AWAY = timedelta(minutes=40)
_GROUP_PERCENT = 6
_FROM_PAPER = 3
_STILL_INSIDE = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of a demo."""

    day: date
    visits: int = 200
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Arrival:
    """One entry and its exit; `leaves` is None for somebody still inside when the day's papers are made.

    `from_paper` lines are written into the book later, with their own hour and a reason.
    """

    at: datetime
    leaves: datetime | None
    visitor: Visitor
    is_back: bool
    host: str
    department: str
    purpose: str
    party: int
    plate: str
    state: CheckState
    reason: str
    from_paper: bool


def closing(day: date) -> datetime:
    """When the day's papers are made."""
    return datetime.combine(day, time(17, 5), OFFICE_ZONE)


def morning(day: date) -> datetime:
    """When the desk is looked at: a good many people are inside."""
    return datetime.combine(day, time(9, 12), OFFICE_ZONE)


def arrivals(plan: Plan) -> list[Arrival]:
    """The day's entries in order; the same plan gives the same day."""
    random = Random(plan.seed)
    crowd = Crowd(random, plan.day, ORGANISATIONS)
    moments = sorted(_moment(random, plan.day) for _ in range(plan.visits))
    morning = [n for n, moment in enumerate(moments) if moment.hour == 9]
    on_paper = set(morning[: _FROM_PAPER if plan.visits >= 20 else 0])
    staying = set(range(plan.visits)[-_STILL_INSIDE:]) if plan.visits >= 20 else set()
    planned: list[Arrival] = []
    for number, moment in enumerate(moments):
        gone = [p for p in planned if p.leaves is not None and p.leaves < moment - _AWAY and not p.from_paper]
        is_back = bool(gone) and number not in on_paper and random.randrange(100) < _COMING_BACK_PERCENT
        earlier = random.choice(gone).visitor if is_back else None
        if earlier is not None and _is_inside(earlier, planned, moment):
            earlier = None
        visitor = earlier or crowd.visitor()
        planned.append(
            _arrival(random, moment, visitor, earlier is not None, number in on_paper, number in staying)
        )
    return planned


def _is_inside(visitor: Visitor, planned: list[Arrival], moment: datetime) -> bool:
    return any(p.visitor is visitor and (p.leaves is None or p.leaves >= moment) for p in planned)


def _moment(random: Random, day: date) -> datetime:
    while True:
        wave = random.choices(_WAVES, [share for share, _, _ in _WAVES])[0]
        middle = datetime.combine(day, wave[1], OFFICE_ZONE)
        moment = middle + timedelta(seconds=round(random.gauss(0, wave[2] * 60)))
        if any(first <= moment.time() <= last for first, last in _OPEN):
            return moment


def _arrival(
    random: Random, moment: datetime, visitor: Visitor, is_back: bool, from_paper: bool, stays: bool
) -> Arrival:
    department = random.choices(DEPARTMENTS, [d.weight for d in DEPARTMENTS])[0]
    stay_min = max(4.0, random.lognormvariate(0, 0.55) * department.usual_stay_min)
    latest = datetime.combine(moment.date(), _LAST_OUT, OFFICE_ZONE) - timedelta(seconds=random.randrange(1200))
    leaves = max(min(moment + timedelta(minutes=stay_min), latest), moment + timedelta(minutes=2))
    state = random.choices(list(_STATES), list(_STATES.values()))[0]
    reasons = REASONS.get(state, ())
    return Arrival(
        at=moment,
        leaves=None if stays else leaves.replace(microsecond=0),
        visitor=visitor,
        is_back=is_back,
        host=random.choice(department.hosts),
        department=department.name,
        purpose=random.choice(department.purposes),
        party=random.randrange(1, 6) if random.randrange(100) < _GROUP_PERCENT else 0,
        plate=f"28A-000.{random.randrange(100):02d}" if random.randrange(100) < 9 else "",
        state=state,
        reason=random.choice(reasons) if reasons else "",
        from_paper=from_paper,
    )
