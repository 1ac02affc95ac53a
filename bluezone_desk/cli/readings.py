"""What one scan was, as JSON."""

import dataclasses
from typing import Any

from bluezone_desk.cli.shapes import Shape, refusal
from bluezone_desk.domain.card import CardScan
from bluezone_desk.domain.health_card import HealthCardScan
from bluezone_desk.domain.identify import (
    Damaged,
    Identified,
    IdNumber,
    NameQuery,
    PassNumber,
    PhoneNumber,
)
from bluezone_desk.sentences import sentence


def reading(found: Identified) -> Shape:
    """{"ok":true,"kind","fields","warnings"}, or the refusal when nothing safe was read."""
    if isinstance(found, Damaged):
        return refusal(found.code, sentence(found.code))
    kind, fields = _kind_and_fields(found)
    warnings = [str(code) for code in getattr(found, "warnings", ())]
    return {"ok": True, "kind": kind, "fields": fields, "warnings": warnings}


def _kind_and_fields(found: Identified) -> tuple[str, dict[str, Any]]:
    match found:
        case CardScan():
            return "card", _fields(found)
        case HealthCardScan():
            return "health_card", _fields(found)
        case IdNumber():
            return "id_number", {"id_number": found.number}
        case PhoneNumber():
            return "phone", {"phone": found.number, "old_form": found.old_form}
        case PassNumber():
            return "pass", {"pass_number": found.number}
        case NameQuery():
            return "name", {"name": found.text}
        case Damaged():
            raise AssertionError("a damaged scan has no fields")


def _fields(scan: CardScan | HealthCardScan) -> dict[str, Any]:
    return {f.name: getattr(scan, f.name) for f in dataclasses.fields(scan) if f.name != "warnings"}
