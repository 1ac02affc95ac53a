"""identify: one JSON line for each scan, and nothing stored."""

from pathlib import Path

import pytest
from command_runs import CARD, OTHER_CARD, Run


def test_a_card_is_read_field_by_field(run: Run) -> None:
    (result,) = run("identify", stdin=CARD + "\n").results
    assert (result["ok"], result["kind"], result["warnings"]) == (True, "card", [])
    expected = {
        "id_number": "001090000000",
        "old_id_number": "010000000",
        "name": "Nguyễn Văn Mẫu",
        "birth_date": "1990-08-15",
        "sex": "Nam",
        "issue_date": "2021-05-01",
    }
    assert {key: result["fields"][key] for key in expected} == expected


@pytest.mark.parametrize(
    ("raw", "kind", "field", "value"),
    [
        ("001090000000", "id_number", "id_number", "001090000000"),
        ("+84 900 000 001", "phone", "phone", "0900000001"),
        ("07", "pass", "pass_number", "07"),
        ("ng v tu", "name", "name", "ng v tu"),
        (
            "GD4010000000000|4E677579E1BB856E2056C4836E204DE1BAAB75|15/08/1990|1|48C3A0204EE1BB9969|01 - 000|",
            "health_card",
            "name",
            "Nguyễn Văn Mẫu",
        ),
    ],
)
def test_every_kind_has_its_name(run: Run, raw: str, kind: str, field: str, value: str) -> None:
    (result,) = run("identify", stdin=raw).results
    assert (result["kind"], result["fields"][field]) == (kind, value)


def test_each_line_is_answered_and_trouble_is_told(run: Run) -> None:
    done = run("identify", stdin=b"\nhttps://example.com\n\xff\n" + b"x" * 70_000 + b"\n" + CARD.encode())
    assert done.codes == ["scan_empty", "scan_is_url", "scan_damaged", "scan_too_long", "ok"]
    assert done.code == 1


def test_glued_scans_come_apart(run: Run) -> None:
    names = [result["fields"]["name"] for result in run("identify", stdin=CARD + OTHER_CARD).results]
    assert names == ["Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"]


def test_nothing_is_stored(run: Run, tmp_path: Path) -> None:
    assert run("identify", stdin=CARD).code == 0
    assert list(tmp_path.iterdir()) == []


def test_scans_come_from_a_file_too(run: Run, tmp_path: Path) -> None:
    scans = tmp_path / "scans.txt"
    scans.write_text(CARD + "\n", encoding="utf-8")
    assert run("identify", "--file", str(scans)).codes == ["ok"]


@pytest.mark.parametrize("name", ["missing.txt", ".", "a\x00b"])
def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    done = run("identify", "--file", str(tmp_path / name))
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
