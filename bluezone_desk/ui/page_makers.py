"""How each page is made: imported when first asked for, so that the window paints before its pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluezone_desk.ui.navigation import PageName

if TYPE_CHECKING:
    from bluezone_desk.domain.clock import Clock
    from bluezone_desk.services.opening import Desk
    from bluezone_desk.ui.pages.page import Page
    from bluezone_desk.ui.task_runner import Runner


def make_page(name: PageName, desk: Desk, runner: Runner, clock: Clock) -> Page:
    """The page of that name, new."""
    return _page_class(name)(desk, runner, clock)


def _page_class(name: PageName) -> type[Page]:
    match name:
        case PageName.DESK:
            from bluezone_desk.ui.pages.desk import DeskPage

            return DeskPage
        case PageName.BOOK:
            from bluezone_desk.ui.pages.book import BookPage

            return BookPage
        case PageName.REPORT:
            from bluezone_desk.ui.pages.report import ReportPage

            return ReportPage
        case PageName.POSTER:
            from bluezone_desk.ui.pages.poster import PosterPage

            return PosterPage
        case PageName.SETTINGS:
            from bluezone_desk.ui.pages.settings import SettingsPage

            return SettingsPage
