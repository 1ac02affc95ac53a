"""What the flow of visitors asks of the page they are shown on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluezone_desk.domain.visits import CheckInDraft, VisitLine
    from bluezone_desk.ui.pages.desk_checks import AppChecks
    from bluezone_desk.ui.pages.desk_form import VisitorForm
    from bluezone_desk.ui.pages.desk_strip import DeskStrip


class DeskView(Protocol):
    """The page, as `DeskFlow` knows it."""

    form: VisitorForm
    checks: AppChecks
    strip: DeskStrip

    def draft(self, request_id: str) -> CheckInDraft: ...

    def clear_visitor(self) -> None: ...

    def go_on(self) -> None: ...

    def book_changed(self) -> None: ...

    def recorded(self, line: VisitLine) -> None: ...

    def ask_why(self, words: str, act: Callable[[str], None]) -> None: ...
