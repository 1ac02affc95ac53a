"""Sentences of importing: what is wrong with a row, why a table of others cannot be read (see `sentences`)."""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import noop

IMPORT_SENTENCES: dict[Trouble, str | tuple[str, str]] = {
    # Rows of tables and books of others
    Trouble.IMPORT_DAY_UNREADABLE: (
        noop("The day “{text}” cannot be read. Write it as 05/8/2020."),
        noop("The day is missing. Write it as 05/8/2020, in a column or above the table."),
    ),
    Trouble.IMPORT_TIME_UNREADABLE: (
        noop("The time “{text}” cannot be read. Write it as 08:30."),
        noop("The time is missing. Write it as 08:30."),
    ),
    Trouble.IMPORT_EXIT_MISSING: noop(
        "The exit of a past day is missing. Fill it in, or have missing exits estimated at the end of the day."
    ),
    Trouble.IMPORT_STATE_UNREADABLE: (
        noop("“{text}” does not say whether the app ran. Write “có”, “không” or leave it empty."),
        noop("The cell does not say whether the app ran. Write “có”, “không” or leave it empty."),
    ),
    Trouble.EXIT_MISSING: noop("A line of a past day needs its exit. Write when the visitor left."),
    Trouble.IMPORT_NUMBER_TAKEN: (
        noop("The ID number belongs to {name}. Check the number and the name."),
        noop("The ID number belongs to somebody of another name. Check the number and the name."),
    ),
    Trouble.IMPORT_ROW_HALF: noop("The file ends inside this row. Get the whole file, or complete the row."),
    # Tables and books of others
    Trouble.IMPORT_KIND: (
        noop(
            "{path} is not a table this program reads. Nothing was imported;"
            " save it from Excel as .xlsx or as CSV UTF-8 and try again."
        ),
        noop(
            "The file is not a table this program reads. Nothing was imported;"
            " save it from Excel as .xlsx or as CSV UTF-8 and try again."
        ),
    ),
    Trouble.IMPORT_LOCKED: noop(
        "The workbook has a password. Nothing was imported; save it without one in Excel and try again."
    ),
    Trouble.IMPORT_TOO_LARGE: (
        noop("The file holds more than {limit} MB. Nothing was imported; split it into smaller files."),
        noop("The file is too large. Nothing was imported; split it into smaller files."),
    ),
    Trouble.IMPORT_TOO_WIDE: noop(
        "The table reaches too far to the right or holds too many cells."
        " Nothing was imported; copy the visitor rows into a new file and try again."
    ),
    Trouble.IMPORT_TOO_LONG: (
        noop("The table has more than {limit} rows. Nothing was imported; split it into smaller files."),
        noop("The table has too many rows. Nothing was imported; split it into smaller files."),
    ),
    Trouble.IMPORT_DAMAGED: noop(
        "The workbook is damaged or was tampered with. Nothing was imported;"
        " open it in Excel, save it under a new name and try that file."
    ),
    Trouble.IMPORT_TEXT_DAMAGED: (
        noop(
            "The file cannot be read at line {line}, column {column}. Nothing was imported;"
            " correct that place, or save the file as .xlsx."
        ),
        noop("The file cannot be read. Nothing was imported; save it as .xlsx and try again."),
    ),
    Trouble.IMPORT_EMPTY: noop("The file holds no rows. Nothing was imported; choose another file."),
    Trouble.IMPORT_SHEET_UNKNOWN: (
        noop("The workbook has no sheet “{sheet}”. Its sheets: {known}."),
        noop("The workbook has no sheet of that name."),
    ),
    Trouble.IMPORT_HEADINGS_MISSING: noop(
        "No headings such as “Họ và tên” and “Giờ vào” stand in the first 20 rows. Nothing was imported;"
        " add a heading row, or say which column holds what."
    ),
    Trouble.IMPORT_COLUMN_UNKNOWN: (
        noop("The table has no column “{column}”. Its headings: {known}."),
        noop("The table has no such column."),
    ),
    Trouble.IMPORT_FIELD_UNKNOWN: (
        noop("“{field}” is not a field of a visit. Use one of: {known}."),
        noop("This is not a field of a visit."),
    ),
    Trouble.IMPORT_ENCODING_UNDECIDED: (
        noop(
            "The file seems to be written in {encoding}: “{before}” would become “{after}”."
            " Nothing was imported; say whether it is to be converted."
        ),
        noop(
            "The file seems to be in an old Vietnamese encoding. Nothing was imported; say whether to convert it."
        ),
    ),
    Trouble.IMPORT_UNKNOWN: (
        noop("The book has no import “{name}”. “import list” names those there are."),
        noop("The book has no such import."),
    ),
    Trouble.DESK_TOO_BUSY: noop(
        "Visitors are being recorded too often for this to go on beside it. Nothing was changed;"
        " do it in a quiet hour."
    ),
    Trouble.IMPORT_ROWS_BAD: (
        noop(
            "{count} rows cannot be recorded, so nothing was imported."
            " Correct them in the file, or have them left out."
        ),
        noop("Some rows cannot be recorded, so nothing was imported. Correct them, or have them left out."),
    ),
}
