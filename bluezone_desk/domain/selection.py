"""What a reader of the book asks for, and what the desk offers while typing."""

from dataclasses import dataclass
from datetime import date

from bluezone_desk.domain.programme import CheckState


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """Which visits to list; an empty part asks for nothing. Days are the office's, both included.

    `programme` without `state` keeps visits where it was looked at; with `state`, those in that state, and a
    visit without a row counts as "not asked". `host` and `text` are found without marks, anywhere in the words.
    """

    from_day: date | None = None
    to_day: date | None = None
    programme: str = ""
    state: CheckState | None = None
    host: str = ""
    text: str = ""
    #: Who recorded the entry, exactly as the line says it.
    recorder: str = ""
    group_id: str = ""
    #: True keeps only those still inside, False only those who left.
    is_inside: bool | None = None
    with_voided: bool = True
    #: True keeps those where an app runs because the desk helped: the one of `programme`, or any.
    is_helped: bool = False


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What recent visits named, most used first."""

    hosts: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    recorders: tuple[str, ...] = ()
