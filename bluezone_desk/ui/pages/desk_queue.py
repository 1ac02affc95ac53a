"""Scanned visitors who wait while another is in the form."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from bluezone_desk.i18n import gettext as _

if TYPE_CHECKING:
    from bluezone_desk.services.people import Recognised


class DeskQueue:
    """Oldest first. A card that was held under the scanner is read twice, and waits once."""

    def __init__(self) -> None:
        self._line: deque[Recognised] = deque()

    def __len__(self) -> int:
        return len(self._line)

    def add(self, seen: Recognised) -> None:
        """Let somebody wait, unless the same card does already."""
        if not any(are_one(seen, other) for other in self._line):
            self._line.append(seen)

    def take_over(self, before: DeskQueue) -> None:
        """Who waited elsewhere waits here."""
        self._line.extend(before._line)

    def next(self) -> Recognised | None:
        """Who waited longest, and no more; None when nobody waits."""
        return self._line.popleft() if self._line else None

    @property
    def names(self) -> str:
        """Who waits, in words."""
        return ", ".join(name_of(seen) for seen in self._line)


def number_of(seen: Recognised) -> str:
    """The number by which the visitor is known, "" without one."""
    return getattr(seen.identified, "id_number", "") or getattr(seen.identified, "number", "")


def are_one(one: Recognised, other: Recognised) -> bool:
    """Whether two scans are of one card."""
    return one.identified == other.identified or number_of(one) == number_of(other) != ""


def name_of(seen: Recognised) -> str:
    """The name on the card, else the one the book knows."""
    name = getattr(seen.identified, "name", "") or (seen.person.name if seen.person else "")
    return name or _("a visitor")
