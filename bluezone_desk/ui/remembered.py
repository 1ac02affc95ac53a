"""What this computer's window remembers between two starts: its look, the last folder, the chosen printer.

Kept in an INI file in the user's own settings folder; nothing of the book is in it.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from bluezone_desk import i18n
from bluezone_desk.paths import APP_NAME
from bluezone_desk.ui.theme import LARGEST_PERCENT, SMALLEST_PERCENT


@dataclass(frozen=True, slots=True)
class Appearance:
    """Language of the screen, scheme, and text scale in percent (100 to 150)."""

    language: str = i18n.DEFAULT_LANGUAGE
    is_dark: bool = False
    percent: int = SMALLEST_PERCENT


def memory() -> QSettings:
    """The file itself; also the place for the window's own state."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP_NAME, "window")


def appearance() -> Appearance:
    """The look chosen on this computer; what cannot be read is the default."""
    kept = memory()
    language = str(kept.value("appearance/language", i18n.DEFAULT_LANGUAGE))
    scale = str(kept.value("appearance/percent", SMALLEST_PERCENT))
    percent = int(scale) if scale.isdecimal() else SMALLEST_PERCENT
    return Appearance(
        language if language in i18n.LANGUAGES else i18n.DEFAULT_LANGUAGE,
        str(kept.value("appearance/scheme", "light")) == "dark",
        max(SMALLEST_PERCENT, min(percent, LARGEST_PERCENT)),
    )


def remember_appearance(chosen: Appearance) -> None:
    kept = memory()
    kept.setValue("appearance/language", chosen.language)
    kept.setValue("appearance/scheme", "dark" if chosen.is_dark else "light")
    kept.setValue("appearance/percent", chosen.percent)
    kept.sync()


def folder() -> Path:
    """Where the last paper was saved, else the user's documents."""
    kept = str(memory().value("saving/folder", ""))
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def remember_folder(chosen: Path) -> None:
    kept = memory()
    kept.setValue("saving/folder", str(chosen))
    kept.sync()


def printer_name() -> str:
    """The printer used last, "" when none was."""
    return str(memory().value("printing/printer", ""))


def remember_printer(name: str) -> None:
    kept = memory()
    kept.setValue("printing/printer", name)
    kept.sync()


def has_sounds() -> bool:
    """Whether the desk may be heard on this computer."""
    return str(memory().value("sounds/on", "yes")) != "no"


def remember_sounds(*, on: bool) -> None:
    kept = memory()
    kept.setValue("sounds/on", "yes" if on else "no")
    kept.sync()


def label_choice() -> tuple[str, str, bool]:
    """Printer of the labels ("" is the default one), their size, and whether each entry prints one."""
    kept = memory()
    size = str(kept.value("labels/size", "62x100"))
    return str(kept.value("labels/printer", "")), size, str(kept.value("labels/each", "no")) == "yes"


def remember_label_choice(printer: str, size: str, *, each: bool) -> None:
    kept = memory()
    kept.setValue("labels/printer", printer)
    kept.setValue("labels/size", size)
    kept.setValue("labels/each", "yes" if each else "no")
    kept.sync()
