"""What a paper said, as names and numbers: for its line in the journal, and for scripts."""

from bluezone_desk.domain.contact_list import ContactList
from bluezone_desk.domain.figures import DayFigures
from bluezone_desk.domain.handover import Handover
from bluezone_desk.domain.period_figures import PeriodFigures

Figures = dict[str, int | str]

_COUNTS = (
    "entries",
    "persons",
    "companions",
    "exits",
    "estimated_exits",
    "carried_over",
    "inside_at_end",
    "catch_up",
)


def report_figures(figures: DayFigures | PeriodFigures) -> Figures:
    """The counts, and for each programme "<code>.count" of "<code>.of", its percentage ("" of nobody) and states.

    A percentage has a point and one decimal at most: "87.5".
    """
    told: Figures = {name: getattr(figures, name) for name in _COUNTS}
    for checked in figures.programmes:
        code, share = checked.programme.code, checked.passing
        told[f"{code}.count"] = share.count
        told[f"{code}.of"] = share.of
        told[f"{code}.percent"] = "" if share.percent is None else str(share.percent)
        told[f"{code}.helped"] = checked.helped
        told |= {f"{code}.{state}": count for state, count in checked.counts.items()}
    return told


def contact_figures(contacts: ContactList) -> Figures:
    """How many visits, of how many people, overlapped how long; nobody is named."""
    return {
        "minutes": contacts.minutes,
        "certain": len(contacts.rows),
        "estimated": len(contacts.estimated),
        "persons": contacts.persons,
    }


def handover_figures(handover: Handover) -> Figures:
    """The counts that the coming shift signs for."""
    return {
        "inside_at_start": handover.inside_at_start,
        "entries": handover.entries,
        "exits": handover.exits,
        "inside": len(handover.inside),
        "people_inside": handover.people_inside,
        "passes_out": len(handover.passes_out),
        "overdue": len(handover.overdue),
    }
