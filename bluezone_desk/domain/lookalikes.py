"""Hosts made to be mistaken for another: swapped letters, near misses, the true name inside a longer one."""

from collections.abc import Iterable

_LOOKS_LIKE = str.maketrans("0134578i", "oleastbl", "-")
_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"))
#: Slips of the hand or eye that still pass for the true name.
_NEAR = 2
#: Words that name the programme, and so may not stand in a foreign host.
_OWN_WORDS = ("bluezone", "bluzone", "bluezon")


def resembles(host: str, trusted: Iterable[str]) -> bool:
    """True when `host`, not itself trusted, can be taken for one of `trusted` by a person in a hurry."""
    shape = _shape(host)
    if any(_shape(word) in shape.replace(".", "") for word in _OWN_WORDS):
        return True
    return any(_is_near(shape, _shape(name)) for name in trusted)


def _shape(host: str) -> str:
    shape = host.lower().translate(_LOOKS_LIKE)
    for pair, letter in _SHAPES:
        shape = shape.replace(pair, letter)
    return shape


def _is_near(shape: str, name: str) -> bool:
    if name in shape:
        return True
    if abs(len(shape) - len(name)) > _NEAR:
        return False
    return _distance(shape, name) <= _NEAR


def _distance(a: str, b: str) -> int:
    """Insertions, deletions and replacements that turn one into the other."""
    previous = list(range(len(b) + 1))
    for row, left in enumerate(a, 1):
        current = [row]
        for column, right in enumerate(b, 1):
            replaced = previous[column - 1] + (left != right)
            current.append(min(previous[column] + 1, current[-1] + 1, replaced))
        previous = current
    return previous[-1]
