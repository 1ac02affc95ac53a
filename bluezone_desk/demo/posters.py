"""Every template in every size and both languages, and the messages, as the demo's office would make them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bluezone_desk.paper.message_file import message_docx, message_txt
from bluezone_desk.paper.message_wording import KINDS, MessageOrder, message_text
from bluezone_desk.paper.poster import LANGUAGES, PosterRequest, poster
from bluezone_desk.paper.poster_templates import TEMPLATES
from bluezone_desk.paper.slides import TALL, WIDE, usual_slides
from bluezone_desk.saving import file_name, save_whole
from bluezone_desk.services.opening import Desk

FOLDER = "posters"


def write_posters(desk: Desk, day: date, out: Path) -> tuple[Path, ...]:
    """Write all of them into `out`/posters, each whole or not at all. Raises DeskFault."""
    folder = out / FOLDER
    folder.mkdir(exist_ok=True)
    written = []
    for name, content in _files(desk, day):
        save_whole(folder / name, content)
        written.append(folder / name)
    return tuple(written)


def _files(desk: Desk, day: date) -> Iterator[tuple[str, bytes]]:
    office = desk.settings.office()
    for key, template in TEMPLATES.items():
        for size in template.sizes:
            for language in LANGUAGES:
                request = PosterRequest(key, size, language, places=(office.desk_name,), printed_on=day)
                made = poster(request, office)
                stem = f"{key} {'' if template.is_screen else size} {language}"
                if template.is_screen:
                    yield file_name(stem, None, "png"), made.pngs[0]
                else:
                    yield file_name(stem, None, "pdf"), made.pdf
    for template_key in (WIDE, TALL):
        for number, picture in enumerate(usual_slides(office, template_key).pictures[1:], 2):
            yield file_name(f"{template_key} hinh {number}", None, "png"), picture
    for kind in KINDS:
        text = message_text(MessageOrder(kind), office)
        yield file_name(f"tin {kind}", None, "txt"), message_txt(text)
        yield file_name(f"tin {kind}", None, "docx"), message_docx(text, kind, office)
