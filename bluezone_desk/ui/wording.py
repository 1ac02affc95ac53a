"""The words the screen has for the domain's values."""

import re

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.exit_rules import ExitRule
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.programme import CheckState, GateAdvice
from bluezone_desk.domain.visits import Person, Problem, VisitLine
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import fault_sentence, problem_sentence

#: Title and small line of each choice card; the same titles name the states in lists.
_STATES = {
    CheckState.RUNNING: (noop("Running"), noop("seen on the screen")),
    CheckState.REACTIVATED: (noop("Switched on again here"), noop("installed, was off")),
    CheckState.INSTALLED_HERE: (noop("Installed here"), noop("the desk helped")),
    CheckState.NOT_INSTALLED: (noop("Not installed, later"), noop("note the reason")),
    CheckState.UNSUPPORTED: (noop("No suitable phone"), noop("not in the share")),
    CheckState.DECLINED: (noop("Declines"), noop("tell who is in charge")),
    CheckState.NOT_ASKED: (noop("Not asked yet"), ""),
}
_SHORT = {
    CheckState.RUNNING: noop("Running"),
    CheckState.REACTIVATED: noop("Switched on"),
    CheckState.INSTALLED_HERE: noop("Installed here"),
    CheckState.NOT_INSTALLED: noop("Not installed"),
    CheckState.UNSUPPORTED: noop("No such phone"),
    CheckState.DECLINED: noop("Declined"),
    CheckState.NOT_ASKED: noop("Not asked"),
}
_TONES = {
    CheckState.RUNNING: "good",
    CheckState.REACTIVATED: "warn",
    CheckState.INSTALLED_HERE: "warn",
    CheckState.NOT_INSTALLED: "bad",
    CheckState.DECLINED: "bad",
}
_SAYINGS = {
    CheckState.NOT_ASKED: noop("“Please open {app} and show the home screen.”"),
    CheckState.RUNNING: noop("“{app} is on. Thank you.”"),
    CheckState.REACTIVATED: noop("“{app} and Bluetooth are on again. Thank you.”"),
    CheckState.INSTALLED_HERE: noop("“{app} is installed and on. Thank you.”"),
    CheckState.NOT_INSTALLED: noop("“{app} is not installed. Please scan the code; it takes about two minutes.”"),
    CheckState.UNSUPPORTED: noop("No phone that can run it: recorded with the ID card."),
    CheckState.DECLINED: noop("The visitor declines: record it and tell the person in charge."),
}
#: A few words beside a field's label; the whole sentence is in the strip and the tool tip.
_AT_FIELD = {
    Trouble.NAME_MISSING: noop("is missing"),
    Trouble.NAME_TOO_LONG: noop("too long"),
    Trouble.FIELD_TOO_LONG: noop("too long"),
    Trouble.ID_NUMBER_INVALID: noop("9 or 12 digits"),
    Trouble.PHONE_INVALID: noop("not a phone number"),
    Trouble.PARTY_INVALID: noop("not a number"),
    Trouble.PASS_IN_USE: noop("in use"),
    Trouble.WARN_PROVINCE: noop("unknown province"),
    Trouble.WARN_YEAR: noop("birth year differs"),
    Trouble.WARN_SEX: noop("sex differs"),
    Trouble.WARN_BIRTH_DATE: noop("birth date doubtful"),
    Trouble.WARN_ISSUE_DATE: noop("issue date doubtful"),
    Trouble.WARN_CARD_LAYOUT: noop("unusual card"),
    Trouble.WARN_REPAIRED: noop("repaired, compare"),
    Trouble.WARN_INPUT_METHOD: noop("input method changed letters"),
    Trouble.WARN_GLUED: noop("two scans at once"),
    Trouble.WARN_NAME_DAMAGED: noop("letters lost"),
    Trouble.WARN_NAME_UNMARKED: noop("no marks"),
    Trouble.WARN_RECALLED: noop("from an earlier visit"),
    Trouble.WARN_NAMESAKE: noop("by name and birth date"),
}
_RULES = {
    ExitRule.DAY_CLOSED: noop("the day was closed"),
    ExitRule.CLOCK_WENT_BACK: noop("the clock was put back, so the hour of entry was taken"),
    ExitRule.LONG_STAY: noop("recorded more than a day after the entry"),
    ExitRule.IMPORT_DAY_END: noop("the imported book does not tell it, so the end of the day was taken"),
}
_ADVICE = {
    GateAdvice.LET_IN: (noop("May go in"), "good"),
    GateAdvice.GUIDE_THEN_LET_IN: (noop("Guide, then let in"), "warn"),
    GateAdvice.ASK_HEAD: (noop("Ask the head to decide"), "warn"),
    GateAdvice.NOT_MET: (noop("Office rule not met"), "bad"),
    GateAdvice.ASK_FIRST: (noop("Ask about the app"), "accent"),
}


def state_title(state: CheckState) -> str:
    """The state as the choice card says it."""
    return _(_STATES[state][0])


def state_hint(state: CheckState) -> str:
    """The small line under the title of a choice card."""
    return _(_STATES[state][1]) if _STATES[state][1] else ""


def state_short(state: CheckState) -> str:
    """The state in a pill or a table's cell."""
    return _(_SHORT[state])


def state_tone(state: CheckState) -> str:
    """The tone that goes with the state's word, never without it."""
    return _TONES.get(state, "calm")


def saying(state: CheckState, programme: str) -> str:
    """What to say to the visitor, or what the desk does, at this state of the programme."""
    return _(_SAYINGS[state]).format(app=programme)


def field_words(problem: Problem) -> str:
    """The problem in the few words there is room for beside a field's label; the sentence where there are none."""
    words = _AT_FIELD.get(problem.code)
    return _(words) if words else problem_sentence(problem)


def advice_text(advice: GateAdvice) -> str:
    """The gate's advice in a few words."""
    return _(_ADVICE[advice][0])


def advice_tone(advice: GateAdvice) -> str:
    """The tone that goes with the advice's words."""
    return _ADVICE[advice][1]


def fault_words(fault: DeskFault) -> tuple[str, str]:
    """What happened, and what is safe and to be done: the first sentence of a fault, and the rest."""
    first, *rest = re.split(r"(?<=[.!?])\s+", fault_sentence(fault), maxsplit=1)
    return first, "".join(rest)


def rule_text(line: VisitLine) -> str:
    """Why the exit's time is an estimate, "" when it was seen; a rule that is not known here as it is kept."""
    known = line.left_rule in _RULES
    words = _(_RULES[ExitRule(line.left_rule)]) if known else line.left_rule
    return _("Exit estimated: {rule}").format(rule=words) if words else ""


def host_text(line: VisitLine) -> str:
    """Whom and which department, as one text."""
    return ", ".join(part for part in (line.host, line.department) if part)


def last_host_text(person: Person) -> str:
    """Whom and which department this person came to see last."""
    return ", ".join(part for part in (person.last_host, person.last_department) if part)


def pass_text(number: str) -> str:
    """A visitor pass in a list: "pass 014"; nothing when none was given."""
    return _("pass {number}").format(number=number) if number else ""


def party_name(line: VisitLine) -> str:
    """The visitor's name, with the companions: "Hoàng Anh Tuấn +2"."""
    return f"{line.name} +{line.party}" if line.party else line.name
