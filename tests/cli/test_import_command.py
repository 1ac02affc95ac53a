"""import from the command line: looked at, converted only when told, recorded whole or not at all."""

import json
import unicodedata
from pathlib import Path

import pytest
from command_runs import Run

CSV = """SỔ KHÁCH,,,
Họ và tên,Điện thoại,Giờ vào,Giờ ra,Ai tiếp
Nguyễn Văn Mẫu,912000000,04/8/2020 8h30,9h10,Một cửa
Trần Thị Ví Dụ,,04/8/2020 8h45,10h,
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "sổ giấy.csv"
    path.write_text(CSV, "utf-8")
    return path


def test_a_dry_run_writes_nothing_and_an_import_only_once(run: Run, book: Path) -> None:
    dry = run("import", "visits", str(book), "--dry-run", "--json")
    assert (dry.code, dry.results[0]["good"], dry.results[0]["recorded"]) == (0, 2, False)
    assert dry.results[0]["columns"]["entered_at"] == "Giờ vào"
    done = run("import", "visits", str(book), "--json", "--map", "host=ai tiep")
    assert (done.code, done.results[0]["recorded"]) == (0, True)
    again = run("import", "visits", str(book), "--json")
    assert (again.results[0]["good"], again.results[0]["imported_before"]) == (0, 2)
    listed = run("visits", "--from", "2020-08-04", "--to", "2020-08-04", "--json").results[0]
    assert [(line["name"], line["phone"], line["host"]) for line in listed] == [
        ("Nguyễn Văn Mẫu", "0912000000", "Một cửa"),
        ("Trần Thị Ví Dụ", "", ""),
    ]
    assert listed[0]["catch_up"] == "nhập bù: sổ giấy.csv"
    assert run("book", "verify").code == 0


def test_a_sheet_is_known_however_its_name_is_composed(run: Run, book: Path) -> None:
    decomposed = unicodedata.normalize("NFD", book.stem)
    assert run("import", "visits", str(book), "--dry-run", "--sheet", decomposed).code == 0


def test_bad_rows_stop_the_import_unless_left_out(run: Run, book: Path) -> None:
    book.write_text(CSV + "Lê Sai,12,04/8/2020 9h,10h,\n,,04/8/2020 9h,10h,", "utf-8")
    refused = run("import", "visits", str(book), "--json")
    assert refused.code == 1
    assert refused.results[0]["recorded"] is False
    assert [(bad["row"], bad["problems"][0]["code"]) for bad in refused.results[0]["bad"]] == [
        (5, "phone_invalid"),
        (6, "name_missing"),
    ]
    assert len(refused.err.splitlines()) == 1
    told = run("import", "visits", str(book), "--skip-bad", "--language", "en")
    assert told.code == 0
    assert "2 visits recorded." in told.out
    assert "Row 5:" in told.out


def test_old_letters_are_shown_and_never_converted_unasked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cu.csv"
    path.write_bytes("Hä vµ tªn,Giê vµo,Giê ra\nTrÇn ThÞ H\u00adêng,04/8/2020 8:30,9:10\n".encode("cp1252"))
    dry = run("import", "visits", str(path), "--dry-run", "--json").results[0]
    assert (dry["encoding"], dry["good"]) == ("tcvn3", 1)
    assert ["TrÇn ThÞ H\u00adêng", "Trần Thị Hường"] in dry["samples"]
    refused = run("import", "visits", str(path), "--language", "en")
    assert refused.code == 1
    assert "TCVN3" in refused.err
    assert run("import", "visits", str(path), "--convert", "tcvn3").code == 0
    assert run("find", "huong", "--json").results[0][0]["name"] == "Trần Thị Hường"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("visits", "absent.xlsx"), 1),
        (("visits", "BOOK", "--map", "colour=A"), 1),
        (("visits", "BOOK", "--map", "host=Màu"), 1),
        (("visits", "BOOK", "--map", "name="), 1),
        (("visits", "BOOK", "--sheet", "Khác"), 1),
        (("hosts", "BOOK", "--sheet", "Khác"), 1),
        (("staff", "BOOK"), 2),
        (("visits",), 2),
        (("visits", "BOOK", "--day", "5/8"), 2),
    ],
)
def test_what_is_not_right_ends_in_one_sentence(run: Run, book: Path, words: tuple[str, ...], code: int) -> None:
    ended = run("import", *(str(book) if word == "BOOK" else word for word in words))
    assert ended.code == code
    assert ended.err
    assert "Traceback" not in ended.err
    assert code == 2 or len(ended.err.splitlines()) == 1


def test_hosts_are_offered(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "can-bo.csv"
    path.write_text("Họ và tên;Phòng ban\nLê Thị Lan;Văn phòng\nHồ An;Một cửa\n", "utf-8")
    told = json.loads(run("import", "hosts", str(path), "--json").out)
    assert (told["hosts"], told["departments"]) == (["Lê Thị Lan", "Hồ An"], ["Văn phòng", "Một cửa"])
    assert run("import", "hosts", str(path), "--dry-run").code == 0


def test_a_whole_import_is_listed_taken_back_and_imported_again(run: Run, book: Path) -> None:
    run("import", "visits", str(book))
    (listed,) = run("import", "list", "--json").results[0]
    assert (listed["visits"], listed["reason"]) == (2, "nhập bù: sổ giấy.csv")
    assert listed["import"] in run("import", "list").out
    wrong = run("import", "take-back", "none", "--reason", "nhầm cột", "--language", "en")
    assert (wrong.code, len(wrong.err.splitlines())) == (1, 1)
    assert run("import", "take-back", listed["import"]).code == 2
    blank = run("import", "take-back", listed["import"], "--reason", " ")
    assert (blank.code, len(blank.err.splitlines())) == (1, 1)
    done = run("import", "take-back", listed["import"], "--reason", "nhầm cột", "--json")
    assert (done.code, done.results[0]) == (0, {"ok": True, "taken_back": 2})
    assert run("import", "list", "--json").results[0] == []
    told = run("visits", "--from", "2020-08-04", "--to", "2020-08-04", "--json").results[0]
    assert [line["void_reason"] for line in told] == ["nhầm cột"] * 2
    assert run("book", "verify").code == 0
    assert run("import", "visits", str(book), "--json").results[0]["good"] == 2
