"""Where a book may lie."""

from pathlib import Path

import pytest

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.store.place import MachineProbe, prepare_place, system_of

MOUNTS = """\
rootfs / rootfs rw 0 0
/dev/sda2 / ext4 rw 0 0
//server/share /mnt/van\\040phong cifs rw 0 0
server:/export /mnt/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
user@host:/ /home/le-tan/remote fuse.sshfs rw 0 0
short line
"""


class Far:
    def is_remote(self, folder: Path) -> bool:
        return True


def refusal(folder: Path, probe: Far | None = None) -> DeskFault:
    with pytest.raises(DeskFault) as fault:
        prepare_place(folder, probe)
    return fault.value


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/desk", "ext4"),
        ("/mnt/van phong/so", "cifs"),
        ("/mnt/nfs", "nfs4"),
        ("/mnt/nfs/local/so", "ext4"),
        ("/mnt/nfsx", "ext4"),
        ("/home/le-tan/remote", "fuse.sshfs"),
    ],
)
def test_the_longest_mount_point_says_what_a_folder_lies_on(folder: str, kind: str) -> None:
    assert system_of(Path(folder), MOUNTS) == kind


def test_a_network_drive_is_refused_and_nothing_is_made_there(tmp_path: Path) -> None:
    fault = refusal(tmp_path / "share" / "so", Far())
    assert (fault.code, fault.facts["path"]) == (Trouble.PLACE_ON_NETWORK, str(tmp_path / "share" / "so"))
    assert not (tmp_path / "share").exists()


def test_this_machines_own_disk_is_no_network_drive(tmp_path: Path) -> None:
    assert not MachineProbe().is_remote(tmp_path)


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - UBND tinh", "Dropbox", "Dropbox (Van phong)", "Google Drive", "GoogleDrive"]
)
def test_a_synced_folder_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name / "so").code is Trouble.PLACE_SYNCED
    assert not (tmp_path / name).exists()


def test_a_synced_folder_is_refused_by_what_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").touch()
    assert refusal(tmp_path / "so").code is Trouble.PLACE_SYNCED


@pytest.mark.parametrize("name", ["Dropbox cũ", "drive", "so-onedrive"])
def test_names_that_only_sound_like_it_are_fine(tmp_path: Path, name: str) -> None:
    assert prepare_place(tmp_path / name) == tmp_path / name


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "so").write_text("không phải thư mục")
    for folder in (tmp_path / "so", tmp_path / "so" / "trong"):
        assert refusal(folder).code is Trouble.PLACE_NOT_A_FOLDER
    assert (tmp_path / "so").read_text() == "không phải thư mục"


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)).code is Trouble.PLACE_FAILED
    assert refusal(Path(f"{tmp_path}/a\0b")).code is Trouble.PLACE_FAILED
