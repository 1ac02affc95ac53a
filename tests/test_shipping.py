"""What is handed to an office: locked packages, a whole wheel, licences, and no trace of a machine."""

import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest

from bluezone_desk import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("desk.lock", "dev.lock")

# Written in pieces so that this file does not find itself.
MACHINE_PATHS = re.compile(
    r"(?<![A-Za-z0-9_.~*])/(" + "|".join(["wo" + "rk/", "fa" + "rm/", "ro" + "ot/", "tm" + "p/[a-z]"]) + ")"
)
REGISTRY_HOSTS = re.compile(
    "|".join(["python" + "hosted", r"py" + r"pi\.org", r"npm" + r"js\.", r"deb" + r"ian\.org/"])
)


@cache
def tracked_files() -> list[Path]:
    """Every file of the clone that would be handed over."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    """Path and text of every tracked file that is text."""
    read = [(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in tracked_files()]
    return [(name, content.decode("utf-8")) for name, content in read if b"\0" not in content]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z])", text.strip())
    assert len(packages) > 10
    for package in packages:
        assert re.match(r"[a-z0-9.-]+==[^\s]+( ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", package)
    assert "://" not in text
    assert "--index" not in text


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {"desk.lock": project["dependencies"] + extras["desk"]}
    asked["dev.lock"] = asked["desk.lock"] + extras["dev"]
    for lock, wanted in asked.items():
        locked = set(
            re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements" / lock).read_text("utf-8"), re.MULTILINE)
        )
        names = {re.split(r"[<>=\[; ]", line)[0].lower().replace("_", "-") for line in wanted}
        assert names - locked == set()


def test_both_locks_agree() -> None:
    desk, dev = (
        dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / "requirements" / lock).read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    )
    assert {name: (version, dev.get(name)) for name, version in desk.items() if dev.get(name) != version} == {}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    [built] = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_holds_every_module_and_resource(wheel: zipfile.ZipFile) -> None:
    packed = set(wheel.namelist())
    for path in tracked_files():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("resources/"):
            assert f"bluezone_desk/{name}" in packed
        elif name.startswith("bluezone_desk/"):
            assert name in packed


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    odd = [
        name
        for name in wheel.namelist()
        if not name.startswith(("bluezone_desk/", f"bluezone_desk-{__version__}.dist-info/"))
        or "__pycache__" in name
    ]
    assert odd == []


def test_the_wheel_starts_the_desk_and_carries_the_licences(wheel: zipfile.ZipFile) -> None:
    about = f"bluezone_desk-{__version__}.dist-info"
    entries = wheel.read(f"{about}/entry_points.txt").decode()
    assert "bluezone-desk = bluezone_desk.cli:main" in entries
    licences = [name for name in wheel.namelist() if name.startswith(f"{about}/licenses/")]
    assert len(licences) == 3


def test_fonts_come_with_their_licence_and_origin() -> None:
    fonts = ROOT / "resources" / "fonts"
    origin = (fonts / "ORIGIN.md").read_text(encoding="utf-8")
    for folder in (path for path in fonts.iterdir() if path.is_dir()):
        assert f"`{folder.name}/`" in origin
        licences = [path for path in folder.iterdir() if path.suffix != ".ttf"]
        assert ["SIL OPEN FONT LICENSE" in path.read_text("utf-8").upper() for path in licences] == [True]


def test_fonts_are_whole() -> None:
    """Ten years from now a report must look the same: the files are the ones that were measured."""
    sums = dict(
        reversed(line.split())
        for line in (ROOT / "resources/fonts/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    fonts = {
        path.relative_to(ROOT / "resources/fonts").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "resources/fonts").rglob("*.ttf")
    }
    assert fonts == sums


def test_the_changelog_knows_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(__version__)}\]", changelog, re.MULTILINE)


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{name}: {hit.group()}"
        for name, text in texts()
        for pattern in (MACHINE_PATHS, REGISTRY_HOSTS)
        if (hit := pattern.search(text))
    ]
    assert found == []


def test_traces_of_a_machine_would_be_seen() -> None:
    assert MACHINE_PATHS.search("see /wo" + "rk/main")
    assert not MACHINE_PATHS.search("network/share and ../tmp")
    assert REGISTRY_HOSTS.search("files.python" + "hosted.org")


def test_the_documents_name_only_targets_and_files_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for name, text in texts():
        if not name.endswith(".md"):
            continue
        assert (name, set(re.findall(r"(?:`|^ *)make ([a-z]+)", text, re.MULTILINE)) - targets) == (name, set())
        links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
        assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


def test_commands_in_the_documents_exist() -> None:
    from bluezone_desk.cli import main

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"^\s*(?:\S+ \| )?bluezone-desk ([a-z][a-z-]+)", readme, re.MULTILINE))
    assert len(commands) > 8
    assert {command: main([command, "--help"]) for command in commands} == dict.fromkeys(commands, 0)
