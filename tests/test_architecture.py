"""A wall that no test holds up falls: imports, sizes, names, broad excepts, clocks, Qt without a screen."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import walls
from walls import PACKAGE, ROOT, WALLS

PROGRAM = walls.python_files(PACKAGE)
EVERYTHING = walls.python_files(PACKAGE, "tests", "benchmarks") + sorted(ROOT.glob(".ci/*.py"))


def inside(path: Path) -> str:
    return path.relative_to(ROOT / PACKAGE).as_posix()


def from_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def breaches(check: Callable[[str, str], list[str]], files: list[Path], name: Callable[[Path], str]) -> list[str]:
    return [breach for path in files for breach in check(name(path), path.read_text(encoding="utf-8"))]


def test_rooms_import_only_what_the_table_opens() -> None:
    assert breaches(walls.import_breaches, PROGRAM, inside) == []


def test_every_room_of_the_table_stands() -> None:
    rooms = {walls.room_of(inside(path)) for path in PROGRAM}
    assert rooms == set(WALLS)


def test_packages_in_the_table_are_declared() -> None:
    named = {package for wall in WALLS.values() if wall for package in wall.packages}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = " ".join(project["dependencies"] + project["optional-dependencies"]["desk"]).lower()
    distributions = {"PIL": "pillow", "docx": "python-docx", "zxingcpp": "zxing-cpp"}
    assert [p for p in named if distributions.get(p, p).replace("_", "-").lower() not in declared] == []


def test_files_and_functions_stay_short() -> None:
    assert breaches(walls.length_breaches, EVERYTHING, from_root) == []


def test_only_the_named_gates_catch_everything() -> None:
    others = [path for path in PROGRAM if inside(path) not in walls.BROAD_EXCEPTS]
    assert breaches(walls.broad_excepts, others, inside) == []


def test_the_named_gates_do_catch_everything() -> None:
    """The list only shrinks: a gate that no longer needs its licence loses it."""
    gates = [ROOT / PACKAGE / name for name in sorted(walls.BROAD_EXCEPTS)]
    idle = [path for path in gates if not path.exists() or not breaches(walls.broad_excepts, [path], inside)]
    assert idle == []


def test_inner_rooms_are_handed_their_clock() -> None:
    assert breaches(walls.clock_breaches, PROGRAM, inside) == []


def test_the_domain_touches_no_file() -> None:
    assert breaches(walls.file_breaches, PROGRAM, inside) == []


def test_nothing_leans_on_the_import_path_or_the_working_folder() -> None:
    assert breaches(walls.path_breaches, PROGRAM, inside) == []


def test_modules_are_named_for_what_they_own() -> None:
    assert [breach for path in EVERYTHING for breach in walls.name_breaches(from_root(path))] == []


def test_nothing_is_left_unfinished() -> None:
    assert breaches(walls.unfinished, EVERYTHING, from_root) == []


def test_test_files_have_names_of_their_own() -> None:
    """pytest imports them by file name alone."""
    names = [path.name for path in walls.python_files("tests") if path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))


def test_readme_shows_the_table_that_is_checked() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for room, wall in WALLS.items():
        if wall is None or room.startswith("__"):
            continue
        row = next((line for line in readme.splitlines() if line.startswith(f"| `{room}` |")), "")
        missing = [name for name in (*wall.rooms, *wall.packages, *wall.lazy) if f"`{name}`" not in row]
        assert (room, missing) == (room, [])


def run_python(code: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def headless_modules() -> list[str]:
    rooms = ("domain", "store", "services", "paper", "producing", "cli", "demo")
    names = [
        from_root(path).removesuffix(".py").replace("/", ".") for path in PROGRAM if inside(path).startswith(rooms)
    ]
    # A migration script asks Alembic's context for its connection when it is imported.
    return [name.removesuffix(".__init__") for name in names if "migration" not in name]


def test_nothing_but_the_window_needs_qt(tmp_path: Path) -> None:
    code = f"""
import importlib, sys
for name in {headless_modules()!r}:
    importlib.import_module(name)
print(sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6')))
"""
    assert run_python(code, tmp_path) == "[]"


def test_resources_are_found_from_any_folder(tmp_path: Path) -> None:
    code = "from bluezone_desk import paths; print(paths.resource('presets').is_dir())"
    assert run_python(code, tmp_path) == "True"


def test_importing_the_program_leaves_the_import_path_alone(tmp_path: Path) -> None:
    code = "import sys; before = list(sys.path); import bluezone_desk.cli; print(sys.path == before)"
    assert run_python(code, tmp_path) == "True"


IMPORTS_THROUGH_WALLS = [
    ("domain/card.py", "import sqlalchemy"),
    ("domain/card.py", "import os.path"),
    ("domain/card.py", "from bluezone_desk.store import book"),
    ("domain/card.py", "from ..store.book import Book"),
    ("domain/card.py", "from .. import store"),
    ("store/book.py", "from PySide6.QtCore import QObject"),
    ("services/check_in.py", "def f():\n    import sqlalchemy"),
    ("services/check_in.py", "import sqlite3"),
    ("paper/report.py", "from bluezone_desk.services.opening import open_desk"),
    ("paper/report.py", "import PySide6"),
    ("cli/run.py", "import bluezone_desk.store.book"),
    ("cli/run.py", "from bluezone_desk import app"),
    ("ui/window.py", "from bluezone_desk.store import book"),
    ("ui/window.py", "import sqlalchemy.orm"),
    ("devices/scanner.py", "from bluezone_desk.services import check_in"),
    ("paths.py", "import requests"),
    ("attic/old.py", "import os"),
]


@pytest.mark.parametrize(("relative", "source"), IMPORTS_THROUGH_WALLS)
def test_an_import_through_a_wall_is_seen(relative: str, source: str) -> None:
    assert len(walls.import_breaches(relative, source)) == 1


IMPORTS_THROUGH_DOORS = [
    ("domain/card.py", "import re\nfrom bluezone_desk.domain.codes import Trouble\nfrom .names import fold"),
    ("store/book.py", "import sqlite3\nimport sqlalchemy as sa\nfrom ..domain import ids"),
    ("cli/run.py", "def f():\n    from bluezone_desk import app\n    app.run()"),
    ("ui/window.py", "from bluezone_desk import __version__\nfrom PySide6.QtWidgets import QWidget"),
    ("app.py", "from bluezone_desk.store import book\nfrom bluezone_desk.ui import main_window"),
]


@pytest.mark.parametrize(("relative", "source"), IMPORTS_THROUGH_DOORS)
def test_an_import_through_a_door_is_let_pass(relative: str, source: str) -> None:
    assert walls.import_breaches(relative, source) == []


def test_long_files_and_functions_are_seen() -> None:
    long_function = "def f():\n" + "    x = 1\n" * 40
    assert len(walls.length_breaches("a.py", long_function)) == 1
    assert walls.length_breaches("a.py", long_function.removesuffix("    x = 1\n")) == []
    assert len(walls.length_breaches("a.py", "x = 1\n" * 301)) == 1
    assert walls.length_breaches("a.py", "x = 1\n" * 300) == []


@pytest.mark.parametrize("caught", ["", " Exception", " BaseException as e", " (ValueError, Exception)"])
def test_broad_excepts_are_seen(caught: str) -> None:
    swallowed = f"try:\n    f()\nexcept{caught}:\n    g()\n"
    assert len(walls.broad_excepts("a.py", swallowed)) == 1
    assert walls.broad_excepts("a.py", swallowed + "    raise\n") == []
    assert walls.broad_excepts("a.py", "try:\n    f()\nexcept ValueError:\n    g()\n") == []


@pytest.mark.parametrize("call", ["datetime.now(UTC)", "datetime.datetime.now()", "date.today()", "time.time()"])
def test_clock_readings_are_seen(call: str) -> None:
    assert len(walls.clock_breaches("services/x.py", f"a = {call}")) == 1
    assert walls.clock_breaches("services/system_clock.py", f"a = {call}") == []
    assert walls.clock_breaches("services/x.py", "a = self._clock.now()") == []


@pytest.mark.parametrize("call", ["open('x')", "Path('x').read_text()", "path.open()"])
def test_touching_a_file_is_seen(call: str) -> None:
    assert len(walls.file_breaches("domain/x.py", f"a = {call}")) == 1
    assert walls.file_breaches("paper/x.py", f"a = {call}") == []
    assert walls.file_breaches("domain/x.py", "a = text.opened()") == []


@pytest.mark.parametrize("use", ["sys.path.insert(0, 'x')", "os.chdir('x')", "os.getcwd()", "Path.cwd()"])
def test_leaning_on_the_working_folder_is_seen(use: str) -> None:
    assert len(walls.path_breaches("app.py", use)) == 1
    assert walls.path_breaches("app.py", "os.path.join('a', sys.executable)") == []


@pytest.mark.parametrize("name", ["store/utils.py", "ui/base_page.py", "common/x.py", "ui/event_handler.py"])
def test_vague_names_are_seen(name: str) -> None:
    assert len(walls.name_breaches(name)) == 1
    assert walls.name_breaches("store/database.py") == []


@pytest.mark.parametrize(
    "mark", ["# TO" + "DO later", "time.sl" + "eep(1)", "assert Tr" + "ue", "pytest.sk" + "ip()"]
)
def test_unfinished_work_is_seen(mark: str) -> None:
    assert len(walls.unfinished("tests/test_a.py", mark)) == 1
    assert walls.unfinished("tests/test_a.py", "assert trusted is True  # todos are people") == []
