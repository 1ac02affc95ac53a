"""Language of screens and messages: gettext, msgids in English, Vietnamese by default.

The official papers do not pass through here: an administrative document is written in Vietnamese whatever
language the receptionist reads.
"""

import gettext as _gettext
from functools import cache

from bluezone_desk import paths

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"

_current = DEFAULT_LANGUAGE


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation("bluezone_desk", str(paths.resource("locale")), [language])


def use_language(language: str) -> None:
    """Switch every text asked for from now on. Unknown languages fall back to Vietnamese."""
    global _current
    _current = language if language in LANGUAGES else DEFAULT_LANGUAGE


def language() -> str:
    """The language in use."""
    return _current


def gettext(message: str) -> str:
    """The text in the language in use; named placeholders are filled by the caller with `str.format`."""
    return _catalogue(_current).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The text that fits `count`."""
    return _catalogue(_current).ngettext(singular, plural, count)


def noop(message: str) -> str:
    """Marks a text for translation where it is defined; it is translated where it is shown."""
    return message
