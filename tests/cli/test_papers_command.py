"""report and poster: the file whole under its name, or one sentence and the old file."""

import io
import os
from pathlib import Path

import pytest
import zxingcpp
from command_runs import Run
from PIL import Image

from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.paper.rendering import page_count, page_image

LINK = "https://www.bluezone.gov.vn"


def decoded(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def test_a_poster_for_each_place_in_one_pdf(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    done = run("poster", "--place", "Cổng chính", "--place", "Cổng sau", "-o", str(target))
    assert (done.code, done.out, done.err) == (0, "", "")
    pdf = target.read_bytes()
    assert page_count(pdf) == 2
    assert [decoded(page_image(pdf, page, 100)) for page in range(2)] == [[LINK], [LINK]]


def test_a_poster_as_a_picture(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "p.png"
    assert run("poster", "--language", "vi+en", "-o", str(target)).code == 0
    assert decoded(Image.open(io.BytesIO(target.read_bytes()))) == [LINK]


def test_a_folder_gets_a_file_for_each_place(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "posters"
    assert run("poster", "--place", "A", "--place", "B", "-o", str(folder)).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["door-01-a.pdf", "door-02-b.pdf"]


def test_the_poster_language_is_not_the_messages_language(run: Run, tmp_path: Path) -> None:
    done = run("poster", "--language", "en", "--link", "http://www.bluezone.gov.vn", "-o", str(tmp_path / "p.pdf"))
    assert (done.code, done.err) == (1, "The address must begin with https://. No poster was made.\n")


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_every_template_comes_in_its_usual_size(run: Run, tmp_path: Path, template: str) -> None:
    assert template in "".join(run("poster", "--help").out.split())
    target = tmp_path / "p.pdf"
    assert run("poster", "--template", template, "-o", str(target)).code == 0
    assert set(decoded(page_image(target.read_bytes(), 0, 100))) == {LINK}


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_the_report_comes_in_three_forms(run: Run, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"r.{ending}"
    for _ in range(2):
        assert run("report", "daily", "--date", "2020-08-05", "-o", str(target)).code == 0
    assert target.read_bytes()[:2] == (b"%P" if ending == "pdf" else b"PK")


BAD = [
    ["poster", "--link", "https://bluezone.example.com", "-o", "p.pdf"],
    ["poster", "--link", "https://bluezonе.gov.vn", "-o", "p.pdf"],
    ["poster", "--link", "nonsense", "-o", "p.pdf"],
    ["poster", "--template", "banner", "-o", "p.pdf"],
    ["poster", "--size", "A0", "-o", "p.pdf"],
    ["poster", "--place", "X" * 5000, "-o", "p.pdf"],
    ["poster", "-o", "p.docx"],
    ["poster", "--place", "A", "--place", "B", "-o", "p.png"],
    ["report", "daily", "-o", "r.odt"],
    ["report", "daily", "-o", "r"],
    ["report", "daily", "--number", "9" * 10_000, "-o", "r.pdf"],
    ["report", "handover", "--notes", "ă" * 10_000, "-o", "h.pdf"],
    ["report", "handover", "--to-whom", "ă" * 10_000, "-o", "h.docx"],
    ["inside", "-o", "i.txt"],
    ["visits", "-o", "v.pdf"],
]


@pytest.mark.parametrize("words", BAD, ids=lambda words: " ".join(words)[:40])
def test_what_cannot_be_made_leaves_no_file(run: Run, tmp_path: Path, words: list[str]) -> None:
    done = run(*words[:-1], str(tmp_path / words[-1]))
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir() if path.name != "book"] == []


@pytest.mark.parametrize("words", [["report", "daily"], ["poster"], ["inside"]])
def test_a_folder_in_the_way_stays(run: Run, tmp_path: Path, words: list[str]) -> None:
    target = tmp_path / "there.pdf"
    (target / "kept").mkdir(parents=True)
    done = run(*words, "-o", str(target))
    if words == ["poster"]:
        assert (done.code, (target / "door-01-cong-chinh.pdf").exists()) == (0, True)
    else:
        assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert (target / "kept").is_dir()


def test_an_unwritable_place_keeps_the_old_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("report", "daily", "-o", str(target))
    assert (done.code, target.read_bytes()) == (1, b"old")
    assert [path.name for path in tmp_path.iterdir() if path.name != "book"] == ["r.pdf"]


def test_a_missing_folder_is_named(run: Run, tmp_path: Path) -> None:
    done = run("report", "daily", "-o", str(tmp_path / "no" / "r.pdf"))
    assert done.code == 1
    assert str(tmp_path / "no") in done.err
