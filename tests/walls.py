"""The house rules as data, and the checker that reads source text against them."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "bluezone_desk"
FILE_LINES = 300
FUNCTION_LINES = 40


@dataclass(frozen=True)
class Wall:
    """What one room may import: other rooms and top-level modules, and installed packages.

    `lazy` names are open inside functions only, so that importing the room stays light.
    """

    rooms: frozenset[str]
    packages: frozenset[str] = frozenset()
    lazy: frozenset[str] = frozenset()


def _wall(rooms: str = "", packages: str = "", lazy: str = "") -> Wall:
    return Wall(frozenset(rooms.split()), frozenset(packages.split()), frozenset(lazy.split()))


#: README.md shows the same table to people; `None` may know every room.
WALLS: dict[str, Wall | None] = {
    "domain": _wall(),
    "store": _wall("domain", "sqlalchemy alembic"),
    "services": _wall("domain store paths"),
    "paper": _wall("domain i18n paths", "reportlab docx xlsxwriter qrcode PIL pypdfium2 zxingcpp python_calamine"),
    "devices": _wall("domain", "PySide6 zxingcpp"),
    "producing": _wall("domain services saving", "", "paper"),
    "cli": _wall("domain services paper producing i18n sentences paths logs saving", "", "app selftest demo"),
    "demo": _wall("domain services paper producing cli i18n paths saving", "", "ui"),
    "ui": _wall("domain services paper producing devices i18n sentences paths logs saving", "PySide6"),
    "paths": _wall("", "platformdirs"),
    "saving": _wall("domain"),
    "logs": _wall("domain paths"),
    "i18n": _wall("domain paths"),
    "sentences": _wall("domain i18n"),
    "__init__": _wall(),
    "__main__": _wall("cli"),
    "app": None,
    "selftest": None,
}

#: The only places that may catch everything: bugs end there, logged, and nowhere else.
BROAD_EXCEPTS = frozenset({"cli/gate.py", "selftest.py"})

#: The only module that asks the machine what time it is.
CLOCK_READERS = frozenset({"services/system_clock.py"})
CLOCKLESS_ROOMS = frozenset({"domain", "store", "services", "paper"})
CLOCK_CALLS = {"datetime": {"now", "utcnow", "today"}, "date": {"today"}, "time": {"time", "time_ns", "localtime"}}

#: The domain is values in, values out; a path is a value until it is touched.
DOMAIN_NEVER = frozenset({"os", "io", "shutil", "tempfile", "socket", "subprocess", "time", "sqlite3"})

FILE_CALLS = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes", "exists", "stat", "iterdir"}
)

VAGUE_WORDS = frozenset({"util", "utils", "helper", "helpers", "manager", "handler", "base", "common", "misc"})

#: Written in halves so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
IDLE_TEST = re.compile(r"time\.sl" + r"eep\(|qtbot\.wa" + r"it\(|assert Tr" + r"ue\b|pytest\.sk" + r"ip\(")


def python_files(*folders: str) -> list[Path]:
    """Every Python file of the named top-level folders."""
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts
    )


def room_of(relative: str) -> str:
    """The room of a path inside the package: its first folder, or the stem of a top-level module."""
    first, _, rest = relative.partition("/")
    return first if rest else first.removesuffix(".py")


def _imports(tree: ast.Module, package: tuple[str, ...]) -> Iterator[tuple[int, str, bool]]:
    """(line, dotted name, whether inside a function) of every import; `from a import b` yields a.b."""
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    typing_only = {id(node) for block in ast.walk(tree) if _is_type_checking(block) for node in ast.walk(block)}
    for node in ast.walk(tree):
        is_lazy = id(node) in inside or id(node) in typing_only
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, is_lazy
        elif isinstance(node, ast.ImportFrom):
            prefix = list(package[: len(package) - node.level + 1]) if node.level else []
            prefix += [node.module] if node.module else []
            for alias in node.names:
                yield node.lineno, ".".join([*prefix, alias.name]), is_lazy


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _import_breach(room: str, wall: Wall | None, name: str, is_lazy: bool) -> str | None:
    top, *rest = name.split(".")
    if top == PACKAGE:
        target = rest[0] if rest else "__init__"
        if target in ("__version__", "__init__", room) or wall is None or target in wall.rooms:
            return None
        if target in wall.lazy:
            return None if is_lazy else f"{room} imports {target} when it is imported; only inside a function"
        return f"{room} may not import {target}"
    if top in sys.stdlib_module_names:
        if room == "domain" and top in DOMAIN_NEVER:
            return f"domain may not import {top}"
        return f"only store may import {top}" if top == "sqlite3" and room not in ("store", "selftest") else None
    if wall is None or top in wall.packages:
        return None
    return f"{room} may not import the package {top}"


def import_breaches(relative: str, source: str) -> list[str]:
    """Imports in `relative` (a path inside the package) that go through a wall."""
    room = room_of(relative)
    if room not in WALLS:
        return [f"{relative}: the wall table does not know {room}"]
    package = (PACKAGE, *relative.split("/")[:-1])
    found = []
    for line, name, is_lazy in _imports(ast.parse(source), package):
        breach = _import_breach(room, WALLS[room], name, is_lazy)
        if breach:
            found.append(f"{relative}:{line}: {breach}")
    return sorted(set(found))


def length_breaches(relative: str, source: str) -> list[str]:
    """Files and functions that are too long."""
    lines = len(source.splitlines())
    found = [f"{relative}: {lines} lines"] if lines > FILE_LINES else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{relative}:{node.lineno}: {node.name} has {length} lines")
    return found


def broad_excepts(relative: str, source: str) -> list[str]:
    """Handlers that catch everything and do not end in a bare `raise`."""
    return [
        f"{relative}:{node.lineno}: catches everything"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _raises_again(node)
    ]


def _is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(one) for one in caught.elts)
    return isinstance(caught, ast.Name) and caught.id in ("Exception", "BaseException")


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def clock_breaches(relative: str, source: str) -> list[str]:
    """Calls that ask the machine for the time in rooms that are handed a clock."""
    if room_of(relative) not in CLOCKLESS_ROOMS or relative in CLOCK_READERS:
        return []
    return [
        f"{relative}:{node.lineno}: reads the machine's clock"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK_CALLS.get(_last_name(node.func.value), set())
    ]


def file_breaches(relative: str, source: str) -> list[str]:
    """Calls that touch a file in the domain."""
    if room_of(relative) != "domain":
        return []
    return [
        f"{relative}:{node.lineno}: touches a file"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else _last_name(node.func)) in FILE_CALLS
    ]


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def path_breaches(relative: str, source: str) -> list[str]:
    """Uses of sys.path and of the working folder: the program runs from anywhere."""
    return [
        f"{relative}:{node.lineno}: {_last_name(node.value)}.{node.attr}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and (_last_name(node.value), node.attr)
        in {("sys", "path"), ("os", "chdir"), ("os", "getcwd"), ("Path", "cwd")}
    ]


def name_breaches(relative: str) -> list[str]:
    """Module and folder names that say nothing about what they own."""
    parts = relative.removesuffix(".py").split("/")
    return [f"{relative}: {part}" for part in parts if VAGUE_WORDS & set(part.lower().split("_"))]


def unfinished(relative: str, source: str) -> list[str]:
    """Marks of work left open; in tests also sleeping, skipping, and asserting nothing."""
    marks = [UNFINISHED, IDLE_TEST] if relative.startswith("tests/") else [UNFINISHED]
    return [
        f"{relative}:{number}: {found.group()}"
        for number, line in enumerate(source.splitlines(), 1)
        for mark in marks
        if (found := mark.search(line))
    ]
