"""The command line's own parser, and what options of every command take."""

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from bluezone_desk import i18n
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import sentence

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: argparse tells bad usage in English only; what it tells is put into the language in use by its shape.
_BAD_USAGE = (
    (
        r"argument (?P<what>.+?): invalid choice: (?P<given>.+) \(choose from (?P<allowed>.+)\)",
        noop("{what} cannot be {given}; choose one of: {allowed}."),
    ),
    (r"the following arguments are required: (?P<what>.+)", noop("{what} is missing.")),
    (r"argument (?P<what>.+?): expected .*argument.*", noop("{what} needs a value.")),
    (r"argument (?P<what>.+?): not allowed with argument (?P<other>.+)", noop("{what} cannot go with {other}.")),
    (
        r"argument (?P<what>.+?): invalid int value: '(?P<given>.*)'",
        noop("{what} must be a whole number; “{given}” is none."),
    ),
    (r"unrecognized arguments: (?P<what>.+)", noop("“{what}” is not known here.")),
    (r"argument (?P<what>.+?): (?P<detail>.+)", "{what}: {detail}"),
)


class _Words(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse with whole sentences in the language in use."""

    def __init__(self, *, add_help: bool = True, **kwargs: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Words, **kwargs)
        # A parser without help lends its options to others, where they join the group of the same title.
        if add_help:
            self._positionals.title = _("What to work on")
            self._optionals.title = _("Options")
            self.add_argument("-h", "--help", action="help", help=_("show this and stop"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, _("The command line is not right: {detail}").format(detail=_told(message)) + "\n")


def _told(message: str) -> str:
    for shape, words in _BAD_USAGE:
        if found := re.fullmatch(shape, message, re.S):
            return _(words).format(**found.groupdict())
    return message


def shared(parser: argparse.ArgumentParser, *, suppress: bool, languages: Sequence[str] = i18n.LANGUAGES) -> None:
    """Options of every command; named after it they win, absent there they leave those before it alone."""
    absent: Any = argparse.SUPPRESS if suppress else None
    parser.add_argument(
        "--data-dir", type=place, metavar="DIR", default=absent, help=_("folder of the book; made when absent")
    )
    parser.add_argument(
        "--language",
        choices=languages,
        default=absent,
        help=_("language of sentences; of a poster, vi or vi+en"),
    )


def place(text: str) -> Path:
    """A named file or folder: "" is what a script passes whose variable is not set, and would mean this folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError(_("a file or folder must be named."))
    return Path(text)


def day(text: str) -> date:
    """A day of the years 1900 to 2199, written as 2020-08-05."""
    try:
        if _DAY.fullmatch(text) and 1900 <= int(text[:4]) <= 2199:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(sentence(Trouble.INPUT_DATE, {"text": text, "example": "2020-08-05"}))


def count(text: str) -> int:
    """A whole number from 1 to 100,000, in plain digits."""
    if re.fullmatch(r"[0-9]{1,6}", text) and 1 <= int(text) <= 100_000:
        return int(text)
    raise argparse.ArgumentTypeError(_("“{text}” is not a whole number from 1 to 100000.").format(text=text))


def address(text: str) -> str:
    """A web address: "" is what a script passes whose variable is not set, and would mean the directive's link."""
    if not text.strip():
        raise argparse.ArgumentTypeError(sentence(Trouble.LINK_MALFORMED))
    return text
