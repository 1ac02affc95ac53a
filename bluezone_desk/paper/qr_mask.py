"""Which of the eight masks a code wears: the one of least penalty (ISO/IEC 18004), weighed on whole numbers.

All modules of a code are one number, a row after the other with a gap, so that each rule is a few shifts and a
count of bits: a fraction of what walking the modules costs.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

_MASKS = range(8)
#: Dark and light modules of a finder's profile with its four light modules, and the same mirrored.
_PROFILES = ("10111010000", "00001011101")

Rows = Sequence[Sequence[bool | None]]


class _Field(NamedTuple):
    """A code as numbers: `rows` read along the rows, `columns` along the columns."""

    rows: int
    columns: int


def settle_mask(made: Any) -> int:
    """The best mask for a `qrcode.QRCode` with data and version set. Its modules are left with mask 0."""
    made.makeImpl(True, 0)
    first = _field(made.modules)
    penalties = [
        _penalty(_Field(first.rows ^ change.rows, first.columns ^ change.columns), made.modules_count)
        for change in _changes(made.version)
    ]
    return penalties.index(min(penalties))


@lru_cache(maxsize=40)
def _changes(version: int) -> tuple[_Field, ...]:
    """What each mask turns over against mask 0 in a code of this version, whatever its text."""
    import qrcode

    made = qrcode.QRCode(version=version)
    made.add_data("x")
    fields = []
    for mask in _MASKS:
        made.makeImpl(True, mask)
        fields.append(_field(made.modules))
    return tuple(_Field(field.rows ^ fields[0].rows, field.columns ^ fields[0].columns) for field in fields)


def _field(modules: Rows) -> _Field:
    return _Field(_number(modules), _number(list(zip(*modules, strict=True))))


def _number(lines: Rows) -> int:
    """The lines one after the other, each behind one light module of gap."""
    return int("0" + "0".join("".join(["1" if dark else "0" for dark in line]) for line in lines), 2)


@lru_cache(maxsize=40)
def _inside(count: int) -> int:
    """All modules of a code of `count` by `count`, without the gaps."""
    return int(("0" + "1" * count) * count, 2)


def _penalty(field: _Field, count: int) -> int:
    inside = _inside(count)
    lines = sum(_line_penalty(dark, inside) for dark in field)
    return lines + 3 * _squares(field.rows, inside, count) + 10 * _imbalance(field.rows, count)


def _line_penalty(dark: int, inside: int) -> int:
    """Runs of five and more of one colour, and what looks like a finder."""
    light = inside & ~dark
    same = (dark & dark >> 1) | (light & light >> 1)
    fives = same & same >> 1 & same >> 2 & same >> 3
    runs = fives & ~(fives >> 1)
    finders = sum(_matches(dark, light, profile) for profile in _PROFILES)
    return fives.bit_count() + 2 * runs.bit_count() + 40 * finders


def _matches(dark: int, light: int, profile: str) -> int:
    left = -1
    for place, wanted in enumerate(profile):
        left &= (dark if wanted == "1" else light) >> place
    return left.bit_count()


def _squares(dark: int, inside: int, count: int) -> int:
    """Blocks of two by two of one colour."""
    light = inside & ~dark
    pairs_dark, pairs_light = dark & dark >> 1, light & light >> 1
    below = count + 1
    return (pairs_dark & pairs_dark >> below).bit_count() + (pairs_light & pairs_light >> below).bit_count()


def _imbalance(dark: int, count: int) -> int:
    """Whole steps of five per cent away from half dark."""
    return int(abs(dark.bit_count() * 100 / count**2 - 50) / 5)
