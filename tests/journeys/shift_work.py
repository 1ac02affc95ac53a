"""What a receptionist does in a shift, by keys and a scanner; each deed is noted in a list beside."""

from collections.abc import Iterator, Sequence

from desk_process import DeskProcess, came, differ, wait_until
from shift_people import STATES, Line, Visitor, pasted
from x_keys import Keyboard

from bluezone_desk.ui.tokens import LIGHT

#: Where things stand in a window of 1366 to 768: the fields of the person, and the notice above a page.
PERSON_BOX, NOTICE_BOX = (247, 190, 969, 250), (226, 54, 1346, 108)
#: Of the book below a notice.
FIRST_LINE_BOX, LATER_LINES_BOX = (340, 222, 1020, 248), (240, 260, 1020, 700)
HOST, LAST_HOST = "Tổ 1", "Ông Bình"


class Shift:
    """Keys go to the window in order, so that only the serial scanner has to look before the next is done."""

    def __init__(self, keyboard: Keyboard, desk: DeskProcess) -> None:
        self.keys = keyboard
        self.desk = desk
        self.lines: list[Line] = []

    def begin(self) -> None:
        """The window stands, its scanner is heard, and its form is empty."""
        self.desk.start()
        wait_until(self.keys.windows, "the window")
        wait_until(lambda: self.desk.cable.is_heard, "the scanner's port")
        self.keys.look_at_top()

    def learn_the_empty_form(self) -> None:
        """Remember how the form looks while nobody stands in it."""
        wait_until(lambda: len(self.desk.picture(PERSON_BOX).getcolors(9999) or range(99)) > 9, "the desk's page")
        self.empty = self.desk.picture(PERSON_BOX)

    def show(self, visitor: Visitor, raw: str = "") -> None:
        """The serial scanner reads a card; nobody else is in the form."""
        wait_until(lambda: not self._is_filled(), "an empty form")
        self.desk.cable.send(raw or visitor.card)
        wait_until(self._is_filled, f"{visitor.name} in the form")

    def answer(self, visitor: Visitor, number: int = 1, host: str = "", *, name: str = "") -> Line:
        """The app check by its key, whom they see, and the entry recorded."""
        self.keys.press(str(number))
        self.keys.write(host)
        self.keys.press("Ctrl+Return")
        return self.note(visitor.name, visitor.id_number, host or LAST_HOST, number)

    def decline(self, visitor: Visitor) -> None:
        """The visitor does not agree, and says why."""
        self.keys.press("6")
        self.keys.write(HOST)
        self.keys.press("Return")
        self.keys.write("ngại")
        self.keys.press("Return")
        self.note(visitor.name, visitor.id_number, HOST, 6)

    def note(self, name: str, id_number: str, host: str, number: int) -> Line:
        line = Line(name, id_number, host, STATES[number - 1])
        self.lines.append(line)
        return line

    def settle(self) -> None:
        """Everything that was done is in the book."""
        wait_until(lambda: self._count("1") == len(self.lines), f"{len(self.lines)} lines")
        self.settle_exits()

    def settle_exits(self) -> None:
        left = sum(not line.is_inside and not line.is_voided for line in self.lines)
        wait_until(lambda: self._count("left_at IS NOT NULL AND voided_at IS NULL") == left, f"{left} exits")
        voided = sum(line.is_voided for line in self.lines)
        wait_until(lambda: self._count("voided_at IS NOT NULL") == voided, f"{voided} voided lines")

    def undo_entry(self) -> None:
        """The entry just recorded is taken back."""
        self.keys.press("Ctrl+z")
        self.lines[-1].is_voided, self.lines[-1].is_inside = True, False

    def leave_by_key(self, line: Line) -> None:
        """F9 for the one whose exit is offered."""
        self.keys.press("F9")
        line.is_inside = False

    def leave_by_pass(self, line: Line) -> None:
        """F9, the pass, Enter."""
        sql = (
            "SELECT pass_number FROM visit v JOIN visitor p ON p.id = v.visitor_id WHERE p.name = ? AND v.day >= ?"
        )
        number = self.desk.ask(sql, line.name, self.first_day)
        assert number, f"{line.name} has no pass"
        self.keys.press("F9")
        self.keys.write(str(number))
        self.keys.press("Return")
        line.is_inside = False
        self.settle_exits()

    def leave_from_list(self, more: int = 0) -> list[Line]:
        """The newest of those inside, and so many below, go out; who they were."""
        self.keys.press("Ctrl+i")
        for _row in range(more):
            self.keys.press("Shift+Down")
        self.keys.press("F9")
        leaving = list(self.newest_inside())[: more + 1]
        for line in leaving:
            line.is_inside = False
        self.settle_exits()
        return leaving

    def newest_inside(self) -> Iterator[Line]:
        return (line for line in reversed(self.lines) if line.is_inside)

    def group(self, names: Sequence[str]) -> None:
        """A delegation from a letter: pasted, all asked at once, all in."""
        holder = self.desk.copied(pasted(list(names)))
        self._open("Ctrl+g")
        self.keys.press("Tab")
        self.keys.write(HOST)
        for key in ("Tab", "Tab", "Ctrl+v", "Tab", "Ctrl+a", "1", "Ctrl+Return"):
            self.keys.press(key)
        for name in names:
            self.note(name, "", HOST, 1)
        self._close()
        self.settle()
        holder.kill()
        holder.communicate()

    def correct_name(self, line: Line, name: str) -> None:
        """The name of a line is put right in the book, with a reason."""
        self.keys.press("F3")
        self.keys.write(line.name)
        wait_until(self._is_alone, f"{line.name} alone in the list")
        wait_until(self._correction_opens, "the dialog of a correction")
        self.keys.look_at_top()
        self.keys.press("Ctrl+a")
        self.keys.write(name)
        for _step in range(3):
            self.keys.press("Shift+Tab")
        self.keys.write("sai")
        self.keys.press("Return")
        self._close()
        line.name = name
        wait_until(lambda: self.desk.ask("SELECT count(*) FROM visitor WHERE name = ?", name), name)
        self.keys.press("F2")

    def _correction_opens(self) -> bool:
        """A receptionist whose keys came before the list had settled presses them again."""
        self.keys.press("Return")
        self.keys.press("Ctrl+r")
        return came(lambda: len(self.keys.windows()) == 2, 4)

    def is_told(self, tone: str) -> bool:
        """Whether a notice in the colour of `tone` stands above the page."""
        ground = tuple(bytes.fromhex(getattr(LIGHT, f"{tone}_soft")[1:]))
        picture = self.desk.picture(NOTICE_BOX)
        colours = {colour: count for count, colour in picture.getcolors(picture.width * picture.height)}
        return colours.get(ground, 0) > picture.width * picture.height / 2

    def _open(self, chord: str) -> None:
        self.keys.press(chord)
        wait_until(lambda: len(self.keys.windows()) == 2, f"the dialog of {chord}")
        self.keys.look_at_top()

    def _close(self) -> None:
        wait_until(lambda: len(self.keys.windows()) == 1, "the dialog's end")
        self.keys.look_at_top()

    def _is_filled(self) -> bool:
        return differ(self.empty, self.desk.picture(PERSON_BOX), 60, 8)

    def _is_alone(self) -> bool:
        first, later = (self.desk.picture(box).getcolors(9999) for box in (FIRST_LINE_BOX, LATER_LINES_BOX))
        return len(first or range(99)) > 1 and len(later or range(99)) == 1

    def _count(self, which: str) -> int:
        return int(self.desk.ask(f"SELECT count(*) FROM visit WHERE day >= ? AND {which}", self.first_day))

    #: Lines of earlier days are from before the shift.
    first_day = ""
