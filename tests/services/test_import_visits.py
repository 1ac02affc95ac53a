"""Another visitor book taken over: judged row by row, recorded whole or not at all, and only once."""

import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from reception import MORNING, Reception, draft

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.import_columns import guess_columns
from bluezone_desk.domain.import_hosts import HostList
from bluezone_desk.domain.import_rows import ImportWish
from bluezone_desk.domain.legacy_text import Legacy
from bluezone_desk.domain.programme import CheckState
from bluezone_desk.domain.selection import VisitFilter
from bluezone_desk.domain.visits import CheckedIn, VisitLine
from bluezone_desk.services.import_visits import Judged
from bluezone_desk.services.opening import Desk

HEADINGS = [
    "Ngày",
    "Họ và tên",
    "Số CCCD",
    "Điện thoại",
    "Đơn vị",
    "Gặp ai",
    "Giờ vào",
    "Giờ ra",
    "Thẻ",
    "Bluezone",
    "Ghi chú",
]
Rows = Sequence[Sequence[Any]]


def row(**told: Any) -> list[Any]:
    plain = {"day": "04/8/2020", "name": "Nguyễn Văn Mẫu", "entered": "08:30", "left": "09:10"} | told
    order = ("day", "name", "id", "phone", "organisation", "host", "entered", "left", "badge", "state", "note")
    return [plain.get(name, "") for name in order]


def judge(desk: Desk, *rows: list[Any], **wish: Any) -> Judged:
    table = [HEADINGS, *rows]
    columns = guess_columns(table, desk.settings.office().programmes)
    assert columns is not None
    wish = {"columns": columns, "reason": "nhập bù: sổ giấy.xlsx", "source": "import:digest:Sổ", **wish}
    return desk.imports.judge(table, ImportWish(**wish))


def lines(desk: Desk) -> tuple[VisitLine, ...]:
    return desk.visits.select(VisitFilter())


def why(judged: Judged) -> list[tuple[int, str, str]]:
    return [(bad.number, str(p.code), p.field) for bad in judged.bad for p in bad.problems]


def test_rows_become_lines_marked_as_entered_later(office: Reception) -> None:
    told = row(id=1090000000.0, phone=912000000.0, organisation="UBND xã", host="Một cửa", state="Đạt", badge="7")
    judged = judge(office.desk, told)
    assert not judged.bad
    assert not lines(office.desk)
    office.desk.imports.record(judged)
    (line,) = lines(office.desk)
    assert (line.name, line.id_number, line.phone) == ("Nguyễn Văn Mẫu", "001090000000", "0912000000")
    assert (line.day, line.number, line.pass_number) == (date(2020, 8, 4), 1, "7")
    assert line.entered_at == datetime(2020, 8, 4, 1, 30, tzinfo=UTC)
    assert line.left_at == datetime(2020, 8, 4, 2, 10, tzinfo=UTC)
    assert line.catch_up == "nhập bù: sổ giấy.xlsx"
    assert line.state("bluezone") is CheckState.RUNNING
    assert [entry.verb for entry in office.desk.visits.history(line.visit_id)] == ["import_visit"]
    assert office.desk.people.find("mau")[0].visits == 1
    assert office.desk.care.verify(None).ok


def test_each_bad_row_is_named_with_its_reason_and_nothing_is_written(office: Reception) -> None:
    judged = judge(
        office.desk,
        row(name=""),
        row(id="12345"),
        row(phone="90"),
        row(entered=""),
        row(entered="sáng", left=""),
        row(left="07:00"),
        row(left=""),
        row(day="05/8/2020", entered="09:00", left=""),
        row(name="x" * 120),
        row(state="có lẽ"),
        row(day="31/02/2020"),
        row(),
    )
    assert why(judged) == [
        (2, "name_missing", "name"),
        (3, "id_number_invalid", "id_number"),
        (4, "phone_invalid", "phone"),
        (5, "import_time_unreadable", "entered_at"),
        (6, "import_time_unreadable", "entered_at"),
        (7, "exit_before_entry", "left_at"),
        (8, "import_exit_missing", "left_at"),
        (9, "time_in_future", "entered_at"),
        (10, "name_too_long", "name"),
        (11, "import_state_unreadable", "check:bluezone"),
        (12, "import_day_unreadable", "day"),
    ]
    with pytest.raises(DeskFault) as refused:
        office.desk.imports.record(judged)
    assert refused.value.code is Trouble.IMPORT_ROWS_BAD
    assert not lines(office.desk)
    assert office.desk.imports.record(judged, without_bad=True).good == 1
    assert len(lines(office.desk)) == 1


@pytest.mark.parametrize(("told", "wish"), [({"day": "04/8/1920"}, {}), ({"day": ""}, {"day": date(1900, 1, 1)})])
def test_a_day_that_no_visit_can_have_is_a_bad_row(
    office: Reception, told: dict[str, Any], wish: dict[str, Any]
) -> None:
    judged = judge(office.desk, row(**told), row(day="05/8/2020", entered="07:10", left="07:20"), **wish)
    assert why(judged) == [(2, "import_day_unreadable", "day")]
    assert judged.counts.good == 1


def test_the_same_file_again_adds_nothing(office: Reception) -> None:
    office.desk.imports.record(judge(office.desk, row(), row(name="Trần Thị Ví Dụ")))
    again = judge(office.desk, row(), row(name="Trần Thị Ví Dụ"), row(name="Lê Mới"))
    assert (again.counts.imported_before, again.counts.good) == (2, 1)
    office.desk.imports.record(again)
    assert len(lines(office.desk)) == 3


def test_who_is_in_the_book_at_the_same_minute_is_left_out(office: Reception) -> None:
    office.enter(
        "Nguyễn Văn Mẫu", phone="0912000000", entered_at=datetime(2020, 8, 4, 1, 30, tzinfo=UTC), reason="sổ"
    )
    judged = judge(office.desk, row(phone="0912000000"), row(), row(id="001090000000"), row(entered="08:31"))
    assert (judged.counts.same_minute, judged.counts.good) == (2, 2)


def test_missing_exits_are_estimated_only_when_asked(office: Reception) -> None:
    judged = judge(office.desk, row(left=""), row(left="", entered="19:00", name="Lê Muộn"), exits_estimated=True)
    office.desk.imports.record(judged)
    early, late = lines(office.desk)
    assert (early.left_rule, early.left_at) == (ExitRule.IMPORT_DAY_END, datetime(2020, 8, 4, 10, 0, tzinfo=UTC))
    assert (late.left_rule, late.left_at) == (ExitRule.IMPORT_DAY_END, datetime(2020, 8, 4, 16, 59, tzinfo=UTC))
    assert judged.counts.estimated == 2


def test_today_s_open_rows_are_inside_and_nobody_is_inside_twice(office: Reception) -> None:
    # A sheet that holds the pass as a number has lost the nought before it.
    office.enter("Lê Đang", phone="0913000000", pass_number="07")
    today = {"day": "05/8/2020", "entered": "07:30", "left": ""}
    judged = judge(
        office.desk,
        row(name="Lê Đang", phone="0913000000", **today),
        row(name="Hồ Thẻ", badge="7", **today),
        row(name="Vũ Mới", phone="0914000000", **today),
        row(name="Vũ Mới", phone="0914000000", **(today | {"entered": "07:40"})),
    )
    assert [code for _, code, _ in why(judged)] == ["already_inside", "pass_in_use", "already_inside"]
    office.desk.imports.record(judged, without_bad=True)
    assert {line.name for line in office.desk.visits.inside()} == {"Lê Đang", "Vũ Mới"}
    assert office.desk.care.verify(None).ok


def test_people_are_known_again_and_paper_overwrites_nothing(office: Reception) -> None:
    known = office.enter("Nguyễn Văn Mẫu", id_number="001090000000", phone="0912000000")
    judged = judge(
        office.desk,
        row(id="001090000000", phone="0999000000", organisation="Sở Mới", name="NGUYEN VAN MAU"),
        row(name="Hồ Thị Hai", phone="0915000000"),
        row(name="ho thi hai", phone="0915000000", id="002090000000", entered="10:00", left="11:00"),
        row(name="Vũ Nhầm Số", id="001090000000"),
    )
    assert why(judged) == [(5, "import_number_taken", "id_number")]
    assert (judged.counts.new_people, judged.counts.known_people) == (1, 1)
    office.desk.imports.record(judged, without_bad=True)
    person = office.desk.people.person(known.visitor_id)
    assert person is not None
    assert (person.name, person.phone, person.organisation) == ("Nguyễn Văn Mẫu", "0912000000", "Sở Mới")
    other = office.desk.people.find("0915000000")
    assert [(p.name, p.id_number, p.visits) for p in other] == [("Hồ Thị Hai", "002090000000", 2)]
    assert office.desk.care.verify(None).ok


def test_days_told_once_old_letters_and_lines_that_are_no_visits(office: Reception) -> None:
    judged = judge(
        office.desk,
        row(day="03/8/2020", name="TrÇn ThÞ H\u00adêng"),
        row(day="", name="Lª V¨n T\u00ad", phone="không"),
        ["Ngày 04/8/2020"],
        row(day="", name="NguyÔn Ngäc ¸nh"),
        [],
        HEADINGS,
        ["Tổng cộng: 3"],
        encoding=Legacy.TCVN3,
    )
    assert not judged.bad
    assert judged.counts.passed_over == 4
    assert [(r.draft.name, r.draft.entered_at.day) for r in judged.rows if r.draft.entered_at] == [
        ("Trần Thị Hường", 3),
        ("Lê Văn Tư", 3),
        ("Nguyễn Ngọc Ánh", 4),
    ]


def test_cancelling_while_writing_leaves_the_book_as_it_was(office: Reception) -> None:
    judged = judge(office.desk, *(row(name=f"Khách {n}", entered="08:30") for n in range(600)))

    def stop(done: int, of: int) -> None:
        if done >= 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        office.desk.imports.record(judged, progress=stop)
    assert not lines(office.desk)
    office.enter("Lê Sau")
    assert len(lines(office.desk)) == 1


@pytest.mark.thorough
def test_the_desk_goes_first_while_an_import_is_written(office: Reception) -> None:
    judged = judge(office.desk, *(row(name=f"Khách {n}") for n in range(2_000)))
    entered: list[object] = []
    at_desk = threading.Thread(target=lambda: entered.append(office.desk.check_in.check_in(draft("Lê Quầy"))))

    def progress(done: int, of: int) -> None:
        if done == 500 and not at_desk.is_alive() and not entered:
            at_desk.start()
            while not office.desk.book.lock.is_wanted:
                pass

    counts = office.desk.imports.record(judged, progress=progress)
    at_desk.join()
    assert counts.good == 2_000
    assert isinstance(entered[0], CheckedIn)
    assert len(lines(office.desk)) == 2_001
    assert office.desk.care.verify(None).ok


def test_what_was_written_since_the_dry_run_is_seen(office: Reception) -> None:
    judged = judge(office.desk, row(phone="0912000000"), row(name="Lê Hai", entered="09:00", left="10:00"))
    office.enter(
        "Nguyễn Văn Mẫu", phone="0912000000", entered_at=datetime(2020, 8, 4, 1, 30, tzinfo=UTC), reason="sổ"
    )
    counts = office.desk.imports.record(judged)
    assert (counts.good, counts.same_minute) == (1, 1)
    assert len(lines(office.desk)) == 2


def test_a_row_that_became_bad_since_the_dry_run_is_not_left_out_unsaid(office: Reception) -> None:
    told = row(day="05/8/2020", entered="07:30", left="", phone="0912000000")
    judged = judge(office.desk, told, row())
    office.enter("Nguyễn Văn Mẫu", phone="0912000000")
    with pytest.raises(DeskFault) as refused:
        office.desk.imports.record(judged)
    assert refused.value.code is Trouble.IMPORT_ROWS_BAD
    assert len(lines(office.desk)) == 1
    assert office.desk.imports.record(judged, without_bad=True).good == 1


def test_a_reason_and_a_column_of_names_are_demanded(office: Reception) -> None:
    with pytest.raises(DeskFault) as missing:
        judge(office.desk, row(), reason=" ")
    assert missing.value.code is Trouble.TIME_WITHOUT_REASON
    columns = guess_columns([HEADINGS], ())
    assert columns is not None
    with pytest.raises(DeskFault) as nameless:
        judge(office.desk, row(), columns=columns.with_field("name", None))
    assert nameless.value.code is Trouble.IMPORT_HEADINGS_MISSING


def test_offered_hosts_come_after_those_in_use(office: Reception) -> None:
    office.enter(host="Bà Lan", department="Văn phòng")
    assert office.desk.offered_hosts.offer(HostList(("Ông Hồ", "Bà Lan"), ("Một cửa",)))
    assert not office.desk.offered_hosts.offer(HostList(("Ông Hồ", "Bà Lan"), ("Một cửa",)))
    told = office.desk.visits.suggestions()
    assert (told.hosts, told.departments) == (("Bà Lan", "Ông Hồ"), ("Văn phòng", "Một cửa"))
    assert told.recorders == ("Lễ tân",)
    assert office.desk.care.verify(None).ok
    assert office.clock.now() == MORNING


def test_a_merged_record_s_rows_go_to_the_one_that_was_kept(office: Reception) -> None:
    kept = office.leave(office.enter("Nguyễn Văn Mẫu", phone="0912000000"))
    other = office.leave(office.enter("Nguyễn Văn Mẫu", phone="0913000000"))
    office.desk.merge.merge(kept.visitor_id, other.visitor_id, "cùng một người")
    office.desk.imports.record(judge(office.desk, row(phone="0913000000", organisation="Sở Mới")))
    (line,) = office.desk.visits.on_day(date(2020, 8, 4))
    assert line.visitor_id == kept.visitor_id
    assert office.desk.care.verify(None).ok
