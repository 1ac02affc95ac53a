"""Two hundred visitors worked through the real window on a screen; then the book is compared with the deeds."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from desk_process import DeskProcess, wait_until
from shift_people import Visitor, told_by, visitors
from shift_work import HOST, LAST_HOST, Shift
from x_keys import Keyboard, screen

from bluezone_desk.domain.clock import SetClock, office_day
from bluezone_desk.domain.office import Office
from bluezone_desk.domain.visits import CheckInDraft, CheckOutDraft
from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.system_clock import SystemClock

pytestmark = [
    pytest.mark.journey,
    pytest.mark.alone,
    pytest.mark.timeout(240),
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not here (.ci/test-packages.txt names it)"),
]

KNOWN = 55
SCANNER = {"road": "serial", "port": "none", "identity": "1eab:0022:"}
#: Each entry gets a label.
PRINTER = {"each": "yes", "printer": "Zebra", "size": "62x100"}
#: A scan cut short, one without its head, and a code that is no card.
NO_CARDS = (
    "001090000000|010000000|Nguyễn",
    "090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|Hà Nội|01052021",
    "a|b|c|1|2|3|4",
)


def known_people(folder: Path) -> tuple[Iterator[Visitor], list[Visitor], str]:
    """A book with an office and people who came three days ago; the others, these, and the shift's first day."""
    clock = SetClock(SystemClock().now() - timedelta(days=3))
    people = visitors()
    known = list(islice(people, KNOWN))
    with open_desk(folder / "book", clock) as desk:
        desk.settings.change_office(Office(name="Sở Mẫu", receptionist="Lê Thu Hà"))
        for place, one in enumerate(known):
            draft = CheckInDraft(f"r{place}", one.name, id_number=one.id_number, phone=one.phone, host=LAST_HOST)
            desk.check_in.check_in(draft)
        for line in desk.visits.inside():
            desk.check_out.check_out(CheckOutDraft(visit_id=line.visit_id))
    return people, known, office_day(SystemClock().now()).isoformat()


@pytest.fixture
def shift(tmp_path: Path) -> Iterator[Shift]:
    with screen(1366, 768) as display:
        keyboard = Keyboard(display)
        desk = DeskProcess(tmp_path, display)
        try:
            yield Shift(keyboard, desk)
        finally:
            desk.stop()
            keyboard.close()


def test_two_hundred_visitors(shift: Shift, tmp_path: Path) -> None:
    people, known, shift.first_day = known_people(tmp_path)
    shift.desk.cable.plug_in()
    shift.desk.choose(scanner=SCANNER)
    shift.begin()
    morning(shift, people, known)
    unplugged(shift, people)
    cut_off(shift, people)
    jammed(shift, people)
    afternoon(shift, people, known)
    compare(shift)


def morning(shift: Shift, people: Iterator[Visitor], known: list[Visitor]) -> None:
    """The serial scanner, cards of both generations, people who were here before, a delegation, undo."""
    shift.learn_the_empty_form()
    for one in known[:20]:
        shift.show(one)
        shift.answer(one)
        shift.settle()
    for place, one in enumerate(islice(people, 10)):
        shift.show(one, one.new_card if place % 2 else one.card)
        shift.answer(one, 1 + place % 3, HOST)
        shift.settle()
    for one in known[20:35]:
        shift.keys.write(one.phone[-6:])
        shift.keys.press("Return")
        shift.answer(one)
    shift.settle()
    shift.undo_entry()
    shift.settle()
    shift.group([one.name + " Đoàn" for one in islice(people, 36)])
    for line in shift.lines[:12]:
        shift.desk.cable.send(next(one.card for one in known if one.name == line.name))
        shift.leave_by_key(line)
        shift.settle_exits()


def unplugged(shift: Shift, people: Iterator[Visitor]) -> None:
    """The scanner's cable is pulled out; the keyboard scanner goes on; it comes back under another name."""
    shift.desk.cable.pull_out()
    wait_until(lambda: shift.is_told("warn"), "the scanner's trouble")
    for place, one in enumerate(islice(people, 20)):
        shift.keys.scan(one.new_card if place % 2 else one.card)
        shift.answer(one, 1 + place % 5, HOST)
    shift.settle()
    shift.desk.cable.plug_in()
    wait_until(lambda: shift.desk.cable.is_heard, "the scanner again")
    for one in islice(people, 6):
        shift.keys.scan(one.card)
        shift.decline(one)
    shift.settle()
    [one] = islice(people, 1)
    shift.show(one)
    shift.answer(one, 5, HOST)
    shift.settle()


def cut_off(shift: Shift, people: Iterator[Visitor]) -> None:
    """Killed while one visitor is in the form, and started again: nobody is lost, nobody half there."""
    [one] = islice(people, 1)
    shift.show(one)
    shift.desk.kill()
    shift.desk.choose(scanner=SCANNER, labels=PRINTER)
    shift.desk.printer.write_text("ready")
    shift.begin()
    shift.settle()
    shift.keys.scan(one.card)
    shift.answer(one, 1, HOST)
    shift.settle()
    wait_until(shift.desk.printer.with_name("label.pdf").exists, "the label")


def jammed(shift: Shift, people: Iterator[Visitor]) -> None:
    """The printer jams in the middle of a label: said, and the queue goes on; then it is gone."""
    shift.desk.printer.write_text("jammed")
    for one in islice(people, 4):
        shift.keys.scan(one.card)
        shift.answer(one, 1, HOST)
        shift.settle()
    wait_until(lambda: shift.is_told("bad"), "the printer's trouble")
    shift.desk.printer.write_text("ready")
    shift.keys.press("Ctrl+p")
    wait_until(lambda: shift.is_told("good"), "the label after all")
    shift.desk.printer.write_text("gone")


def afternoon(shift: Shift, people: Iterator[Visitor], known: list[Visitor]) -> None:
    """A keyboard scanner without a rest, damaged and glued scans, passes, and a printer that is gone."""
    queue = list(islice(people, 26))
    for place, one in enumerate(queue):
        if place % 5 == 0:
            shift.keys.scan(NO_CARDS[place // 5 % 3])
        shift.keys.scan(one.new_card if place % 2 else one.card)
        shift.answer(one, 5 if place % 4 == 0 else 1, HOST)
    wait_until(lambda: shift.is_told("bad"), "the missing printer's notice")
    for first, second in zip(islice(people, 5), islice(people, 5), strict=True):
        shift.keys.scan(first.card + second.card)
        shift.answer(first, 1, HOST)
        shift.answer(second, 1, HOST)
    for one in known[35:]:
        shift.keys.scan(one.card.replace("ễ", "?").replace("ầ", "?"))
        shift.answer(one)
    shift.settle()
    new_by_name(shift)
    shift.undo_entry()
    shift.settle()
    going_out(shift)
    shift.group([one.name + " Khối" for one in islice(people, 36)])
    shift.correct_name(shift.lines[-1], "Vũ Thị Đúng")


def new_by_name(shift: Shift) -> None:
    """Visitors without a card, typed with all their marks."""
    for name in ("Xa Thị Mới", "Ỷ Văn Lạ", "H' Mẫu Êban"):
        shift.keys.write(name)
        shift.keys.press("Return")
        shift.keys.press("1")
        shift.keys.write(HOST)
        shift.keys.press("Ctrl+Return")
        shift.note(name, "", HOST, 1)
    shift.settle()


def going_out(shift: Shift) -> None:
    """By pass, from the list, several at once, by card with F9 before it; an exit taken back."""
    for line in list(shift.newest_inside())[14:20]:
        shift.leave_by_pass(line)
    shift.leave_from_list()
    several = shift.leave_from_list(more=3)
    shift.keys.press("Ctrl+z")
    for line in several:
        line.is_inside = True
    shift.settle_exits()


def compare(shift: Shift) -> None:
    """To the line: nothing lost, doubled or glued, and the book adds up."""
    book = shift.desk.told("visits", "--from", shift.first_day)
    told, done = Counter(map(told_by, book)), Counter(line.told for line in shift.lines)
    assert (told - done, done - told) == (Counter(), Counter())
    assert len(book) >= 200
    numbers = sorted((line["day"], line["number"]) for line in book)
    assert len(set(numbers)) == len(numbers)
    inside = shift.desk.told("inside")
    assert Counter(line["name"] for line in inside) == Counter(line.name for line in shift.lines if line.is_inside)
    shift.desk.told("book", "verify")
    assert not re.search("Traceback|QThread|Error", shift.desk.errors), shift.desk.errors
