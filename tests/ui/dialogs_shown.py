"""Every dialog of the program, found by itself, and how each is brought up with something in it to work on."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bluezone_desk import ui
from bluezone_desk.domain.visits import CheckedIn, CheckInDraft
from bluezone_desk.services.opening import Desk
from bluezone_desk.ui.bug_dialog import BugDialog
from bluezone_desk.ui.dialogs.asking import AskingDialog
from bluezone_desk.ui.dialogs.group import GroupDialog
from bluezone_desk.ui.dialogs.pin import NewPinDialog, PinDialog
from bluezone_desk.ui.import_dialog import ImportDialog
from bluezone_desk.ui.main_window import MainWindow
from bluezone_desk.ui.navigation import PageName
from bluezone_desk.ui.pages.book import BookPage
from bluezone_desk.ui.pages.desk import DeskPage
from bluezone_desk.ui.pages.poster_sites import show_sites

TCVN3 = "Hä vµ tªn,Giê vµo,Giê ra,Sè §T\nTrÇn ThÞ H\u00adêng,04/8/2020 8:30,9:10,912000000\nLª Sai,s,,\n"


@dataclass(frozen=True)
class Stage:
    """The window with two people inside who may be one, joined and taken apart, and a line in the book."""

    qtbot: QtBot
    window: MainWindow
    desk: Desk
    folder: Path
    visit_id: str

    def desk_page(self) -> DeskPage:
        assert isinstance(self.window.page, DeskPage)
        return self.window.page

    def book(self) -> BookPage:
        """The book page with the line chosen."""
        self.window.show_page(PageName.BOOK)
        page = self.window.page
        assert isinstance(page, BookPage)
        self.qtbot.waitUntil(lambda: page.model.row_of(self.visit_id) >= 0)
        page.list.choose(self.visit_id)
        return page

    def open(self, which: str) -> QDialog:
        """Bring it up, and give it back."""
        OPENERS[which](self)
        QApplication.processEvents()
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        assert [type(one).__name__ for one in shown] == [which.partition(" ")[0]]
        return shown[0]


def put_away(dialog: QDialog) -> None:
    """Closed; what would lose something has to be told twice."""
    for _once in range(2):
        if dialog.isVisible():
            dialog.close()


def stage(qtbot: QtBot, window: MainWindow, desk: Desk, folder: Path) -> Stage:
    ids = []
    for number in ("017190000000", "113000000"):
        draft = CheckInDraft(number, f"Lò Thị Thủy {number[0]}", phone="0912000678", id_number=number, host="Tổ")
        outcome = desk.check_in.check_in(draft)
        assert isinstance(outcome, CheckedIn)
        ids.append(outcome.visit.visit_id)
    return Stage(qtbot, window, desk, folder, ids[0])


def dialog_classes() -> set[str]:
    """Names of all dialogs in `ui`, whoever made them; the skeleton they share is none."""
    for found in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(found.name)
    waiting, classes = [QDialog], set()
    while waiting:
        for made in waiting.pop().__subclasses__():
            waiting.append(made)
            if made.__module__.startswith(f"{ui.__name__}.") and made is not AskingDialog:
                classes.add(made.__name__)
    return classes


def _separate(at: Stage) -> None:
    line, *others = (visit.visitor_id for visit in reversed(at.desk.visits.inside()))
    for visit in at.desk.visits.inside():
        at.desk.check_out.check_out_all((visit.visit_id,))
    at.desk.merge.merge(line, others[0], "một người")
    at.book().verbs.separate()


def _group(at: Stage) -> None:
    at.desk_page().verbs.open_group()
    (dialog,) = at.window.findChildren(GroupDialog)
    dialog.take_list("1. Nguyễn Văn Mẫu\n2. Trần Thị Ví Dụ")


def _import(at: Stage, steps: int) -> None:
    path = at.folder / "so-cu.csv"
    path.write_bytes(TCVN3.encode("cp1252"))
    at.book().importing.open_dialog()
    (dialog,) = at.window.findChildren(ImportDialog)
    dialog.files.ask_file = lambda _window, _folder: path
    dialog.files.choose.click()
    for _step in range(steps):
        dialog.go_on.click()


#: By the class, and what is different about it where one class stands for several.
OPENERS: dict[str, Callable[[Stage], object]] = {
    "HelpDialog": lambda at: at.window.actions_everywhere.show_help(),
    "CommandPalette": lambda at: at.window.actions_everywhere.show_commands(),
    "EvacuationDialog": lambda at: at.window.actions_everywhere.evacuate(),
    "ClosingDialog": lambda at: at.window.actions_everywhere.close_day(),
    "GroupDialog": _group,
    "GuideDialog": lambda at: at.desk_page().verbs.show_guide(),
    "PassesDialog": lambda at: at.desk_page().verbs.show_passes(),
    "CatchUpDialog": lambda at: at.desk_page().verbs.open_catch_up(),
    "CorrectionDialog": lambda at: at.book().verbs.correct(),
    "ReasonDialog": lambda at: at.book().verbs.void(),
    "MergeDialog": lambda at: at.book().verbs.merge(),
    "SeparateDialog": _separate,
    "ImportDialog file": lambda at: _import(at, 0),
    "ImportDialog columns": lambda at: _import(at, 1),
    "ImportDialog result": lambda at: _import(at, 2),
    "PinDialog": lambda at: PinDialog("Số", "PIN", at.desk.roles.check, "Hiện", at.window).open(),
    "NewPinDialog": lambda at: NewPinDialog(True, at.desk.roles.set_pin, at.window).open(),
    "PosterSites": lambda at: show_sites(at.window, at.desk.links, lambda: None),
    "BugDialog": lambda at: BugDialog("Traceback", at.window).open(),
}
