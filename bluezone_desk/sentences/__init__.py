"""One whole sentence for each `Trouble`, in the language in use.

A refusal says what is wrong and what to type instead; a fault says what happened, what is safe and what to do
next. Where a sentence names facts (a path, a limit), a second one stands beside it for when they are not known.
"""

import string
from collections.abc import Mapping

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import Problem
from bluezone_desk.i18n import gettext, noop
from bluezone_desk.sentences.deeds import DEED_SENTENCES
from bluezone_desk.sentences.faults import FAULT_SENTENCES
from bluezone_desk.sentences.imports import IMPORT_SENTENCES
from bluezone_desk.sentences.papers import PAPER_SENTENCES
from bluezone_desk.sentences.posters import POSTER_SENTENCES

#: The sentence, or the sentence with facts and the one without. Others have tables of their own.
_SENTENCES: dict[Trouble, str | tuple[str, str]] = {
    # Refusals of a check-in
    Trouble.NAME_MISSING: noop("The visitor's name is missing. Type it or scan the card."),
    Trouble.NAME_TOO_LONG: (
        noop("The name is longer than {limit} characters. Shorten it."),
        noop("The name is too long. Shorten it."),
    ),
    Trouble.FIELD_TOO_LONG: (
        noop("“{field}” is longer than {limit} characters. Shorten it."),
        noop("A field is too long. Shorten it."),
    ),
    Trouble.ID_NUMBER_INVALID: noop(
        "The ID number must have 12 digits, or 9 on an old card. Check it on the card."
    ),
    Trouble.PHONE_INVALID: noop("This is not a Vietnamese phone number. Check the digits or leave it empty."),
    Trouble.PARTY_INVALID: (
        noop("The number of companions must be a whole number from 0 to {limit}."),
        noop("The number of companions must be a whole number, not below 0."),
    ),
    Trouble.PROGRAMME_UNKNOWN: (
        noop("The office does not ask for the app “{programme}”. Choose one from the settings."),
        noop("The office does not ask for this app. Choose one from the settings."),
    ),
    Trouble.STATE_UNKNOWN: (
        noop("“{state}” is not an app state. Use one of: {allowed}."),
        noop("This is not an app state the desk knows."),
    ),
    Trouble.ALREADY_INSIDE: (
        noop("{name} is already inside since {time}. Record the exit first."),
        noop("This visitor is already inside. Record the exit first."),
    ),
    Trouble.PASS_IN_USE: (
        noop("Pass {pass_number} is with another visitor inside. Give another pass."),
        noop("This pass is with another visitor inside. Give another pass."),
    ),
    Trouble.VISITOR_UNKNOWN: noop("The book does not know this visitor. Search again or type the name."),
    Trouble.TIME_IN_FUTURE: noop(
        "The time lies in the future. Check the date, the hour and the computer's clock."
    ),
    Trouble.TIME_WITHOUT_REASON: noop("A line entered later needs a reason, for example the paper book's page."),
    Trouble.GATE_NOT_MET: noop(
        "The office lets visitors in only when the app runs. Guide the visitor, then check again."
    ),
    Trouble.HEAD_DECISION_MISSING: noop(
        "The app does not run: the head decides. Write down who decided and what."
    ),
    Trouble.CLOCK_WENT_BACK: (
        noop(
            "The computer's clock says {now}, earlier than the book's last line at {last}. Nothing was recorded."
            " Set the clock right; if it is right, record with a reason."
        ),
        noop(
            "The computer's clock is earlier than the book's last line. Nothing was recorded."
            " Set the clock right; if it is right, record with a reason."
        ),
    ),
    # Refusals of a check-out
    Trouble.NOT_INSIDE: noop("Nobody inside answers to this visit, pass or number. Nothing was recorded."),
    Trouble.EXIT_BEFORE_ENTRY: (
        noop("The exit cannot be earlier than the entry at {time}. Check the hour."),
        noop("The exit cannot be earlier than the entry. Check the hour."),
    ),
    Trouble.VISIT_UNKNOWN: noop("The book has no such visit. Choose the visitor from the list of those inside."),
    Trouble.VISIT_NOT_NAMED: noop("Say who is leaving: exactly one of visit, pass, card or ID number."),
    # Undo
    Trouble.UNDO_TOO_LATE: (
        noop("Only the last {limit} minutes can be undone. Correct the line in the book instead."),
        noop("It is too late to undo this. Correct the line in the book instead."),
    ),
    Trouble.UNDO_NOTHING: noop("There is nothing to undo."),
    # What a scanner sent
    Trouble.SCAN_EMPTY: noop("Nothing was read. Scan again or type the name."),
    Trouble.SCAN_HEADLESS: noop("The beginning of the card is missing. Scan the card again."),
    Trouble.SCAN_DAMAGED: noop("The scan is damaged and cannot be read safely. Scan again or type the details."),
    Trouble.SCAN_TOO_LONG: noop("This is far too long for a card or a name. It was not read."),
    Trouble.SCAN_IS_URL: noop("This code is a web address, not the code of an ID card. It was not opened."),
    Trouble.SCAN_IS_PAYMENT: noop("This is a payment code, not the code of an ID card."),
    Trouble.SCAN_IS_VACCINE: noop("This is a vaccination certificate, not the code of an ID card."),
    Trouble.SCAN_IS_OTHER_CODE: noop("This code is not the code of an ID card. Scan the code on the card."),
    # Warnings on a card: never a block
    Trouble.WARN_PROVINCE: noop("The first three digits name no known province or country. Check the number."),
    Trouble.WARN_YEAR: noop(
        "The ID number and the birth year do not agree. Check the card; it can still be recorded."
    ),
    Trouble.WARN_SEX: noop("The ID number and the sex do not agree. Check the card; it can still be recorded."),
    Trouble.WARN_BIRTH_DATE: noop("The birth date on the card is not a possible date. Check the card."),
    Trouble.WARN_ISSUE_DATE: noop("The issue date on the card is not a possible date. Check the card."),
    Trouble.WARN_CARD_LAYOUT: noop(
        "The layout of the code does not fit the card's date of issue. Check the card."
    ),
    Trouble.WARN_NAME_DAMAGED: noop("The scanned name lost its marks. Correct it from the card."),
    Trouble.WARN_NAME_UNMARKED: noop("The scanned name has no marks. Compare it with the card."),
    Trouble.WARN_REPAIRED: noop("The scan was damaged and has been repaired. Compare it with the card."),
    Trouble.WARN_INPUT_METHOD: noop("A Vietnamese input method may be on. Switch it to English and scan again."),
    Trouble.WARN_GLUED: noop("Two scans came as one and were separated."),
    Trouble.WARN_RECALLED: noop(
        "The name was taken from an earlier visit with the same number. Compare it with the card."
    ),
    Trouble.WARN_NAMESAKE: noop(
        "The card has no personal number: the visitor is known by name and birth date. If it is somebody else,"
        " press Esc and type the name."
    ),
    # Input of the command line
    Trouble.INPUT_NOT_JSON: noop("The line is not one JSON object. Nothing of it was recorded."),
    Trouble.INPUT_FIELD_UNKNOWN: (
        noop("“{field}” is not a known key. Nothing of the line was recorded."),
        noop("The line has an unknown key. Nothing of it was recorded."),
    ),
    Trouble.INPUT_FIELD_TYPE: (
        noop("“{field}” must be {expected}. Nothing of the line was recorded."),
        noop("A value has the wrong type. Nothing of the line was recorded."),
    ),
    Trouble.INPUT_DATE: (
        noop("“{text}” is not a date this program reads. Write it as {example}."),
        noop("This is not a date this program reads. Write it as 2020-08-05, a time with its offset."),
    ),
    Trouble.INPUT_FILE: (
        noop("The file {path} cannot be read. Nothing was recorded; check its name and your rights."),
        noop("The input cannot be read. Nothing was recorded; check the file's name and your rights."),
    ),
    Trouble.STDOUT_FAILED: noop(
        "The results could not be written out. What was confirmed before is recorded;"
        " free some space and run again."
    ),
}

_FIELDS: dict[str, str] = {
    "name": noop("Full name"),
    "id_number": noop("ID number"),
    "phone": noop("Phone"),
    "organisation": noop("Organisation"),
    "address": noop("Address"),
    "host": noop("Person or unit visited"),
    "department": noop("Department"),
    "purpose": noop("Purpose"),
    "plate": noop("Number plate"),
    "pass_number": noop("Visitor pass"),
    "party": noop("Companions"),
    "reason": noop("Reason"),
    "note": noop("Note"),
    "birth_date": noop("Date of birth"),
    "sex": noop("Sex"),
    "head_decision": noop("Head's decision"),
    "decided_by": noop("Who decided"),
}


def sentence(code: Trouble, facts: Mapping[str, object] | None = None) -> str:
    """The sentence of a code; facts it does not name are left out, and missing ones change its wording."""
    tables = (_SENTENCES, DEED_SENTENCES, IMPORT_SENTENCES, PAPER_SENTENCES, POSTER_SENTENCES, FAULT_SENTENCES)
    texts = next(table[code] for table in tables if code in table)
    if isinstance(texts, str):
        return gettext(texts)
    known = {key: str(value) for key, value in (facts or {}).items() if str(value)}
    full, plain = texts
    wanted = {name for _, name, _, _ in string.Formatter().parse(full) if name}
    return gettext(full).format(**known) if wanted <= known.keys() else gettext(plain)


def problem_sentence(problem: Problem) -> str:
    """The sentence of one problem, naming its field as people read it."""
    label = _FIELDS.get(problem.field)
    return sentence(problem.code, {**problem.facts, "field": gettext(label) if label else problem.field})


def fault_sentence(fault: DeskFault) -> str:
    """The sentence of known trouble met at the edge of a room."""
    return sentence(fault.code, fault.facts)
