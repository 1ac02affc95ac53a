"""What holds for every test: a foreign time zone, a private home, and no warning, thread or window left behind."""

import gc
import logging
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

THREAD_GRACE_SECONDS = 5.0
WINDOW_TESTS = re.compile(r"^pytestmark\b.*\bpytest\.mark\.gui\b", re.MULTILINE)

# No test may lean on the machine's zone: the book is UTC, the office is UTC+7.
os.environ["TZ"] = "America/St_Johns"
if hasattr(time, "tzset"):
    time.tzset()
# Set before Qt is imported, and inherited by every program a test starts.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_home = Path(tempfile.mkdtemp(prefix="bluezone-desk-tests-"))
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
    _folder = _home / _name.lower()
    _folder.mkdir(mode=0o700)
    os.environ[_name] = str(_folder)


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.hasplugin("pytest-qt"):
        # What Qt's off-screen platform says of itself, whatever the window does.
        config.addinivalue_line("qt_log_ignore", "^This plugin does not support propagateSizeHints")
        # It gives every window the focus when it is shown, also one that wants none.
        config.addinivalue_line("qt_log_ignore", r"^requestActivate\(\) called for .*WindowDoesNotAcceptFocus")


def pytest_unconfigure() -> None:
    import shutil

    shutil.rmtree(_home, ignore_errors=True)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `-m "not gui"`, window tests are not even read, so that no Qt is needed."""
    if "not gui" not in config.option.markexpr or collection_path.suffix != ".py":
        return None
    return True if WINDOW_TESTS.search(collection_path.read_text(encoding="utf-8")) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("gui"):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_warnings() -> list[logging.LogRecord]:
    """Asked for by a test that makes the program log a warning; it holds what was logged so far."""
    return []


@pytest.fixture(autouse=True)
def _no_logged_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    listener = _Warnings()
    is_expected = "expected_warnings" in request.fixturenames
    if is_expected:
        listener.records = request.getfixturevalue("expected_warnings")
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.records and not is_expected:
        pytest.fail("logged: " + "; ".join(record.getMessage() for record in listener.records))


@pytest.fixture(autouse=True)
def _no_leaked_thread() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_SECONDS
    # A thread that Qt owns shows up as a dummy; Qt's pool keeps it for the next task.
    for thread in set(threading.enumerate()) - before:
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, deadline - time.monotonic()))
            assert not thread.is_alive(), f"still running: {thread.name}"


@pytest.fixture(autouse=True)
def _no_leaked_window(request: pytest.FixtureRequest) -> Iterator[None]:
    if not request.node.get_closest_marker("gui"):
        yield
        return
    before = _windows()
    yield
    left = _windows() - before
    if left:
        gc.collect()
        left = _windows() - before
    assert not left, f"windows left open: {sorted(left)}"


def _windows() -> set[str]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from shiboken6 import getCppPointer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    top = widgets.QApplication.topLevelWidgets()
    return {f"{type(widget).__name__} {widget.objectName()} {getCppPointer(widget)[0]}" for widget in top}


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """Each test starts in the default language."""
    yield
    from bluezone_desk import i18n

    i18n.use_language(i18n.DEFAULT_LANGUAGE)
