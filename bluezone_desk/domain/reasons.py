"""Why a programme did not run, as stated at the desk, with alike wordings counted together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bluezone_desk.domain.names import fold
from bluezone_desk.domain.programme import CheckState, Programme
from bluezone_desk.domain.visits import VisitLine

#: Programme code, state, and the reason as it was written.
ReasonKey = tuple[str, CheckState, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """One stated reason, in its commonest spelling; `text` is "" where none was stated."""

    text: str
    count: int


def stated_reasons(lines: Iterable[VisitLine], programmes: Iterable[Programme]) -> Counter[ReasonKey]:
    """One for each visit and programme that did not run, so that the counts are the states' counts."""
    codes = [programme.code for programme in programmes]
    found: Counter[ReasonKey] = Counter()
    for line in lines:
        if line.voided:
            continue
        stated = {check.programme: check for check in line.checks}
        for code in codes:
            check = stated.get(code)
            state = check.state if check else CheckState.NOT_ASKED
            if not state.passes:
                found[code, state, check.reason.strip() if check else ""] += 1
    return found


def grouped(stated: Mapping[ReasonKey, int], programme: str, state: CheckState) -> tuple[Reason, ...]:
    """Reasons for that state, commonest first; spellings alike but for marks, capitals and full stops are one."""
    alike: dict[str, Counter[str]] = {}
    for (code, seen, text), count in stated.items():
        if code == programme and seen is state:
            alike.setdefault(fold(text).strip(" .;,"), Counter())[text] += count
    found = [Reason(min(c, key=lambda text: (-c[text], text)), c.total()) for c in alike.values()]
    return tuple(sorted(found, key=lambda reason: (-reason.count, reason.text)))
