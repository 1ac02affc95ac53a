"""Many lines prepared beforehand, written in one transaction that lets the desk go first."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.services.session import Session
from bluezone_desk.store import bulk
from bluezone_desk.store.bulk import Bundle
from bluezone_desk.store.connections import View
from bluezone_desk.store.journal import Page

Progress = Callable[[int, int], None]
#: How often the desk may go first before the lines hold their place: in a queue without one gap of a few seconds,
#: a quarter of an hour or more.
_MOST_YIELDS = 600
#: How often another program may hold the book for three seconds before that is said.
_MOST_BUSY = 20
#: So many lines are written between two looks at who waits: some ten milliseconds.
_AT_ONCE = 100


class Plan(Protocol):
    """Lines made on a view of the book."""

    @property
    def bundle(self) -> Bundle: ...

    def still_holds(self, view: View) -> bool:
        """Whether nothing written since the plan was made speaks against it."""
        ...


AnyPlan = TypeVar("AnyPlan", bound=Plan)


class _StepAside(Exception):  # noqa: N818 -- not an error: the transaction is begun anew
    """The desk wants to write, or has written."""


def write_plan(
    session: Session,
    plan: AnyPlan,
    again: Callable[[View], AnyPlan],
    progress: Progress | None,
    *,
    always_yields: bool = False,
) -> AnyPlan:
    """Write the plan's lines, all or none, and give back the plan that was written.

    It is made `again` when what was written meanwhile speaks against it. After many times of letting the desk go
    first it holds its place, unless it `always_yields`: then it gives up. Raises DeskFault: DESK_TOO_BUSY, those
    of `Book.writing`, and what `again` or `progress` raise; after any of them nothing was written.
    """
    busy = 0
    for turn in range(_MOST_YIELDS + 1):
        try:
            with session.writing() as page:
                is_last = turn == _MOST_YIELDS and not always_yields
                if not plan.still_holds(page.connection):
                    if not is_last:
                        raise _StepAside
                    plan = again(page.connection)
                _write(session, page, plan.bundle, progress, may_yield=not is_last)
            return plan
        except _StepAside:
            session.book.bell.wait()
            with session.book.reading() as view:
                plan = plan if plan.still_holds(view) else again(view)
        except DeskFault as fault:
            busy += 1
            if fault.code is not Trouble.BOOK_BUSY or busy > _MOST_BUSY or turn == _MOST_YIELDS:
                raise
            if progress:
                progress(0, len(plan.bundle.lines))
    raise DeskFault(Trouble.DESK_TOO_BUSY)


def _write(session: Session, page: Page, bundle: Bundle, progress: Progress | None, *, may_yield: bool) -> None:
    lines = bundle.lines
    for start in range(0, len(lines), _AT_ONCE):
        if may_yield and session.book.is_wanted:
            raise _StepAside
        if progress:
            progress(start, len(lines))
        bulk.write(page, lines[start : start + _AT_ONCE])
    if progress:
        progress(len(lines), len(lines))
