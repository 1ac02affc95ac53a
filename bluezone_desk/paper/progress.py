"""Long work tells how far it is, and stops when it is asked to."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: Told `(done, total)` in rows or pages; answers False to stop the work.
Progress = Callable[[int, int], bool | None]

_EVERY_ROWS: Final = 250
_Row = TypeVar("_Row")


def told(rows: Iterable[_Row], total: int, progress: Progress | None, start: int = 0) -> Iterator[_Row]:
    """The rows, with `progress` told now and then and at the end; `start` rows were done before them.

    Raises DeskFault(WORK_CANCELLED).
    """
    done = start
    for row in rows:
        if done % _EVERY_ROWS == 0:
            tell(progress, done, total)
        done += 1
        yield row
    tell(progress, done, total)


def tell(progress: Progress | None, done: int, total: int) -> None:
    """Say how far the work is. Raises DeskFault(WORK_CANCELLED) when the answer is False."""
    if progress is not None and progress(done, total) is False:
        raise DeskFault(Trouble.WORK_CANCELLED)
