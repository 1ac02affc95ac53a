"""Which commands there are, and which one was chosen."""

import argparse
from collections.abc import Sequence

from bluezone_desk import __version__, i18n
from bluezone_desk.cli import (
    book,
    demo,
    importing,
    listing,
    message,
    papers,
    posters,
    recording,
    self_test,
    sites,
)
from bluezone_desk.cli.options import Parser, shared
from bluezone_desk.i18n import gettext as _


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The chosen command and its options. Exits with 2 on bad usage.

    `work` is None when no command is named, `language` "" when no language is.
    """
    i18n.use_language(_language_named(argv))
    chosen = _parser().parse_args(argv)
    chosen.paper_language = "vi+en" if chosen.language == "vi+en" else "vi"
    chosen.language = (chosen.language or "").partition("+")[0]
    return chosen


def _language_named(argv: Sequence[str]) -> str:
    """The language in which bad usage is told, known before the rest is read."""
    named = [argv[n + 1] for n, word in enumerate(argv[:-1]) if word == "--language"]
    named += [word.partition("=")[2] for word in argv if word.startswith("--language=")]
    return named[-1] if named else i18n.DEFAULT_LANGUAGE


def _parser() -> Parser:
    parser = Parser(
        prog="bluezone-desk",
        description=_("The reception desk: who came in, who went out, and whether the phone runs the app."),
        epilog=_("Without a command, the desk's window opens."),
    )
    parser.add_argument(
        "--version", action="version", version=f"bluezone-desk {__version__}", help=_("show the version and stop")
    )
    shared(parser, suppress=False)
    parser.set_defaults(work=None)
    commands = parser.add_subparsers(title=_("Commands"), metavar=_("COMMAND"), parser_class=Parser)
    everywhere = Parser(add_help=False)
    shared(everywhere, suppress=True)
    for room in (recording, listing, importing, book, demo, self_test):
        room.add(commands, everywhere)
    bilingual = Parser(add_help=False)
    shared(bilingual, suppress=True, languages=(*i18n.LANGUAGES, "vi+en"))
    papers.add(commands, everywhere)
    posters.add(commands, bilingual)
    message.add(commands, everywhere)
    sites.add(commands, everywhere)
    return parser
