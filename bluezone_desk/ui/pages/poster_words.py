"""The words the poster page has for templates, sizes and what was proven."""

from collections.abc import Sequence

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.vietnamese_numbers import number_text
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext, noop
from bluezone_desk.paper.proof import Proof

_TEMPLATES = {
    "door": (noop("Door poster"), noop("at entrances, {sizes}")),
    "leaflet": (noop("Leaflet"), noop("to hand out, {sizes}")),
    "tent": (noop("Table tent"), noop("{sizes}, folded in the middle")),
    "guide": (noop("Install guide"), noop("Android and iPhone, {sizes}")),
    "screen-wide": (noop("Wide screen"), noop("1920 × 1080, lifts and LED boards")),
    "screen-tall": (noop("Tall screen"), noop("1080 × 1920, standing screens")),
}
_MESSAGES = (noop("SMS, Zalo, loudspeaker"), noop("letters counted, copied with one key"))
_CHECKS = {
    "print_200dpi": noop("reading a sharp print"),
    "print_100dpi": noop("reading a coarse print"),
    "blurred": noop("reading a blurred picture"),
    "tilted": noop("reading a tilted picture"),
    "low_contrast": noop("reading a pale print"),
    "size": noop("the least size of the code"),
    "level": noop("the code's error correction"),
    "quiet_zone": noop("the white margin around the code"),
    "printed_link": noop("the link printed in letters"),
    "link": noop("the code leads to the link"),
    "only_our_codes": noop("no other code on the page"),
    "screen_full": noop("reading the whole picture"),
    "screen_half": noop("reading the picture at half its size"),
}
_SIZES = {
    "1920x1080": "1920 × 1080",
    "1080x1920": "1080 × 1920",
    "A6x4": noop("A6, four to a page"),
    "A5x2": noop("A5, two to a page"),
}


def messages_title() -> str:
    return _(_MESSAGES[0])


def messages_hint() -> str:
    return _(_MESSAGES[1])


def directive_title(directive: Directive) -> str:
    """A directive in a list: its number and who issued it; "" when it has neither."""
    return ", ".join(part for part in (directive.number, directive.issuer) if part)


def template_title(key: str) -> str:
    """A template in the list; one the page has no words for keeps its key."""
    return _(_TEMPLATES[key][0]) if key in _TEMPLATES else key


def template_hint(key: str, sizes: Sequence[str]) -> str:
    """The small line under a template's title."""
    listed = ", ".join(size_title(size) for size in sorted(sizes))
    return _(_TEMPLATES[key][1]).format(sizes=listed) if key in _TEMPLATES else listed


def size_title(size: str) -> str:
    """A size as people name it."""
    known = _SIZES.get(size, size)
    return _(known) if known != size else size


def proven_words(proofs: Sequence[Proof], size: str) -> str:
    """What was proven of the released pages, in one or two sentences."""
    pages = len({proof.page for proof in proofs})
    parts = [
        ngettext("{count} page leads to the right link.", "{count} pages lead to the right link.", pages).format(
            count=number_text(pages)
        )
    ]
    metres = min((proof.distance_m for proof in proofs), default=0.0)
    if metres:
        text = _("Readable from {metres} m when printed on {size}.")
        parts.append(text.format(metres=f"{metres:g}".replace(".", ","), size=size_title(size)))
    return " ".join(parts)


def refused_words(fault: DeskFault, told: str) -> str:
    """Why nothing was released: the fault's sentences, and what of its check and place they do not say yet."""
    parts = [told]
    check, place, reason = (fault.facts.get(name, "") for name in ("check", "place", "reason"))
    if check in _CHECKS and not (reason and reason in told):
        parts.append(_("Failed: {check}.").format(check=_(_CHECKS[check])))
    if place and place not in told:
        parts.append(_("Place: {place}.").format(place=place))
    return " ".join(parts)
