"""The office as a text the book can keep, and back."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Directive, Office, Signatory
from bluezone_desk.domain.programme import GatePolicy, Programme


def office_to_json(office: Office) -> str:
    """Canonical JSON of the office."""
    directive = office.directive
    record = {
        **{name: getattr(office, name) for name in _PLAIN},
        "recipients": list(office.recipients),
        "gate": office.gate.value,
        "gates": {code: policy.value for code, policy in office.gates.items()},
        "signatory": {name: getattr(office.signatory, name) for name in Signatory.__slots__},
        "directive": directive_to_record(directive),
    }
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


_PLAIN = (
    "name",
    "parent",
    "symbol",
    "place",
    "addressee",
    "archive",
    "desk_name",
    "receptionist",
    "contact",
    "retention_days",
)


def directive_to_record(directive: Directive) -> dict[str, Any]:
    return {
        "code": directive.code,
        "kind": directive.kind,
        "number": directive.number,
        "issued_on": directive.issued_on.isoformat() if directive.issued_on else "",
        "issuer": directive.issuer,
        "subject": directive.subject,
        "programmes": [{"code": p.code, "name": p.name, "link": p.link} for p in directive.programmes],
        "target_percent": directive.target_percent,
        "deadline": directive.deadline.isoformat() if directive.deadline else "",
        "note": directive.note,
    }


def directive_from_record(record: Mapping[str, Any]) -> Directive:
    """The directive of a record. Raises KeyError, TypeError or ValueError when it is not one."""
    texts = {name: str(record.get(name, "")) for name in ("kind", "number", "issuer", "subject", "note")}
    return Directive(
        code=str(record["code"]),
        issued_on=_day(record.get("issued_on", "")),
        programmes=tuple(Programme(str(p["code"]), str(p["name"]), str(p["link"])) for p in record["programmes"]),
        target_percent=int(record.get("target_percent", 0)),
        deadline=_day(record.get("deadline", "")),
        **texts,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=8)
def office_from_json(text: str) -> Office:
    """The office of a text that `office_to_json` made, now or in an earlier version: what is absent is default."""
    record = json.loads(text)
    told = {name: record[name] for name in _PLAIN if name in record}
    if "recipients" in record:
        told["recipients"] = tuple(record["recipients"])
    if "gate" in record:
        told["gate"] = GatePolicy(record["gate"])
    if "gates" in record:
        told["gates"] = {code: GatePolicy(policy) for code, policy in record["gates"].items()}
    if "signatory" in record:
        told["signatory"] = Signatory(**record["signatory"])
    if "directive" in record:
        told["directive"] = directive_from_record(record["directive"])
    return Office(**told)


def tidied(office: Office) -> Office:
    """The office with every text on one line and composed, as it will be printed and searched."""
    texts: dict[str, Any] = {
        name: clean_name(value) for name in _PLAIN if isinstance(value := getattr(office, name), str)
    }
    signatory = office.signatory
    signed = {name: clean_name(getattr(signatory, name)) for name in Signatory.__slots__}
    recipients = tuple(filter(None, map(clean_name, office.recipients)))
    return dataclasses.replace(office, **texts, signatory=Signatory(**signed), recipients=recipients)
