"""One field for whom and where: which part of what was typed is a person, which a unit."""

from collections.abc import Sequence

from bluezone_desk.domain.names import fold

#: How units of an office begin in Vietnamese, folded.
_UNITS = (
    "phong",
    "van phong",
    "ban",
    "bo phan",
    "mot cua",
    "so",
    "trung tam",
    "chi cuc",
    "cuc",
    "thanh tra",
    "to",
    "khoa",
    "hoi truong",
    "hoi dong",
    "vu",
    "kho",
)


def host_and_department(text: str, departments: Sequence[str]) -> tuple[str, str]:
    """(host, department) of "Ông Bảo, Phòng CNTT", "Phòng CNTT" or "Ông Bảo".

    A unit is what was one before, or begins like one; anything else is a person. `P. CNTT` counts as a unit.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    known = {fold(name) for name in departments}
    if fold(text) in known:
        return "", text.strip()
    if len(parts) > 1 and not _is_unit(parts[0], known) and _is_unit(parts[-1], known):
        return ", ".join(parts[:-1]), parts[-1]
    return ("", text.strip()) if parts and _is_unit(parts[0], known) else (text.strip(), "")


def _is_unit(text: str, known: set[str]) -> bool:
    key = fold(text)
    begins = any(key == unit or key.startswith(unit + " ") for unit in _UNITS)
    return key in known or begins or text.lower().startswith("p.")
