"""A whole import taken back: nothing of it is left to be found, all else stays, and the file can come again."""

from collections.abc import Sequence
from typing import Any

import pytest
from reception import Reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_columns import guess_columns
from bluezone_desk.domain.import_rows import ImportWish
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import Refused
from bluezone_desk.services.import_visits import Judged
from bluezone_desk.services.opening import Desk

SOURCE = "import:0123456789abcdef:Sổ 2020"
ROWS = (
    ("Nguyễn Văn Mẫu", "001090000000", "0912000000", "04/8/2020 8:30", "04/8/2020 9:10"),
    ("Trần Thị Ví Dụ", "", "0987000000", "04/8/2020 8:45", "04/8/2020 10:00"),
    ("Lò Văn Quen", "", "0977000000", "04/8/2020 9:00", "04/8/2020 9:30"),
)


def judged(desk: Desk, rows: Sequence[Sequence[Any]] = ROWS) -> Judged:
    table = [("Họ và tên", "Số CCCD", "Điện thoại", "Giờ vào", "Giờ ra"), *rows]
    columns = guess_columns(table, desk.settings.office().programmes)
    assert columns is not None
    return desk.imports.judge(table, ImportWish(columns, "nhập bù: sổ.xlsx", SOURCE))


def test_nothing_of_it_is_left_and_the_file_can_come_again(office: Reception) -> None:
    desk = office.desk
    office.enter("Lò Văn Quen", phone="0977000000")
    own = desk.visits.inside()[0]
    taken_over = [("LÒ VĂN QUEN", "017190000000", "0977000000", *ROWS[2][3:]), *ROWS[:2]]
    desk.imports.record(judged(desk, taken_over))
    assert desk.people.recognise("017190000000").person is not None
    (record,) = desk.imports.records()
    assert (record.key, record.visits, record.reason) == ("01234567:Sổ 2020", 3, "nhập bù: sổ.xlsx")
    assert desk.imports.take_back(SOURCE, "chọn nhầm cột") == 3
    standing = [line for line in desk.visits.select(VisitFilter()) if not line.voided]
    assert [line.visit_id for line in standing] == [own.visit_id]
    assert desk.people.find("nguyen") == ()
    for number in ("001090000000", "0987000000", "017190000000"):
        assert desk.people.recognise(number).person is None
    known = desk.people.recognise("0977000000").person
    assert known is not None
    assert (known.name, known.id_number, known.visits) == ("Lò Văn Quen", "", 1)
    assert [person.name for person in desk.people.find("quen")] == ["Lò Văn Quen"]
    assert desk.imports.records() == ()
    assert desk.care.verify(None).ok
    again = judged(desk)
    assert (again.counts.good, again.counts.imported_before) == (3, 0)
    desk.imports.record(again)
    assert [person.name for person in desk.people.find("nguyen")] == ["Nguyễn Văn Mẫu"]
    assert desk.care.verify(None).ok


def test_each_line_tells_that_it_was_taken_back_and_why(office: Reception) -> None:
    office.desk.imports.record(judged(office.desk))
    line = office.desk.visits.select(VisitFilter())[0]
    office.desk.imports.take_back(SOURCE, "chọn nhầm cột")
    last = office.desk.visits.history(line.visit_id)[-1]
    assert (last.verb, last.reason) == ("take_back_import", "chọn nhầm cột")
    after = office.desk.visits.visit(line.visit_id)
    assert after is not None
    assert after.voided


def test_who_came_to_the_desk_since_stays_known(office: Reception) -> None:
    desk = office.desk
    desk.imports.record(judged(desk))
    office.enter("Nguyễn Văn Mẫu", id_number="001090000000")
    desk.imports.take_back(SOURCE, "nhập hai lần")
    person = desk.people.recognise("001090000000").person
    assert person is not None
    assert (person.name, person.visits) == ("Nguyễn Văn Mẫu", 1)
    assert desk.care.verify(None).ok


def test_a_line_of_it_leads_to_the_whole(office: Reception) -> None:
    desk = office.desk
    desk.imports.record(judged(desk))
    imported = desk.visits.select(VisitFilter())[0]
    other = office.enter("Người Khác").visit_id
    record = desk.imports.of_visit(imported.visit_id)
    assert record is not None
    assert (record.source, record.visits) == (SOURCE, 3)
    assert desk.imports.of_visit(other) is None
    assert desk.imports.of_visit("nobody") is None


def test_a_reason_is_needed_and_a_stop_leaves_all_as_it_was(office: Reception) -> None:
    desk = office.desk
    desk.imports.record(judged(desk))
    refused = desk.imports.take_back(SOURCE, "  ")
    assert isinstance(refused, Refused)

    def stop(_done: int, _of: int) -> None:
        raise DeskFault(Trouble.WORK_CANCELLED)

    with pytest.raises(DeskFault):
        desk.imports.take_back(SOURCE, "nhầm", progress=stop)
    assert desk.imports.records()[0].visits == 3
    assert desk.imports.take_back("import:nothing", "nhầm") == 0


def test_ctrl_z_after_an_import_touches_nothing_older(office: Reception) -> None:
    desk = office.desk
    office.enter("Lò Văn Quen")
    desk.imports.record(judged(desk))
    outcome = desk.undo.undo_last()
    assert isinstance(outcome, Refused)
    assert outcome.problems[0].code is Trouble.UNDO_IMPORT
    assert desk.undo.last() is None
    assert [line.name for line in desk.visits.inside()] == ["Lò Văn Quen"]
    office.enter("Nông Thị Mới")
    assert not isinstance(desk.undo.undo_last(), Refused)
    assert [line.name for line in desk.visits.inside()] == ["Lò Văn Quen"]
