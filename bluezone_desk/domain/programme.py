"""Check programmes (Bluezone, NCOVI, whatever a directive asks for next) and what the desk saw of them."""

from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """What the receptionist saw of one programme on one visitor's phone."""

    RUNNING = "running"
    REACTIVATED = "reactivated"
    INSTALLED_HERE = "installed_here"
    NOT_INSTALLED = "not_installed"
    UNSUPPORTED = "unsupported"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"

    @property
    def passes(self) -> bool:
        """The programme runs now."""
        return self in _PASSING

    @property
    def helped(self) -> bool:
        """It runs because the desk helped."""
        return self in _HELPED

    @property
    def can_run(self) -> bool:
        """Counts in the denominator: a phone that could run it, or one nobody asked about.

        "Not asked" stays in, so that a share can never be raised by not asking.
        """
        return self is not CheckState.UNSUPPORTED


_HELPED = frozenset({CheckState.REACTIVATED, CheckState.INSTALLED_HERE})
_PASSING = _HELPED | {CheckState.RUNNING}

#: The order of the desk's number keys 1 to 6.
KEYED_STATES = (
    CheckState.RUNNING,
    CheckState.REACTIVATED,
    CheckState.INSTALLED_HERE,
    CheckState.NOT_INSTALLED,
    CheckState.UNSUPPORTED,
    CheckState.DECLINED,
)


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme the office asks for. `code` is stable ("bluezone"), `name` is what people read."""

    code: str
    name: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class AppCheck:
    """One programme's state on one visitor's phone at one visit."""

    programme: str
    state: CheckState
    reason: str = ""


class GatePolicy(StrEnum):
    """What the office does when a programme does not run. No directive bars entry (domain notes, section 8)."""

    RECORD = "record"
    REMIND = "remind"
    REQUIRE = "require"
    HEAD_DECIDES = "head_decides"


class GateAdvice(StrEnum):
    """What the gate says of one visitor, given the checks and the office's policy."""

    LET_IN = "let_in"
    GUIDE_THEN_LET_IN = "guide_then_let_in"
    ASK_HEAD = "ask_head"
    NOT_MET = "not_met"
    ASK_FIRST = "ask_first"


def advise(policy: GatePolicy, checks: tuple[AppCheck, ...], asked: tuple[str, ...]) -> GateAdvice:
    """The gate's advice; `asked` are the codes of the programmes the office asks for.

    A phone that cannot run the programme is never held against its owner.
    """
    states = {check.programme: check.state for check in checks}
    seen = [states.get(code, CheckState.NOT_ASKED) for code in asked]
    missing = [s for s in seen if s.can_run and not s.passes]
    if not missing or policy is GatePolicy.RECORD:
        return GateAdvice.LET_IN
    if CheckState.NOT_ASKED in missing:
        return GateAdvice.ASK_FIRST
    if policy is GatePolicy.REMIND:
        return GateAdvice.GUIDE_THEN_LET_IN
    return GateAdvice.ASK_HEAD if policy is GatePolicy.HEAD_DECIDES else GateAdvice.NOT_MET
