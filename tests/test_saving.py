"""Saving a paper: whole or not at all."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.saving import file_name, save_folder, save_into, save_whole


def test_names_say_what_and_when() -> None:
    assert file_name("bao-cao-ngay", date(2020, 8, 5), "pdf") == "bao-cao-ngay-2020-08-05.pdf"
    assert file_name("so-ra-vao", date(2020, 8, 1), "xlsx", date(2020, 8, 5)) == (
        "so-ra-vao-2020-08-01-2020-08-05.xlsx"
    )
    assert file_name("so-ra-vao", date(2020, 8, 5), "csv", date(2020, 8, 5)) == "so-ra-vao-2020-08-05.csv"
    assert file_name("poster A4/../x", None, "pdf") == "poster-a4-x.pdf"


def test_a_saved_file_has_the_very_bytes_and_no_neighbour(tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.pdf"
    target.write_bytes(b"old")
    save_whole(target, b"new bytes")
    assert target.read_bytes() == b"new bytes"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "bao-cao.pdf"
    target.write_bytes(b"old")

    def no_room(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(DeskFault) as fault:
        save_whole(target, b"new bytes")
    assert fault.value.code is Trouble.OUTPUT_FAILED
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("windows_says", "code"), [(None, Trouble.OUTPUT_FAILED), (5, Trouble.OUTPUT_HELD), (32, Trouble.OUTPUT_HELD)]
)
def test_a_file_held_by_a_viewer_is_said_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows_says: int | None, code: Trouble
) -> None:
    target = tmp_path / "bao-cao.pdf"
    target.write_bytes(b"old")
    tries = []

    def held(self: Path, other: Path) -> Path:
        tries.append(other)
        error = PermissionError(errno.EACCES, "being used by another process")
        if windows_says is not None:
            vars(error)["winerror"] = windows_says
        raise error

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("bluezone_desk.saving._RETRY_AFTER_S", (0.0, 0.0))
    with pytest.raises(DeskFault) as fault:
        save_whole(target, b"new")
    assert fault.value.code is code
    assert fault.value.facts["path"] == str(target)
    assert len(tries) == 3
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_released_in_time_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "bao-cao.pdf"
    real_replace = Path.replace
    holds = [True, False]

    def held_once(self: Path, other: Path) -> Path:
        if holds.pop(0):
            raise PermissionError(errno.EACCES, "being used by another process")
        return real_replace(self, other)

    monkeypatch.setattr(Path, "replace", held_once)
    monkeypatch.setattr("bluezone_desk.saving._RETRY_AFTER_S", (0.0,))
    save_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_folder_that_is_gone_is_a_sentence_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(DeskFault) as fault:
        save_whole(tmp_path / "gone" / "bao-cao.pdf", b"x")
    assert fault.value.code is Trouble.OUTPUT_FAILED


def test_a_folder_is_new_and_whole(tmp_path: Path) -> None:
    first = save_folder(tmp_path / "poster", {"01.png": b"a", "02.png": b"b"})
    second = save_folder(tmp_path / "poster", {"01.png": b"c"})
    assert (first.name, second.name) == ("poster", "poster 2")
    assert sorted(path.name for path in first.iterdir()) == ["01.png", "02.png"]
    assert (first / "01.png").read_bytes() == b"a"


def test_a_folder_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def room_for_one(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", room_for_one)
    with pytest.raises(DeskFault) as fault:
        save_folder(tmp_path / "poster", {"01.png": b"a", "02.png": b"b"})
    assert (fault.value.code, fault.value.facts["path"]) == (Trouble.OUTPUT_FAILED, str(tmp_path / "poster"))
    assert list(tmp_path.iterdir()) == []


def test_files_go_into_a_folder_all_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "posters"
    save_into(folder, {"1.pdf": b"one", "2.pdf": b"two"})
    save_into(folder, {"2.pdf": b"new"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"1.pdf": b"one", "2.pdf": b"new"}


@pytest.mark.parametrize("bad", ["x/y.pdf", "z\0.pdf"])
def test_one_file_that_cannot_be_written_leaves_none(tmp_path: Path, bad: str) -> None:
    folder = tmp_path / "posters"
    with pytest.raises(DeskFault) as caught:
        save_into(folder, {"1.pdf": b"one", bad: b"two"})
    assert (caught.value.code, caught.value.facts["path"]) == (Trouble.OUTPUT_FAILED, str(folder))
    assert not folder.exists()
