"""One entry of check-in, through the same services as the window's form."""

from typing import TYPE_CHECKING, Any

from bluezone_desk.cli.entries import Entry
from bluezone_desk.cli.shapes import Shape, moment, refusal
from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import Damaged, IdNumber, NameQuery, PassNumber, PhoneNumber
from bluezone_desk.domain.programme import AppCheck, CheckState
from bluezone_desk.domain.vietnamese_dates import since_text
from bluezone_desk.domain.visits import AlreadyInside, CheckedIn, CheckInDraft, CheckInOutcome
from bluezone_desk.sentences import problem_sentence, sentence
from bluezone_desk.services.system_clock import SystemClock

if TYPE_CHECKING:
    from bluezone_desk.services.opening import Desk

_CARD_FIELDS = ("id_number", "old_id_number", "birth_date", "sex", "address", "name")


def arrive(desk: "Desk", entry: Entry, request_id: str) -> Shape:
    """Record one visitor and say so, after the commit; `request_id` is used when the entry brings none.

    Raises DeskFault when the scan names nobody or the book cannot be written; then nothing was recorded.
    """
    fields: dict[str, Any] = {"request_id": request_id, "name": ""}
    warnings: list[str] = []
    if "scan" in entry.texts:
        scanned, warnings = _scanned(desk, entry)
        fields |= scanned
    fields |= {key: text for key, text in entry.texts.items() if key != "scan" and text}
    draft = CheckInDraft(
        **fields,
        party=entry.party,
        checks=_checks(desk, entry),
        entered_at=entry.moment,
        left_at=entry.left_at,
    )
    return _told(desk.check_in.check_in(draft), warnings)


def _scanned(desk: "Desk", entry: Entry) -> tuple[dict[str, str], list[str]]:
    """What the scan says of the visitor, and its warnings. Raises DeskFault when it names nobody."""
    seen = desk.people.recognise(entry.texts["scan"])
    found, known = seen.identified, seen.person
    warnings = [problem.code for problem in seen.problems]
    fields = {"name": known.name} if known else {}
    match found:
        case Damaged():
            raise DeskFault(found.code)
        case NameQuery():
            raise DeskFault(Trouble.INPUT_NOT_JSON if entry.raw else Trouble.SCAN_DAMAGED)
        case PassNumber():
            raise _pass_trouble(seen.inside is not None, found.number)
        case IdNumber():
            fields["id_number"] = found.number
        case PhoneNumber():
            fields["phone"] = found.number
            # A phone that a family shares names nobody when another name is given with it.
            if known and not entry.texts.get("name"):
                fields["visitor_id"] = known.visitor_id
        case CardScan() | HealthCardScan():
            fields, recalled = _card_fields(found, fields, is_named=bool(entry.texts.get("name")))
            warnings += [Trouble.WARN_RECALLED] if recalled else []
            if known and Trouble.WARN_NAMESAKE in warnings:
                fields["visitor_id"] = known.visitor_id
    return fields, list(dict.fromkeys(str(code) for code in warnings))


def _pass_trouble(is_out: bool, number: str) -> DeskFault:
    """A pass says who leaves, not who comes."""
    if is_out:
        return DeskFault(Trouble.PASS_IN_USE, pass_number=number)
    return DeskFault(Trouble.VISITOR_UNKNOWN)


def _card_fields(
    card: CardScan | HealthCardScan, known: dict[str, str], *, is_named: bool
) -> tuple[dict[str, str], bool]:
    """The card's own fields, and whether the name had to be recalled: one whose letters were lost is not recorded.

    Raises DeskFault(WARN_NAME_DAMAGED) when nobody knows the name.
    """
    fields = {name: value for name in _CARD_FIELDS if (value := getattr(card, name, ""))}
    if card.name_status == "whole" or is_named:
        return fields, False
    if known:
        return fields | known, True
    if card.name_status == "damaged":
        raise DeskFault(Trouble.WARN_NAME_DAMAGED)
    return fields, False


def _checks(desk: "Desk", entry: Entry) -> tuple[AppCheck, ...]:
    """The states given; every other app the office asks for was not asked about."""
    given = {check.programme for check in entry.checks}
    asked = (programme.code for programme in desk.settings.office().programmes)
    return entry.checks + tuple(AppCheck(code, CheckState.NOT_ASKED) for code in asked if code not in given)


def _told(outcome: CheckInOutcome, warnings: list[str]) -> Shape:
    if isinstance(outcome, CheckedIn):
        line = outcome.visit
        shape: Shape = {
            "ok": True,
            "visit_id": line.visit_id,
            "visitor_id": line.visitor_id,
            "number": line.number,
            "entered_at": moment(line.entered_at),
        }
        shape |= {"left_at": moment(line.left_at)} if line.left_at else {}
        every = list(dict.fromkeys([*warnings, *(str(problem.code) for problem in outcome.warnings)]))
        return shape | ({"warnings": every} if every else {})
    if isinstance(outcome, AlreadyInside):
        since = since_text(outcome.visit.entered_at, SystemClock().now())
        facts = {"name": outcome.visit.name, "time": since}
        return refusal(Trouble.ALREADY_INSIDE, sentence(Trouble.ALREADY_INSIDE, facts))
    first = outcome.problems[0]
    return refusal(first.code, problem_sentence(first))
