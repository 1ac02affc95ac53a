"""A reader's filter as conditions of the book's SQL, and the values that fill them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, literal_column, or_, select

from bluezone_desk.domain.clock import day_bounds
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.store.moments import to_milliseconds
from bluezone_desk.store.schema import app_check, visit, visitor

_NOT_ASKED = CheckState.NOT_ASKED.value


def _newest_look(told: Any) -> Any:
    return (
        select(told)
        .where(app_check.c.visit_id == visit.c.id, app_check.c.programme == bindparam("programme"))
        .order_by(app_check.c.at.desc())
        .limit(1)
        .correlate(visit)
        .scalar_subquery()
    )


_later = app_check.alias("later")
#: Of the looks at one programme of one visit, the newest.
IS_NEWEST_LOOK = ~exists().where(
    _later.c.visit_id == app_check.c.visit_id,
    _later.c.programme == app_check.c.programme,
    _later.c.at > app_check.c.at,
)


def _any_newest(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Some programme's newest look was so."""
    return exists().where(app_check.c.visit_id == visit.c.id, condition, IS_NEWEST_LOOK)


def _any_in_state() -> ColumnElement[bool]:
    return _any_newest(app_check.c.state == bindparam("state"))


def _helped(state: ColumnElement[Any]) -> ColumnElement[bool]:
    return state.in_([literal_column(f"'{state.value}'") for state in CheckState if state.helped])


_LOOKED_AT = exists().where(app_check.c.visit_id == visit.c.id, app_check.c.programme == bindparam("programme"))
_NO_LOOK = ~exists().where(app_check.c.visit_id == visit.c.id)
_CONDITIONS: dict[str, ColumnElement[bool]] = {
    "start": visit.c.entered_at >= bindparam("start"),
    "end": visit.c.entered_at < bindparam("end"),
    "recorder": visit.c.recorded_by == bindparam("recorder"),
    "group": and_(visit.c.group_id == bindparam("group_id"), visit.c.group_id != literal_column("''")),
    "inside": and_(visit.c.left_at.is_(None), visit.c.voided_at.is_(None)),
    "left": visit.c.left_at.is_not(None),
    "unvoided": visit.c.voided_at.is_(None),
    "looked_at": _LOOKED_AT,
    "programme_state": func.coalesce(_newest_look(app_check.c.state), literal_column(f"'{_NOT_ASKED}'"))
    == bindparam("state"),
    "any_state": _any_in_state(),
    "any_not_asked": or_(_any_in_state(), _NO_LOOK),
    "programme_helped": func.coalesce(_helped(_newest_look(app_check.c.state)), literal_column("0")),
    "any_helped": _any_newest(_helped(app_check.c.state)),
    "host": func.says(bindparam("host"), literal_column("''"), visit.c.host, visit.c.department),
    "text": func.says(
        bindparam("text"),
        visitor.c.indexed_text + literal_column("' '") + visit.c.pass_number,
        visit.c.organisation,
        visit.c.host,
        visit.c.department,
        visit.c.purpose,
        visit.c.plate,
    ),
}


@dataclass(frozen=True, slots=True)
class Conditions:
    """Names of the conditions, which make a statement's shape, and the values for its parameters."""

    names: tuple[str, ...]
    values: dict[str, Any]


def conditions_of(wanted: VisitFilter) -> Conditions:
    """What the filter asks for; nothing of it is empty text or absent."""
    values: dict[str, Any] = {}
    if wanted.from_day:
        values["start"] = to_milliseconds(day_bounds(wanted.from_day)[0])
    if wanted.to_day:
        values["end"] = to_milliseconds(day_bounds(wanted.to_day)[1])
    values |= {name: told for name in ("recorder", "host", "text") if (told := getattr(wanted, name))}
    names = list(values)
    if wanted.group_id:
        names.append("group")
        values["group_id"] = wanted.group_id
    if wanted.is_inside is not None:
        names.append("inside" if wanted.is_inside else "left")
    if not wanted.with_voided:
        names.append("unvoided")
    looks = _look_conditions(wanted)
    if looks:
        names += looks
        values |= {"programme": wanted.programme} if wanted.programme else {}
        values |= {"state": wanted.state.value} if wanted.state else {}
    return Conditions(tuple(names), values)


def _look_conditions(wanted: VisitFilter) -> list[str]:
    of_one = bool(wanted.programme)
    names = ["programme_helped" if of_one else "any_helped"] if wanted.is_helped else []
    if wanted.state is not None:
        is_unasked = wanted.state is CheckState.NOT_ASKED
        names.append("programme_state" if of_one else "any_not_asked" if is_unasked else "any_state")
    elif of_one and not names:
        names.append("looked_at")
    return names


def expressions(names: tuple[str, ...]) -> list[ColumnElement[bool]]:
    """The SQL of these conditions."""
    return [_CONDITIONS[name] for name in names]
