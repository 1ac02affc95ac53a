"""The desk's rules as a text the book can keep, and back."""

import json
from datetime import time

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.desk_rules import DeskRules
from bluezone_desk.domain.visits import Problem
from bluezone_desk.store import preferences
from bluezone_desk.store.connections import View

RULES_KEY = "desk_rules"
_LIMITS = {"overdue_hours": (1, 24), "pass_count": (0, 9999)}


def rules_in(connection: View) -> DeskRules:
    """The rules that this view of the book knows; the defaults before the first setting."""
    text = preferences.value_of(connection, RULES_KEY)
    if not text:
        return DeskRules()
    told = json.loads(text)
    known = {name: told[name] for name in _LIMITS if name in told}
    if "closing_time" in told:
        known["closing_time"] = time.fromisoformat(told["closing_time"])
    return DeskRules(**known)


def rules_to_json(rules: DeskRules) -> str:
    """Canonical JSON of the rules."""
    record = {name: getattr(rules, name) for name in _LIMITS}
    return json.dumps({**record, "closing_time": f"{rules.closing_time:%H:%M}"}, sort_keys=True)


def rules_problems(rules: DeskRules) -> tuple[Problem, ...]:
    """Rules outside their limits."""
    return tuple(
        Problem(Trouble.RULES_INVALID, name, {"least": str(least), "most": str(most)})
        for name, (least, most) in _LIMITS.items()
        if not least <= getattr(rules, name) <= most
    )
