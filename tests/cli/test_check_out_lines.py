"""check-out: one exit a line, named in one of four ways."""

import json
from typing import Any

import pytest
from command_runs import CARD, Run


@pytest.fixture
def visit(run: Run) -> dict[str, Any]:
    """One visitor inside: by card, with pass 07 and a phone."""
    entry = {"scan": CARD, "pass_number": "07", "phone": "0900000001"}
    (result,) = run("check-in", stdin=json.dumps(entry)).results
    return result


@pytest.mark.parametrize(
    "line",
    ['{"pass_number":"07"}', '{"id_number":"001090000000"}', json.dumps({"scan": CARD}), CARD, "07", "0900000001"],
)
def test_the_visitor_is_named_in_many_ways(run: Run, visit: dict[str, Any], line: str) -> None:
    done = run("check-out", stdin=line + "\n")
    (result,) = done.results
    assert (done.code, result["ok"], result["visit_id"]) == (0, True, visit["visit_id"])
    assert set(result) == {"ok", "visit_id", "visitor_id", "number", "left_at"}
    assert run("inside", "--json").results == [[]]


def test_by_visit_and_only_once(run: Run, visit: dict[str, Any]) -> None:
    line = json.dumps({"visit_id": visit["visit_id"]}) + "\n"
    assert run("check-out", stdin=line + line).codes == ["ok", "not_inside"]


def test_an_exit_entered_later_keeps_its_hour(run: Run) -> None:
    entry = {"name": "a", "pass_number": "1", "entered_at": "2020-08-05T08:00:00+07:00", "reason": "giấy"}
    run("check-in", stdin=json.dumps(entry))
    before = {"pass_number": "1", "left_at": "2020-08-05T07:00:00+07:00", "reason": "giấy"}
    after = before | {"left_at": "2020-08-05T09:00:00+07:00"}
    done = run("check-out", stdin=json.dumps(before) + "\n" + json.dumps(after))
    assert done.codes == ["exit_before_entry", "ok"]
    assert done.results[1]["left_at"] == "2020-08-05T09:00:00+07:00"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{}", "visit_not_named"),
        ('{"visit_id":""}', "visit_not_named"),
        ('{"visit_id":"x","pass_number":"1"}', "visit_not_named"),
        ('{"visit_id":"x"}', "visit_unknown"),
        ('{"pass_number":"99"}', "not_inside"),
        ('{"id_number":"079303000000"}', "not_inside"),
        ('{"name":"Nguyễn Văn Mẫu"}', "input_field_unknown"),
        ('{"pass_number":7}', "input_field_type"),
        ('{"pass_number":"07","left_at":"hôm qua"}', "input_date"),
        ('{"pass_number":"07","left_at":"2020-08-05T08:00:00+07:00"}', "time_without_reason"),
        ('{"pass_number"', "input_not_json"),
        ("Nguyễn Văn Mẫu", "not_inside"),
        ("https://example.com", "scan_is_url"),
    ],
)
def test_nobody_leaves_by_mistake(run: Run, visit: dict[str, Any], line: str, code: str) -> None:
    done = run("check-out", stdin=line + "\n")
    assert (done.code, done.codes) == (1, [code])
    assert [v["visit_id"] for v in run("inside", "--json").results[0]] == [visit["visit_id"]]
