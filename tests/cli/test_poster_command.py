"""poster, message and link: lists of places, logos, releases written down, and sites the office adds."""

import io
from pathlib import Path

import pytest
from command_runs import Run
from PIL import Image

from bluezone_desk.paper.rendering import page_count
from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.system_clock import SystemClock


def last_release(tmp_path: Path) -> dict[str, object]:
    with open_desk(tmp_path / "book", SystemClock()) as desk:
        assert desk.care.verify().ok
        return dict(desk.posters.last_release())


def test_a_list_of_places_becomes_one_pdf_and_is_written_down(run: Run, tmp_path: Path) -> None:
    listed, target = tmp_path / "p.csv", tmp_path / "p.pdf"
    listed.write_text("Vị trí\nCổng chính\nTầng 2\n", encoding="utf-8")
    done = run("poster", "--size", "A5", "--places", str(listed), "--place", "Nhà xe", "-o", str(target))
    assert (done.code, done.err) == (0, "")
    assert page_count(target.read_bytes()) == 3
    kept = last_release(tmp_path)
    assert (kept["template"], kept["size"], kept["places"], kept["level"]) == ("door", "A5", 3, "Q")
    assert kept["smallest_mm"] >= 95  # type: ignore[operator]
    assert "tilted" in kept["checks"]  # type: ignore[operator]


def test_a_bad_row_is_named_and_nothing_is_written_or_noted(run: Run, tmp_path: Path) -> None:
    listed, target = tmp_path / "p.csv", tmp_path / "posters"
    listed.write_text("Vị trí\nCổng chính\nTầng 😀\n", encoding="utf-8")
    done = run("poster", "--places", str(listed), "-o", str(target))
    assert done.code == 1
    assert "Dòng 3" in done.err
    assert "😀" in done.err
    assert not target.exists()
    assert last_release(tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_list_that_is_none_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    listed = tmp_path / "p.xlsx"
    listed.write_bytes(content)
    done = run("poster", "--places", str(listed), "-o", str(tmp_path / "p.pdf"))
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_a_folder_that_cannot_be_written_stays_empty(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"x")
    done = run("poster", "--size", "A5", "--place", "A", "--place", "B", "-o", str(blocked / "posters"))
    assert done.code == 1
    assert blocked.read_bytes() == b"x"
    assert last_release(tmp_path) == {}


def test_a_logo_comes_with_the_order_and_one_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    logo, target = tmp_path / "logo.png", tmp_path / "p.pdf"
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(out, "PNG")
    logo.write_bytes(out.getvalue())
    assert run("poster", "--size", "A5", "--logo", str(logo), "-o", str(target)).code == 0
    assert last_release(tmp_path)["level"] == "H"
    logo.write_bytes(b"no picture")
    before = target.read_bytes()
    done = run("poster", "--logo", str(logo), "-o", str(target))
    assert (done.code, target.read_bytes()) == (1, before)
    assert "logo.png" in done.err
    assert run("poster", "--logo", str(tmp_path / "none.png"), "-o", str(target)).code == 1


def test_a_site_the_office_allows_can_be_printed(run: Run, tmp_path: Path) -> None:
    order = ("poster", "--size", "A5", "--link", "https://hoabinh.gov.vn/app", "-o", str(tmp_path / "p.pdf"))
    assert run(*order).code == 1
    assert run("link", "allow", "hoabinh.gov.vn", "--purpose", "Cổng tỉnh").code == 0
    assert run(*order).code == 0
    (own,) = [one for one in run("link", "list", "--json").results[0] if one["own"]]
    assert own == {"host": "hoabinh.gov.vn", "purpose": "Cổng tỉnh", "own": True}
    assert "hoabinh.gov.vn" in run("link", "list").out
    assert run("link", "forbid", "hoabinh.gov.vn").code == 0
    assert run(*order).code == 1


def test_a_look_alike_can_never_be_allowed(run: Run) -> None:
    done = run("link", "allow", "bluez0ne.gov.vn", "--purpose", "x")
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_messages_are_counted_and_saved(run: Run, tmp_path: Path) -> None:
    (told,) = run("message", "sms", "--json").results
    assert (told["encoding"], told["units"], told["parts"]) == ("UCS-2", 129, 2)
    (bare,) = run("message", "sms", "--no-marks", "--json").results
    assert (bare["encoding"], bare["units"], bare["parts"], bare["text"].isascii()) == ("GSM-7", 129, 1, True)
    (read,) = run("message", "loudspeaker", "--reading", "trang a", "--json").results
    assert read["seconds"] > 20
    assert read["text"].count("trang a") == 2
    for ending, head in (("txt", b"\xef\xbb\xbf"), ("docx", b"PK")):
        target = tmp_path / f"m.{ending}"
        assert run("message", "zalo", "-o", str(target)).out == ""
        assert target.read_bytes().startswith(head)
    assert run("message", "sms", "-o", str(tmp_path / "m.pdf")).code == 1
    assert run("message", "sms", "--link", "http://bluezone.gov.vn").code == 1
    assert run("message", "letter").code == 2
