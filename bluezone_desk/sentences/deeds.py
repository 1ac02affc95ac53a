"""Sentences of corrections, merged records, groups, passes and the day's end (see `sentences`)."""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import noop

DEED_SENTENCES: dict[Trouble, str | tuple[str, str]] = {
    Trouble.REASON_MISSING: noop("Say why: this is kept in the book with your name."),
    Trouble.APPROVER_MISSING: noop("A second person must approve this. Write down who does."),
    Trouble.MINUTES_INVALID: noop("The minutes must be a whole number from 0 to 1440."),
    Trouble.NOTHING_CHANGED: noop("Nothing differs from what the book says. Nothing was written."),
    Trouble.VISIT_VOIDED: noop("This line is void and no longer changes. Record a new one."),
    Trouble.FIELD_NOT_CORRECTABLE: (
        noop("“{field}” cannot be corrected. Nothing was written."),
        noop("This field cannot be corrected. Nothing was written."),
    ),
    Trouble.FIELD_VALUE_TYPE: (
        noop("“{field}” does not take such a value. Nothing was written."),
        noop("A field does not take such a value. Nothing was written."),
    ),
    Trouble.UNDO_IMPORT: noop(
        "What was recorded last is an import. Take it back as a whole: choose a line of it in the book (F3), press"
        " Ctrl+K, then “Take back the whole import”."
    ),
    Trouble.UNDO_OVERTAKEN: noop("Something has changed since. Correct the line instead of taking it back."),
    Trouble.MERGE_SAME: noop("These are one record already. Choose two different ones."),
    Trouble.MERGE_BOTH_INSIDE: noop("Both records have an open visit. Record one exit first."),
    Trouble.MERGE_STAYS_APART: noop("This record was merged already. Separate it first."),
    Trouble.MERGE_NOT_MERGED: noop("This record is not merged with another one."),
    Trouble.GROUP_EMPTY: noop("The group has nobody in it. Scan or paste its people first."),
    Trouble.GROUP_TOO_LARGE: (
        noop("A group has at most {limit} people. Record the others as another group."),
        noop("The group has too many people. Record some as another group."),
    ),
    Trouble.PERSON_TWICE: noop("This person stands in the list twice. Remove one."),
    Trouble.PASS_UNKNOWN: (
        noop("The desk has no pass {pass_number}. Check the number."),
        noop("The desk has no such pass. Check the number."),
    ),
    Trouble.PASS_NOT_LOST: (
        noop("Pass {pass_number} is not marked as lost."),
        noop("This pass is not marked as lost."),
    ),
    Trouble.PASS_FOUND_AGAIN: (
        noop("Pass {pass_number} was marked as lost; it is now found again."),
        noop("The pass was marked as lost; it is now found again."),
    ),
    Trouble.RULES_INVALID: (
        noop("“{field}” must lie between {least} and {most}."),
        noop("A rule of the desk lies outside its limits."),
    ),
}
