"""Numbers as Vietnamese read them: dot for thousands, comma for decimals."""

from decimal import Decimal

#: What stands where there is no number to show.
NO_NUMBER = "—"


def number_text(number: int) -> str:
    """ "1.204.318"."""
    return f"{number:,}".replace(",", ".")


def decimal_text(number: Decimal) -> str:
    """ "1.204,5": no more decimals than are needed, so 60.0 is "60"."""
    whole, _, decimals = f"{number:,f}".partition(".")
    decimals = decimals.rstrip("0")
    whole = whole.replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


def percent_text(percent: Decimal | None) -> str:
    """ "87,5%", "60%"; "—" when there is nothing to take a share of."""
    return NO_NUMBER if percent is None else f"{decimal_text(percent)}%"
