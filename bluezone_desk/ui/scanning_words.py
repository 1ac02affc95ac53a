"""A scan in words: how it came, and what it is."""

from bluezone_desk.devices.scanner import End, Road, Scan
from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.identify import Damaged, Identified, IdNumber, NameQuery, PassNumber, PhoneNumber
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext, noop
from bluezone_desk.sentences import sentence

ROADS = {
    Road.KEYBOARD: noop("Keyboard scanner"),
    Road.SERIAL: noop("Serial scanner (USB-COM)"),
    Road.CAMERA: noop("Camera"),
}
_ENDS = {
    End.ENTER: noop("ended by Enter"),
    End.TAB: noop("ended by Tab"),
    End.LINE: noop("ended by a line end"),
    End.PAUSE: noop("ended by a pause"),
    End.PICTURE: noop("read from a picture"),
}
_LAYOUTS = {"cccd21": noop("Citizen card of 2021"), "cccd24": noop("Identity card of 2024")}
_LONGEST_SHOWN = 160


def road_words(road: Road) -> str:
    """The road as the settings name it."""
    return _(ROADS[road])


def how_it_came(scan: Scan) -> str:
    """The road, the end, how many signs and how long."""
    signs = ngettext("{count} sign", "{count} signs", scan.chars).format(count=scan.chars)
    return "  ·  ".join((road_words(scan.road), _(_ENDS[scan.ended_by]), signs, f"{scan.milliseconds} ms"))


def kind_words(identified: Identified) -> str:
    """What kind of thing was scanned."""
    match identified:
        case CardScan():
            return _(_LAYOUTS[identified.layout])
        case HealthCardScan():
            return _("Health insurance card")
        case IdNumber():
            return _("A number of a card or passport")
        case PhoneNumber():
            return _("A phone number")
        case PassNumber():
            return _("A visitor pass")
        case NameQuery():
            return _("Plain text: the desk would search for it")
        case Damaged():
            return sentence(identified.code)


def facts_of(identified: Identified) -> tuple[tuple[str, str], ...]:
    """What was read, by label, numbers masked; empty when it is no card and no number."""
    match identified:
        case CardScan():
            return _filled(
                (_("Name"), identified.name),
                (_("ID number"), mask_id(identified.id_number)),
                (_("Birth date"), _day(identified.birth_date)),
                (_("Address"), identified.address),
            )
        case HealthCardScan():
            return _filled((_("Name"), identified.name), (_("Birth date"), _day(identified.birth_date)))
        case IdNumber():
            return ((_("ID number"), mask_id(identified.number)),)
        case PhoneNumber():
            return ((_("Phone"), mask_phone(identified.number)),)
        case PassNumber():
            return ((_("Pass"), identified.number),)
    return ()


def text_shown(scan: Scan) -> str:
    """The scan's own text on one line, what cannot be seen made visible, and cut when it is long."""
    visible = "".join(sign if sign.isprintable() else f"⟨{ord(sign):02X}⟩" for sign in scan.text[:_LONGEST_SHOWN])
    return visible + ("…" if scan.chars > _LONGEST_SHOWN else "")


def _day(written: str) -> str:
    """An ISO date, whole or in part, as it is read in Vietnam: 15/08/1990, 08/1990, 1990."""
    return "/".join(reversed(written.split("-")))


def _filled(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)
