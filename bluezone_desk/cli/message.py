"""message: texts for SMS, Zalo and the loudspeaker, counted as a phone counts them."""

import argparse

from bluezone_desk.cli import output
from bluezone_desk.cli.desks import opened_desk
from bluezone_desk.cli.options import Commands, Parser, address, place
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.links import check_link
from bluezone_desk.domain.message_text import message_length
from bluezone_desk.i18n import gettext as _


def add(commands: Commands, shared: Parser) -> None:
    told = _("texts for SMS, Zalo and the loudspeaker")
    parser = commands.add_parser("message", parents=[shared], help=told, description=told)
    kinds = ("sms", "zalo", "loudspeaker")
    parser.add_argument("kind", choices=kinds, metavar=f"{{{','.join(kinds)}}}", help=_("what the text is for"))
    parser.add_argument("--link", type=address, metavar="URL", help=_("the directive's link when absent"))
    parser.add_argument("--reading", default="", metavar="TEXT", help=_("how the announcer says the link"))
    parser.add_argument(
        "--no-marks", action="store_true", help=_("without Vietnamese marks, as SMS are often sent")
    )
    parser.add_argument(
        "-o", "--output", type=place, metavar="F", help=_("TXT or DOCX file; the screen when absent")
    )
    parser.add_argument("--json", action="store_true", help=_("one JSON line with the text and its length"))
    parser.set_defaults(work=message)


def message(chosen: argparse.Namespace) -> int:
    """The text on stdout or in a file, and what it counts."""
    from bluezone_desk.paper.message_file import message_docx, message_txt
    from bluezone_desk.paper.message_wording import MessageOrder, message_text

    with opened_desk(chosen) as desk:
        office, hosts = desk.settings.office(), desk.links.hosts()
    trouble = check_link(chosen.link, hosts) if chosen.link else None
    if trouble is not None:
        raise DeskFault(trouble, host=chosen.link.partition("://")[2].partition("/")[0], link=chosen.link)
    order = MessageOrder(chosen.kind, chosen.link or "", chosen.reading, has_marks=not chosen.no_marks)
    text = message_text(order, office)
    if chosen.output is not None:
        ending = output.ending_of(chosen.output, [".txt", ".docx"])
        content = message_txt(text) if ending == ".txt" else message_docx(text, chosen.kind, office)
        output.write_file(chosen.output, content)
    if chosen.json:
        output.say_json({"kind": chosen.kind, "text": text, **_counted(chosen.kind, text)})
    elif chosen.output is None:
        output.say(text)
        output.say(_told(chosen.kind, text))
    return 0


def _counted(kind: str, text: str) -> dict[str, object]:
    from bluezone_desk.paper.message_wording import SYLLABLES_EACH_SECOND, syllables

    if kind == "loudspeaker":
        read = syllables(text)
        return {"syllables": read, "seconds": round(read / SYLLABLES_EACH_SECOND)}
    length = message_length(text)
    return {
        "encoding": length.encoding.value,
        "letters": length.letters,
        "units": length.units,
        "parts": length.parts,
        "odd_letter": length.odd_letter,
    }


def _told(kind: str, text: str) -> str:
    counted = _counted(kind, text)
    if kind == "loudspeaker":
        return _("[{syllables} syllables, about {seconds} seconds]").format(**counted)
    if kind == "zalo":
        return _("[{letters} letters]").format(**counted)
    return _("[{letters} letters, {encoding}, {parts} SMS]").format(**counted)
