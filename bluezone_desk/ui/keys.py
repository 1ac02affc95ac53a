"""The program's keys, in one place: what is bound is what is shown."""

from enum import StrEnum


class Keys(StrEnum):
    """Key sequences in Qt's portable notation."""

    DESK = "F2"
    BOOK = "F3"
    REPORT = "F4"
    POSTER = "F6"
    SETTINGS = "F8"
    RECORD = "Ctrl+Return"
    RECORD_PAD = "Ctrl+Enter"
    UNDO = "Ctrl+Z"
    CHECK_OUT = "F9"
    CLEAR = "Esc"


def shown(key: Keys) -> str:
    """The key as it is written beside its action."""
    return key.value.replace("Return", "Enter")
