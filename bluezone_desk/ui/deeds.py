"""What was done and taken back, in words: one visitor by name, several by their number."""

from collections.abc import Sequence

from bluezone_desk.domain.visits import VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext, noop
from bluezone_desk.ui.wording import party_name

_UNDONE = {
    "check_in": noop("the entry of {name}"),
    "check_out": noop("the exit of {name}"),
    "correct": noop("the correction of {name}"),
    "void": noop("the voiding of {name}"),
    "close_day": noop("the estimated exit of {name}"),
    "merge": noop("the joining of two records"),
    "lose_pass": noop("the mark of a lost pass"),
}


def names_of(lines: Sequence[VisitLine]) -> str:
    """The visitor's name; of several, how many they are."""
    if len(lines) == 1:
        return party_name(lines[0])
    return ngettext("{count} visitor", "{count} visitors", len(lines)).format(count=len(lines))


def undone_words(verb: str, lines: Sequence[VisitLine]) -> str:
    """What was taken back: "the exit of Nguyễn Thị Hoa", "the exit of 3 visitors"."""
    words = _(_UNDONE[verb]) if verb in _UNDONE else _("the last change of {name}")
    return words.format(name=names_of(lines)) if "{name}" in words else words
