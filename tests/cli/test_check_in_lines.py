"""check-in: one visitor a line, whatever the line holds."""

import json
from datetime import datetime

import pytest
from command_runs import CARD, OTHER_CARD, Run


def lines(*entries: object) -> str:
    return "".join((e if isinstance(e, str) else json.dumps(e, ensure_ascii=False)) + "\n" for e in entries)


def test_a_raw_card_is_one_visitor(run: Run) -> None:
    done = run("check-in", stdin=CARD + "\n")
    (result,) = done.results
    assert (done.code, result["ok"], result["number"]) == (0, True, 1)
    assert set(result) == {"ok", "visit_id", "visitor_id", "number", "entered_at"}
    assert datetime.fromisoformat(result["entered_at"]).utcoffset() is not None
    (visit,) = run("inside", "--json").results[0]
    assert (visit["name"], visit["id_number"]) == ("Nguyễn Văn Mẫu", "001090000000")
    assert visit["checks"] == {"bluezone": "not_asked"}


def test_every_key_reaches_the_book(run: Run) -> None:
    told = {
        "name": "Lê Thị Hoà",
        "id_number": "074188000000",
        "phone": "0900000001",
        "organisation": "Trường Mẫu",
        "host": "Ông Thử",
        "department": "Văn phòng",
        "purpose": "Nộp hồ sơ",
        "party": 2,
        "plate": "28A-000.01",
        "pass_number": "07",
    }
    assert run("check-in", stdin=lines(told | {"checks": {"bluezone": "installed_here"}})).code == 0
    (visit,) = run("inside", "--json").results[0]
    assert {key: visit[key] for key in told} == told
    assert visit["checks"] == {"bluezone": "installed_here"}


def test_the_same_request_is_the_same_visit(run: Run) -> None:
    entry = {"request_id": "r-1", "name": "Phạm Thử"}
    done = run("check-in", stdin=lines(entry, entry))
    assert done.results[0] == done.results[1]
    assert len(run("inside", "--json").results[0]) == 1


def test_catch_up_keeps_its_hour_and_reason(run: Run) -> None:
    entry = {"name": "Phạm Thử", "entered_at": "2020-08-05T01:42:00+00:00", "reason": "Sổ giấy trang 12"}
    done = run("check-in", stdin=lines(entry))
    assert done.results[0]["entered_at"] == "2020-08-05T08:42:00+07:00"
    (visit,) = run("visits", "--from", "2020-08-05", "--to", "2020-08-05", "--json").results[0]
    assert visit["catch_up"] == "Sổ giấy trang 12"


def test_a_paper_line_brings_its_exit_along(run: Run) -> None:
    paper = {
        "entered_at": "2020-08-05T08:42:00+07:00",
        "left_at": "2020-08-05T09:10:00+07:00",
        "reason": "Sổ giấy",
    }
    assert run("check-in", stdin=lines({"name": "Phạm Thử", "phone": "0912000000"})).code == 0
    done = run("check-in", stdin=lines({"name": "Phạm Thử", "phone": "0912000000", **paper}))
    assert done.results[0]["left_at"] == paper["left_at"]
    assert len(run("inside", "--json").results[0]) == 1


def test_warnings_of_a_card_are_told_and_never_block(run: Run) -> None:
    card = "001001000000||Cao Lệch Mẫu|06062001|Nữ|Phường Thử, Hà Nội|01022023"
    (result,) = run("check-in", stdin=card + "\n").results
    assert result["ok"] is True
    assert {"warn_year", "warn_sex"} <= set(result["warnings"])


def test_a_known_number_brings_the_right_name_back(run: Run) -> None:
    run("check-in", stdin=CARD + "\n")
    run("check-out", stdin=CARD + "\n")
    damaged = CARD.replace("Nguyễn Văn Mẫu", "Nguy?n V?n M?u")
    (result,) = run("check-in", stdin=damaged + "\n").results
    assert "warn_recalled" in result["warnings"]
    assert run("inside", "--json").results[0][0]["name"] == "Nguyễn Văn Mẫu"


def test_a_health_card_without_a_personal_number_is_one_person_on_each_visit(run: Run) -> None:
    card = f"GD4010000000000|{'Nguyễn Văn Mẫu'.encode().hex()}|15/08/1990|1|{'Hà Nội'.encode().hex()}|x|$"
    (first,) = run("check-in", stdin=lines({"scan": card, "host": "Ông Thử"})).results
    run("check-out", stdin=lines({"visit_id": first["visit_id"]}))
    (second,) = run("check-in", stdin=lines({"scan": card, "host": "Ông Thử"})).results
    assert first["visitor_id"] == second["visitor_id"]
    assert second["warnings"] == ["warn_namesake"]


def test_a_name_that_lost_its_letters_is_asked_for(run: Run) -> None:
    damaged = CARD.replace("Nguyễn Văn Mẫu", "Nguy?n V?n M?u")
    done = run("check-in", stdin=lines(damaged, {"scan": damaged, "name": "Nguyễn Văn Mẫu"}))
    assert done.codes == ["warn_name_damaged", "ok"]


def test_two_glued_cards_are_two_visitors(run: Run) -> None:
    assert run("check-in", stdin=CARD + OTHER_CARD + "\n").codes == ["ok", "ok"]
    assert {visit["name"] for visit in run("inside", "--json").results[0]} == {"Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"}


def test_a_visitor_inside_stays_one_visit(run: Run) -> None:
    done = run("check-in", stdin=lines(CARD, CARD))
    assert (done.code, done.codes) == (1, ["ok", "already_inside"])
    assert "Nguyễn Văn Mẫu" in done.results[1]["message"]


REFUSED = [
    ("not json at all", "input_not_json"),
    ("[1]", "scan_is_other_code"),
    ('{"name":', "input_not_json"),
    ('{"name":"a"} {"name":"b"}', "input_not_json"),
    ('{"name":"a","name":"b"}', "input_not_json"),
    ('{"name":"a\x00b"}', "input_not_json"),
    ('{"a":' + "[" * 9000, "input_not_json"),
    ('{"party":' + "9" * 5000 + "}", "input_not_json"),
    ('{"nom":"a"}', "input_field_unknown"),
    ('{"name":5}', "input_field_type"),
    ('{"name":["a"]}', "input_field_type"),
    ('{"name":"\\ud800"}', "input_field_type"),
    ('{"name":"a","party":true}', "input_field_type"),
    ('{"name":"a","party":1.5}', "input_field_type"),
    ('{"name":"a","checks":[]}', "input_field_type"),
    ('{"name":"a","checks":{"bluezone":7}}', "state_unknown"),
    ('{"name":"a","checks":{"bluezone":"on"}}', "state_unknown"),
    ('{"name":"a","checks":{"zalo":"running"}}', "programme_unknown"),
    ('{"name":"a","entered_at":"05/8/2020"}', "input_date"),
    ('{"name":"a","entered_at":"2020-08-05T08:00:00"}', "input_date"),
    ('{"name":"a","entered_at":"0001-01-01T00:00:00+14:00"}', "input_date"),
    ('{"name":"a","entered_at":"2020-08-05T08:00:00+07:00"}', "time_without_reason"),
    ('{"name":"a","entered_at":"2150-08-05T08:00:00+07:00","reason":"x"}', "time_in_future"),
    ('{"name":"   "}', "name_missing"),
    ('{"host":"a"}', "name_missing"),
    ('{"name":"' + "a" * 10_000 + '"}', "name_too_long"),
    ('{"name":"a","purpose":"' + "b" * 10_000 + '"}', "field_too_long"),
    ('{"name":"a","id_number":"12"}', "id_number_invalid"),
    ('{"name":"a","phone":"12"}', "phone_invalid"),
    ('{"name":"a","party":-1}', "party_invalid"),
    ('{"name":"a","party":100000000}', "party_invalid"),
    ('{"scan":"https://www.bluezone.gov.vn"}', "scan_is_url"),
    ('{"scan":""}', "scan_empty"),
    ('{"scan":"Nguyễn Văn A"}', "scan_damaged"),
    ("https://example.com", "scan_is_url"),
    (CARD[5:], "scan_headless"),
    ("7", "visitor_unknown"),
    ("0900000001", "name_missing"),
    ("x" * 10_000, "scan_too_long"),
    ("{" * 100_000, "scan_too_long"),
]


@pytest.mark.parametrize(("line", "code"), REFUSED, ids=[f"{code}-{line[:12]!r}" for line, code in REFUSED])
def test_what_cannot_be_recorded_is_told_and_the_next_line_goes_on(run: Run, line: str, code: str) -> None:
    done = run("check-in", stdin=lines(line, {"name": "Phạm Sau"}))
    assert done.code == 1
    assert done.codes == [code, "ok"]
    assert set(done.results[0]) == {"ok", "code", "message"}
    assert done.err == ""
    assert [visit["name"] for visit in run("inside", "--json").results[0]] == ["Phạm Sau"]


def test_bytes_that_are_not_text_are_told(run: Run) -> None:
    done = run("check-in", stdin=b'\xff\xfe\x00\n{"name":"a"}\n')
    assert done.codes == ["scan_damaged", "ok"]


def test_blank_lines_a_mark_at_the_front_and_any_line_ends_are_nobody(run: Run) -> None:
    done = run("check-in", stdin=b'\xef\xbb\xbf\n  \r\n{"name":"a"}\r\n{"name":"b"}')
    assert (done.code, done.codes) == (0, ["ok", "ok"])


def test_messages_come_in_the_language_asked_for(run: Run) -> None:
    vietnamese = run("check-in", stdin="{}\n").results[0]["message"]
    english = run("check-in", "--language", "en", stdin="{}\n").results[0]["message"]
    assert ("họ tên" in vietnamese, "name" in english) == (True, True)
