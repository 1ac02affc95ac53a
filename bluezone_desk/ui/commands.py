"""What can be done from where the user stands, by name: the palette lists it, and finds it without marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bluezone_desk.domain.names import fold
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.ui.keys import WORDS, Keys, shown


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: what it is called, how it is done, and its key where it has one."""

    words: str
    act: Callable[[], object]
    key: str = ""


#: What a key that means something else on each page does where a visitor is chosen.
_OF_A_VISITOR = {Keys.PRINT: noop("Print the visitor's label")}


def keyed(key: Keys, act: Callable[[], object], words: str = "") -> Command:
    """The command of one of the program's keys, in the words the help has for it unless others are given."""
    return Command(words or _(WORDS[key]), act, shown(key))


def keyed_of_visitor(key: Keys, act: Callable[[], object]) -> Command:
    """The same on a page where a visitor is chosen."""
    return keyed(key, act, _(_OF_A_VISITOR.get(key, WORDS[key])))


def found(commands: Sequence[Command], query: str) -> tuple[Command, ...]:
    """Those in whose words every typed word begins one, marks or not; those that begin with the query first."""
    wanted = fold(query).split()
    if not wanted:
        return tuple(commands)
    fits = [command for command in commands if _fits(fold(command.words).split(), wanted)]
    return tuple(sorted(fits, key=lambda command: not fold(command.words).startswith(fold(query))))


def _fits(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.strip("(:,").startswith(part) for word in words) for part in wanted)
