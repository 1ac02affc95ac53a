"""Sentences of what can go wrong with papers, their days and their files (see `sentences`)."""

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import noop

PAPER_SENTENCES: dict[Trouble, str | tuple[str, str]] = {
    Trouble.OUTPUT_HELD: (
        noop(
            "{path} is open in another program, which does not let it be replaced."
            " The file is as it was; close it there and save again, or choose another name."
        ),
        noop(
            "The file is open in another program, which does not let it be replaced."
            " It is as it was; close it there and save again, or choose another name."
        ),
    ),
    Trouble.DAYS_TURNED: (
        noop("The first day, {first}, lies after the last, {last}. No paper was made; exchange the two."),
        noop("The first day lies after the last. No paper was made; exchange the two."),
    ),
    Trouble.DAYS_IN_FUTURE: (
        noop("{first} has not come yet: today is {today}. No paper was made; choose days that have begun."),
        noop("These days have not come yet. No paper was made; choose days that have begun."),
    ),
    Trouble.DAYS_TOO_MANY: (
        noop("From {first} to {last} is more than ten years. No paper was made; choose a shorter period."),
        noop("The period is longer than ten years. No paper was made; choose a shorter one."),
    ),
    Trouble.DAYS_PURGED: (
        noop(
            "The book holds nothing from {first} to {last}, and keeps visits for {days} days only."
            " No paper was made, because one that says nobody came would not be true;"
            " look for the papers produced at that time."
        ),
        noop(
            "The book holds nothing of these days any more. No paper was made, because one that says"
            " nobody came would not be true; look for the papers produced at that time."
        ),
    ),
    Trouble.SIGNATORY_MISSING: noop(
        "Nobody is named as signing: the place for the name is left empty on the paper."
    ),
    Trouble.PIN_FORM: (
        noop("A PIN has {fewest} to {most} digits and nothing else. Nothing was changed."),
        noop("A PIN has digits only, neither few nor many. Nothing was changed."),
    ),
    Trouble.PIN_NEEDED: noop("Whole ID and phone numbers ask for the PIN of the head. Nothing was given out."),
    Trouble.PIN_WRONG: noop("This is not the PIN of the head. Check the digits."),
    Trouble.PIN_LOCKED: (
        noop("Too many wrong PINs. Try again in {minutes} min."),
        noop("Too many wrong PINs. Try again in a minute."),
    ),
    Trouble.PAPER_UNKNOWN: (
        noop(
            "{path} is not a paper that this book produced, or was changed since."
            " Compare it with the one that was kept, or produce it again."
        ),
        noop(
            "The file is not a paper that this book produced, or was changed since."
            " Compare it with the one that was kept, or produce it again."
        ),
    ),
    Trouble.PAPER_OUTDATED: (
        noop(
            "{path} is the very paper that was produced on {made}, but the book says something else of its days"
            " since then. Produce the paper again and replace it."
        ),
        noop(
            "The file is the very paper that was produced, but the book says something else of its days"
            " since then. Produce the paper again and replace it."
        ),
    ),
    Trouble.CLOSING_PAPERS_FAILED: (
        noop(
            "The papers of {day} could not be put into {path}. The visits are all in the book;"
            " the program tries again by itself. Check the folder, or make them on the page of reports."
        ),
        noop(
            "The papers of the day could not be put into their folder. The visits are all in the book;"
            " the program tries again by itself. Check the folder, or make them on the page of reports."
        ),
    ),
}
