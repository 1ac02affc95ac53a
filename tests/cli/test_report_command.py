"""report: every paper whole and journaled, known again by its digest, or one sentence and no file."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from command_runs import Run

from bluezone_desk.domain.clock import SetClock
from bluezone_desk.domain.visits import CheckedIn, CheckedOut, CheckInDraft, CheckOutDraft
from bluezone_desk.paper.rendering import page_count
from bluezone_desk.services.opening import Desk, open_desk

REASON = ("--reason", "Phục vụ truy vết", "--approver", "Bùi Đức Mẫn")
WEEK = ("--from", "2020-08-03", "--to", "2020-08-09")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A morning in August 2020 with two visitors who were inside together, in the commands' own book."""
    clock = SetClock(datetime(2020, 8, 5, 1, 0, tzinfo=UTC))
    with open_desk(tmp_path / "book", clock) as opened:
        for name in ("Lò Thị Một", "Lò Thị Hai"):
            opened.check_in.check_in(CheckInDraft(name, name))
        clock.advance(timedelta(minutes=30))
        yield opened


def visit_of(desk: Desk, name: str) -> str:
    return next(line.visit_id for line in desk.visits.inside() if line.name == name)


def left_beside(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name != "book"]


FORMS = [
    ("daily", ("--date", "2020-08-05"), "pdf docx xlsx"),
    ("period", WEEK, "pdf docx xlsx"),
    ("register", (*WEEK, "--full"), "pdf docx xlsx"),
    ("contacts", REASON, "pdf docx xlsx"),
    ("handover", ("--to-whom", "Đinh Thị Mẫu"), "pdf docx xlsx"),
]


@pytest.mark.parametrize(("kind", "words", "endings"), FORMS, ids=[kind for kind, _, _ in FORMS])
def test_each_paper_is_known_again_by_its_digest(
    run: Run, tmp_path: Path, desk: Desk, kind: str, words: tuple[str, ...], endings: str
) -> None:
    named = ("--visit", visit_of(desk, "Lò Thị Một")) if kind == "contacts" else ()
    for ending in endings.split():
        target = tmp_path / f"paper.{ending}"
        assert run("report", kind, *words, *named, "-o", str(target)).code == 0
        assert target.read_bytes()[:2] == (b"%P" if ending == "pdf" else b"PK")
        if ending == "pdf":
            assert page_count(target.read_bytes()) >= 1
        (answer,) = run("report", "check", str(target), "--json").results
        assert (answer["ok"], answer["kind"]) == (True, kind)
        assert run("report", "check", str(target)).code == 0


def test_an_archive_gets_its_form_and_it_is_known_again(run: Run, tmp_path: Path, desk: Desk) -> None:
    for kind, days in (("daily", ("--date", "2020-08-05")), ("period", WEEK)):
        target = tmp_path / f"{kind}.pdf"
        assert run("report", kind, *days, "--archive", "-o", str(target)).code == 0
        assert b"<pdfaid:part>2</pdfaid:part>" in target.read_bytes()
        assert run("report", "check", str(target)).code == 0


def test_a_correction_after_the_report_is_noticed(run: Run, tmp_path: Path, desk: Desk) -> None:
    target = tmp_path / "r.pdf"
    run("report", "daily", "--date", "2020-08-05", "-o", str(target))
    left = CheckOutDraft(
        visit_of(desk, "Lò Thị Một"), left_at=datetime(2020, 8, 5, 1, 9, tzinfo=UTC), reason="Quên ghi"
    )
    assert isinstance(desk.check_out.check_out(left), CheckedOut)
    done = run("report", "check", str(target))
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)
    (answer,) = run("report", "check", str(target), "--json").results
    assert (answer["ok"], answer["code"], answer["has_changed"]) == (False, "paper_outdated", True)


def test_a_changed_file_is_not_the_paper(run: Run, tmp_path: Path, desk: Desk) -> None:
    target = tmp_path / "r.pdf"
    run("report", "daily", "--date", "2020-08-05", "-o", str(target))
    target.write_bytes(target.read_bytes() + b" ")
    assert run("report", "check", str(target), "--json").results[0]["code"] == "paper_unknown"
    assert run("report", "check", str(tmp_path / "gone.pdf")).code == 1


def test_a_paper_does_not_stand_in_the_way_of_undo(run: Run, tmp_path: Path, desk: Desk) -> None:
    done = desk.check_in.check_in(CheckInDraft("last", "Lò Thị Ba"))
    assert isinstance(done, CheckedIn)
    run("report", "daily", "--date", "2020-08-05", "-o", str(tmp_path / "r.pdf"))
    last = desk.undo.last()
    assert last is not None
    assert done.visit.visit_id in {line.visit_id for line in last.visits}


def test_contacts_are_journaled_with_their_reason(run: Run, tmp_path: Path, desk: Desk) -> None:
    subject = visit_of(desk, "Lò Thị Một")
    run("report", "contacts", "--visit", subject, *REASON, "-o", str(tmp_path / "c.pdf"))
    assert [entry.reason for entry in desk.visits.history(subject) if entry.reason] == ["Phục vụ truy vết"]


BAD = [
    (("period", "--from", "2020-08-09", "--to", "2020-08-03"), "r.pdf"),
    (("period", "--from", "2150-01-01", "--to", "2150-01-31"), "r.docx"),
    (("register", "--from", "1900-01-01", "--to", "2020-01-31"), "r.pdf"),
    (("daily", "--date", "2019-03-03"), "r.pdf"),
    (("period", "--from", "2019-03-01", "--to", "2019-03-31"), "r.xlsx"),
    (("period", *WEEK), "r.csv"),
    (("contacts", "--visit", "nobody", *REASON), "c.pdf"),
    (("contacts", "--visit", "nobody", *REASON), "c.docx"),
    (("handover",), "h.csv"),
]


@pytest.mark.parametrize(("words", "name"), BAD, ids=[" ".join(words)[:30] + name for words, name in BAD])
def test_what_cannot_be_made_is_one_sentence_and_no_file(
    run: Run, tmp_path: Path, desk: Desk, words: tuple[str, ...], name: str
) -> None:
    done = run("report", *words, "-o", str(tmp_path / name))
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)
    assert left_beside(tmp_path) == []


@pytest.mark.parametrize("missing", ["--reason", "--approver"])
def test_contacts_without_a_reason_or_a_second_person_are_refused(
    run: Run, tmp_path: Path, desk: Desk, missing: str
) -> None:
    words = list(REASON)
    words[words.index(missing) + 1] = " "
    target = tmp_path / "c.pdf"
    done = run("report", "contacts", "--visit", visit_of(desk, "Lò Thị Một"), *words, "-o", str(target))
    assert (done.code, len(done.err.splitlines()), target.exists()) == (1, 1, False)


def test_nobody_named_as_signing_is_said_and_the_paper_is_made(run: Run, tmp_path: Path, desk: Desk) -> None:
    done = run("report", "daily", "--date", "2020-08-05", "--json", "-o", str(tmp_path / "r.pdf"))
    assert (done.code, len(done.err.splitlines())) == (0, 1)
    assert json.loads(done.out)["figures"]["entries"] == 2


def test_a_full_disk_keeps_the_old_paper_and_journals_nothing(
    run: Run, tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")
    before = desk.care.info().lines

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("report", "period", *WEEK, "-o", str(target))
    assert (done.code, target.read_bytes(), left_beside(tmp_path)) == (1, b"old", ["r.pdf"])
    assert desk.care.info().lines == before
