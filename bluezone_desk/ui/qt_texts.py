"""Qt's own words in our language: it ships no Vietnamese for its file and print dialogs, buttons and menus."""

from PySide6.QtCore import QCoreApplication, QTranslator

from bluezone_desk import i18n
from bluezone_desk.i18n import noop

_TEXTS = frozenset(
    {
        # Buttons and the menu of a text field
        noop("OK"),
        noop("Cancel"),
        noop("Save"),
        noop("Open"),
        noop("Close"),
        noop("Yes"),
        noop("No"),
        noop("Undo"),
        noop("Redo"),
        noop("Cut"),
        noop("Copy"),
        noop("Paste"),
        noop("Delete"),
        noop("Select All"),
        # File dialog
        noop("All Files (*)"),
        noop("Back"),
        noop("Change to detail view mode"),
        noop("Change to list view mode"),
        noop("Computer"),
        noop("Create New Folder"),
        noop("Create a New Folder"),
        noop("Date Modified"),
        noop("Detail View"),
        noop("Drive"),
        noop("File name:"),
        noop("Files of type:"),
        noop("Folder"),
        noop("Forward"),
        noop("Go back"),
        noop("Go forward"),
        noop("Go to the parent directory"),
        noop("List View"),
        noop("Look in:"),
        noop("Name"),
        noop("New Folder"),
        noop("Parent Directory"),
        noop("Rename"),
        noop("Show hidden files"),
        noop("Size"),
        noop("Type"),
        # Print dialog
        noop("All Pages"),
        noop("Collate"),
        noop("Color"),
        noop("Color Mode"),
        noop("Copies"),
        noop("Copies:"),
        noop("Current Page"),
        noop("Double Sided Printing"),
        noop("Even Pages"),
        noop("Grayscale"),
        noop("Local file"),
        noop("Location:"),
        noop("Long side binding"),
        noop("Name:"),
        noop("Odd Pages"),
        noop("Off"),
        noop("Options"),
        noop("Options >>"),
        noop("Options <<"),
        noop("Output Settings"),
        noop("Output file:"),
        noop("Page Set:"),
        noop("Pages"),
        noop("Pages from"),
        noop("Preview"),
        noop("Print"),
        noop("Print all"),
        noop("Print range"),
        noop("Print to File (PDF)"),
        noop("Printer"),
        noop("Properties"),
        noop("Reverse"),
        noop("Selection"),
        noop("Short side binding"),
        noop("Type:"),
        noop("Write PDF file"),
        noop("to"),
    }
)


class QtTexts(QTranslator):
    """Answers Qt's own texts from our catalogue; what it does not know stays as Qt has it."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1, /) -> str:
        plain = source_text.replace("&", "")
        # An empty answer counts as a translation: Qt would say nothing, and could read no picture any more.
        return i18n.gettext(plain) if plain in _TEXTS else source_text


def speak_our_language() -> None:
    """Put Qt's own texts into the language in use. Calling it again changes nothing."""
    application = QCoreApplication.instance()
    if application is not None and application.findChild(QtTexts) is None:
        texts = QtTexts(application)
        application.installTranslator(texts)
