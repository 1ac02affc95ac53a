"""Sentences of faults: the book and its place, papers and posters, the program's surroundings.

Each says what happened, what is safe and what to do next (see `sentences`).
"""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import noop

FAULT_SENTENCES: dict[Trouble, str | tuple[str, str]] = {
    # The book and its place
    Trouble.BOOK_NEWER: (
        noop(
            "This book was written by a newer version of the program (book {found}, program {known})."
            " It was not touched; install the newer program to open it."
        ),
        noop(
            "This book was written by a newer version of the program."
            " It was not touched; install the newer program to open it."
        ),
    ),
    Trouble.BOOK_NOT_A_BOOK: (
        noop("{path} is not a book of this program. It was not touched; choose another data folder."),
        noop(
            "The file in the data folder is not a book of this program. It was not touched; choose another folder."
        ),
    ),
    Trouble.BOOK_DAMAGED: (
        noop(
            "The book {path} is damaged. Nothing was changed; keep the file, and ask IT staff to restore a copy."
        ),
        noop("The book is damaged. Nothing was changed; keep the file, and ask IT staff to restore a copy."),
    ),
    Trouble.BOOK_BUSY: noop(
        "Another program is writing to the book and did not finish in time. Nothing was recorded; try again."
    ),
    Trouble.BOOK_REPLACED: noop(
        "The book's file was replaced or deleted while the program was running. Nothing was recorded;"
        " leave the window open, it still holds every line, and do what it says or ask IT staff."
    ),
    Trouble.BOOK_WENT_BACK: (
        noop(
            "The book holds fewer lines than before: {missing} are missing. It was not touched;"
            " this may be an old copy, ask IT staff to find the right file."
        ),
        noop(
            "The book holds fewer lines than before. It was not touched;"
            " this may be an old copy, ask IT staff to find the right file."
        ),
    ),
    Trouble.BOOK_OPEN_ELSEWHERE: noop(
        "This book is already open in another window on this computer. Use that window."
    ),
    Trouble.BOOK_HAS_VISITS: (
        noop("The book in {path} already has visits. The demo left it untouched; choose an empty folder."),
        noop("The book already has visits. The demo left it untouched; choose an empty folder."),
    ),
    Trouble.VERIFY_LINE_CHANGED: (
        noop("A line of the journal was changed after it was written: line {number} of desk {desk} ({what})."),
        noop("A line of the journal was changed after it was written."),
    ),
    Trouble.VERIFY_LINE_MISSING: (
        noop("A line of the journal is missing: line {number} of desk {desk}."),
        noop("A line of the journal is missing."),
    ),
    Trouble.VERIFY_LINE_ORDER: (
        noop("The journal's lines are out of order from line {number} of desk {desk}."),
        noop("The journal's lines are out of order."),
    ),
    Trouble.VERIFY_ROW_CHANGED: (
        noop(
            "The book does not say what line {number} of the journal wrote: {what} was changed past the journal."
        ),
        noop("The book was changed past the journal."),
    ),
    Trouble.VERIFY_ROW_MISSING: (
        noop("The book lost what line {number} of the journal wrote: {what}."),
        noop("The book lost something the journal wrote."),
    ),
    Trouble.VERIFY_ROW_ADDED: (
        noop("The book holds something no line of the journal wrote: {what}."),
        noop("The book holds something no line of the journal wrote."),
    ),
    Trouble.VERIFY_SEARCH: (
        noop(
            "The people index does not agree with the visitors' records ({what})."
            " The records themselves are right."
        ),
        noop("The people index does not agree with the visitors' records. The records themselves are right."),
    ),
    Trouble.MIGRATION_FAILED: (
        noop(
            "The book could not be brought to this version. It is as it was, and a copy lies in {path};"
            " call IT staff."
        ),
        noop("The book could not be brought to this version. It is as it was; call IT staff."),
    ),
    Trouble.PLACE_READ_ONLY: (
        noop("{path} cannot be written to. Nothing was recorded; ask IT staff for write access."),
        noop("The data folder cannot be written to. Nothing was recorded; ask IT staff for write access."),
    ),
    Trouble.PLACE_FULL: (
        noop(
            "The disk that holds {path} is full. What was confirmed is safe, this was not recorded;"
            " free some space and try again."
        ),
        noop(
            "The disk is full. What was confirmed is safe, this was not recorded; free some space and try again."
        ),
    ),
    Trouble.PLACE_ON_NETWORK: (
        noop(
            "{path} lies on a network drive, where a book can be damaged. Nothing was written;"
            " choose a folder on this computer's own disk."
        ),
        noop(
            "The data folder lies on a network drive, where a book can be damaged. Nothing was written;"
            " choose a folder on this computer's own disk."
        ),
    ),
    Trouble.PLACE_SYNCED: (
        noop(
            "{path} is kept in step by a cloud program, which can damage a book. Nothing was written;"
            " choose a folder outside it."
        ),
        noop(
            "The data folder is kept in step by a cloud program, which can damage a book. Nothing was written;"
            " choose a folder outside it."
        ),
    ),
    Trouble.PLACE_NOT_A_FOLDER: (
        noop("{path} is a file or lies below one. Nothing was written; choose a folder for the book."),
        noop("The data folder is a file or lies below one. Nothing was written; choose a folder for the book."),
    ),
    Trouble.PLACE_FAILED: (
        noop(
            "The book in {path} could not be read or written. What was confirmed is safe;"
            " check the disk and try again."
        ),
        noop("The book could not be read or written. What was confirmed is safe; check the disk and try again."),
    ),
    # Papers and posters
    Trouble.OUTPUT_FORMAT: (
        noop("{path} does not end in a known file type. Use one of: {allowed}."),
        noop("The name does not end in a known file type."),
    ),
    Trouble.OUTPUT_FAILED: (
        noop(
            "{path} could not be written. What was there before is untouched;"
            " choose another place or free some space."
        ),
        noop(
            "The file could not be written. What was there before is untouched;"
            " choose another place or free some space."
        ),
    ),
    Trouble.GLYPH_MISSING: (
        noop("The font cannot print “{glyph}”. No paper was made; correct that text."),
        noop("The text has a letter that the font cannot print. No paper was made; correct that text."),
    ),
    Trouble.LINK_NOT_ALLOWED: (
        noop("The site {host} is not on the list of official addresses. No poster was made."),
        noop("This site is not on the list of official addresses. No poster was made."),
    ),
    Trouble.LINK_NOT_HTTPS: noop("The address must begin with https://. No poster was made."),
    Trouble.LINK_MALFORMED: noop("This is not a web address that can be printed safely. No poster was made."),
    Trouble.LINK_LOOKALIKE: (
        noop("The address {host} only looks like an official one. No poster was made; check each letter."),
        noop("The address only looks like an official one. No poster was made; check each letter."),
    ),
    Trouble.LINK_TOO_LONG: noop(
        "The address is too long for a code that phones read from afar. No poster was made."
    ),
    Trouble.TEXT_TOO_LONG: (
        noop("The text “{text}” does not fit on the page. No paper was made; shorten it."),
        noop("A text does not fit on the page. No paper was made; shorten it."),
    ),
    Trouble.POSTER_NOT_PROVEN: (
        noop("The poster for “{place}” was drawn but not released: {reason}. Try another size or a shorter text."),
        noop("The finished poster could not be read back by a scanner, so it was not released. Try another size."),
    ),
    Trouble.POSTER_CHOICE: (
        noop("“{choice}” is not offered. Choose one of: {allowed}."),
        noop("This kind of poster is not offered. Choose another."),
    ),
    Trouble.WORK_CANCELLED: noop("Stopped as asked. No file was written."),
    Trouble.PRINTER_MISSING: noop("No printer answers. Nothing was printed; the paper can be saved as a PDF."),
    Trouble.PRINTER_FAILED: noop(
        "The printer did not take the paper. Nothing counts as printed; check the printer or save a PDF."
    ),
    # Scanners
    Trouble.SCANNER_MISSING: noop(
        "No scanner is plugged in where it was last time."
        " Typing goes on; plug it in, or choose it in the settings."
    ),
    Trouble.SCANNER_GONE: (
        noop("The scanner at {name} was unplugged. Nothing is lost; plug it in again and it goes on by itself."),
        noop("The scanner was unplugged. Nothing is lost; plug it in again and it goes on by itself."),
    ),
    Trouble.SCANNER_BUSY: (
        noop("Another program holds the scanner at {name}. Typing goes on; close that program."),
        noop("Another program holds the scanner. Typing goes on; close that program."),
    ),
    Trouble.SCANNER_DENIED: (
        noop(
            "This account may not use the port {name}. Typing goes on; ask IT staff for the right to serial ports."
        ),
        noop("This account may not use that port. Typing goes on; ask IT staff for the right to serial ports."),
    ),
    Trouble.SCANNER_FAILED: (
        noop("The scanner at {name} does not answer. Typing goes on; unplug it and plug it in again."),
        noop("The scanner does not answer. Typing goes on; unplug it and plug it in again."),
    ),
    Trouble.CAMERA_MISSING: noop("No camera is plugged in. Typing goes on; plug one in and it starts by itself."),
    Trouble.CAMERA_FAILED: (
        noop("The camera {name} gives no picture. Typing goes on; close other programs that use it."),
        noop("The camera gives no picture. Typing goes on; close other programs that use it."),
    ),
    Trouble.CAMERA_PARTS_MISSING: (
        noop("This computer lacks a part that cameras need ({part}). Typing goes on; ask IT staff to install it."),
        noop("This computer lacks a part that cameras need. Typing goes on; ask IT staff to install it."),
    ),
    # Around
    Trouble.QT_MISSING: (
        noop(
            "The window needs PySide6 and the system libraries Qt draws with, and one is missing here: {reason}."
            " Install it, or run “bluezone-desk demo --out DIR” to see the program's work without a window."
        ),
        noop(
            "The window needs PySide6 and the system libraries Qt draws with, and one is missing here."
            " Install it, or run “bluezone-desk demo --out DIR” to see the program's work without a window."
        ),
    ),
    Trouble.DISPLAY_MISSING: noop(
        "There is no screen to open the window on."
        " Start it on a desktop, or run “bluezone-desk demo --out DIR” to see the program's work without a window."
    ),
    Trouble.OFFICE_NAME_MISSING: noop("The office's name is missing. Every paper carries it; type it."),
    Trouble.PRESET_UNREADABLE: noop(
        "The list of directives shipped with the program cannot be read. Install it again."
    ),
    Trouble.SELF_TEST_FAILED: noop("The program did not pass its own test. Do not use it; install it again."),
    Trouble.BUG: noop(
        "An unexpected error happened. What was confirmed is safe; restart the program and tell IT staff."
    ),
}
