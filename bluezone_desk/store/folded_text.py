"""Words looked for in a row's texts, marks or not: the function `says` of the book's SQL."""

from functools import lru_cache

from bluezone_desk.domain.names import fold


def says(wanted: str, folded: str, *texts: str) -> bool:
    """Whether every word of `wanted` stands somewhere in `folded`, which is so already, or in the texts."""
    told = f"{folded} {_folded(texts)}"
    return all(word in told for word in _words(wanted))


@lru_cache(maxsize=64)
def _words(wanted: str) -> tuple[str, ...]:
    return tuple(fold(wanted).split())


# Hosts, departments and purposes repeat all day long.
@lru_cache(maxsize=8192)
def _folded(texts: tuple[str, ...]) -> str:
    return fold(" ".join(texts))
