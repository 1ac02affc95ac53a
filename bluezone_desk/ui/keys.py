"""The program's keys, in one place: what is bound is what is shown, in the help and beside each action."""

from enum import StrEnum

from bluezone_desk.i18n import noop


class Keys(StrEnum):
    """Key sequences in Qt's portable notation."""

    DESK = "F2"
    BOOK = "F3"
    REPORT = "F4"
    POSTER = "F6"
    SETTINGS = "F8"
    HELP = "F1"
    COMMANDS = "Ctrl+K"
    SECOND_SCREEN = "F11"
    EVACUATION = "F12"
    CLOSE_DAY = "Ctrl+L"
    RECORD = "Ctrl+Return"
    RECORD_PAD = "Ctrl+Enter"
    UNDO = "Ctrl+Z"
    CHECK_OUT = "F9"
    GUIDE = "F10"
    INSIDE = "Ctrl+I"
    GROUP = "Ctrl+G"
    CATCH_UP = "Ctrl+B"
    PRINT = "Ctrl+P"
    CORRECT = "Ctrl+R"
    VOID = "Ctrl+Del"
    MERGE = "Ctrl+M"
    FIND = "Ctrl+F"
    EXPORT = "Ctrl+E"
    SAVE = "Ctrl+S"
    CLEAR = "Esc"


#: What each key does, in a few words; the pages' own keys are told by the navigation.
WORDS = {
    Keys.DESK: noop("Reception desk"),
    Keys.BOOK: noop("Visitor book"),
    Keys.REPORT: noop("Reports"),
    Keys.POSTER: noop("Posters, leaflets"),
    Keys.SETTINGS: noop("Settings"),
    Keys.HELP: noop("The keys of the program"),
    Keys.COMMANDS: noop("Find a command by its name"),
    Keys.SECOND_SCREEN: noop("Show the poster on the visitors' screen, or take it down"),
    Keys.EVACUATION: noop("Evacuation: who is inside, to print and to tick off"),
    Keys.CLOSE_DAY: noop("Close the day: end the visits that are still open"),
    Keys.RECORD: noop("Record the entry"),
    Keys.UNDO: noop("Take back what was just done (five minutes)"),
    Keys.CHECK_OUT: noop("Record the exit of who is chosen, or of the next scan"),
    Keys.GUIDE: noop("Show the visitor the install guide and its code"),
    Keys.INSIDE: noop("Go to the list of those inside"),
    Keys.GROUP: noop("Record a group"),
    Keys.CATCH_UP: noop("Catch up from the paper book"),
    Keys.PRINT: noop("Print: the visitor's label, the report, the poster"),
    Keys.CORRECT: noop("Correct the chosen line"),
    Keys.VOID: noop("Void the chosen line"),
    Keys.MERGE: noop("Join two records of one person"),
    Keys.FIND: noop("Search the book"),
    Keys.EXPORT: noop("Save what is listed as a workbook"),
    Keys.SAVE: noop("Save the settings"),
    Keys.CLEAR: noop("Empty the form, close what is open"),
}

#: Keys that are no commands: they belong to what has the focus.
_TYPED = {
    "scan": ("", noop("Scan a card or type anywhere: it goes to the one field")),
    "enter": ("Enter", noop("Take the first of the list, then go on to what is missing")),
    "checks": ("1 – 6", noop("Answer the app check")),
    "several": ("Shift ↑ ↓", noop("Choose several of those inside; F9 records their exits together")),
}

#: The help, by groups: (title, rows); a row is a key of the program or one of those that are typed.
GROUPS: tuple[tuple[str, tuple[Keys | str, ...]], ...] = (
    (
        noop("At the desk"),
        (
            "scan",
            "enter",
            "checks",
            Keys.RECORD,
            Keys.CLEAR,
            Keys.UNDO,
            Keys.CHECK_OUT,
            Keys.INSIDE,
            "several",
            Keys.GROUP,
            Keys.CATCH_UP,
            Keys.GUIDE,
        ),
    ),
    (noop("In the book"), (Keys.FIND, Keys.CORRECT, Keys.VOID, Keys.MERGE, Keys.EXPORT)),
    (
        noop("Everywhere"),
        (
            Keys.DESK,
            Keys.BOOK,
            Keys.REPORT,
            Keys.POSTER,
            Keys.SETTINGS,
            Keys.SAVE,
            Keys.PRINT,
            Keys.COMMANDS,
            Keys.SECOND_SCREEN,
            Keys.EVACUATION,
            Keys.CLOSE_DAY,
            Keys.HELP,
        ),
    ),
)


def shown(key: Keys) -> str:
    """The key as it is written beside its action."""
    return key.value.replace("Return", "Enter")


def with_key(words: str, key: Keys) -> str:
    """The words of a control with the key that does the same: "Correct (Ctrl+R)"."""
    return f"{words} ({shown(key)})"


def help_row(row: Keys | str) -> tuple[str, str]:
    """(key as shown, msgid of what it does) of one row of `GROUPS`."""
    return (shown(row), WORDS[row]) if isinstance(row, Keys) else _TYPED[row]
