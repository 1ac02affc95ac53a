"""Sentences of what can go wrong with posters, their logos, places and links (see `sentences`)."""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import noop

POSTER_SENTENCES: dict[Trouble, str | tuple[str, str]] = {
    Trouble.POSTER_CODES_TOO_SMALL: (
        noop(
            "{count} codes on one sheet would be {side} mm each, below the least of {least} mm."
            " No poster was made; print a sheet for each app, or take larger paper."
        ),
        noop(
            "The codes on one sheet would be too small. No poster was made;"
            " print a sheet for each app, or take larger paper."
        ),
    ),
    Trouble.LOGO_NOT_A_PICTURE: (
        noop("{name} is not a PNG or JPEG picture, or is damaged. The logo was not taken; choose another file."),
        noop("The file is not a PNG or JPEG picture, or is damaged. The logo was not taken; choose another file."),
    ),
    Trouble.LOGO_TOO_LARGE: (
        noop(
            "The picture {name} is too large: {detail}. The logo was not taken; make it smaller, {most} at most."
        ),
        noop("The picture is too large. The logo was not taken; make it smaller."),
    ),
    Trouble.LOGO_IS_SVG: (
        noop(
            "{name} is an SVG drawing, which may draw on other files."
            " The logo was not taken; save it as PNG first."
        ),
        noop(
            "The file is an SVG drawing, which may draw on other files."
            " The logo was not taken; save it as PNG first."
        ),
    ),
    Trouble.PLACES_UNREADABLE: (
        noop("{name} is not a list of places. Use a CSV or Excel file with the places in its first column."),
        noop("This is not a list of places. Use a CSV or Excel file with the places in its first column."),
    ),
    Trouble.PLACES_BAD_ROWS: (
        noop("{name} has rows that cannot be printed, and no poster was made. {rows}"),
        noop("The list has rows that cannot be printed, and no poster was made."),
    ),
    Trouble.HOST_NOT_A_HOST: (
        noop(
            "“{host}” is not a site's name. Type it as in www.example.gov.vn, without https:// and without a page."
        ),
        noop("This is not a site's name. Type it as in www.example.gov.vn, without https:// and without a page."),
    ),
    Trouble.HOST_PURPOSE_MISSING: noop(
        "Say what the site is for, so that others know why links to it are allowed."
    ),
    Trouble.HOST_KNOWN: (
        noop("{host} is on the list already, for: {purpose}."),
        noop("This site is on the list already."),
    ),
    Trouble.HOST_FIXED: (
        noop("{host} belongs to the program's own list and stays on it."),
        noop("This site belongs to the program's own list and stays on it."),
    ),
    Trouble.HOST_UNKNOWN: (
        noop("{host} is not on the office's list of sites. Nothing was changed."),
        noop("This site is not on the office's list. Nothing was changed."),
    ),
    Trouble.SCREEN_MISSING: noop(
        "No second screen is connected. Connect one and extend the desktop to it, then show the poster again."
    ),
}
