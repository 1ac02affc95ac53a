"""How long a short message is: GSM-7 or UCS-2, units and parts; and the same text without Vietnamese marks.

Rules: 3GPP TS 23.038 (alphabets) and 23.040 (parts). Of Vietnamese vowels GSM-7 has only à è é ì ò ù.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_GSM7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: Sent as an escape and a letter: two units, never torn apart between parts.
_GSM7_EXTENSION = frozenset("^{}\\[~]|€\f")


class Encoding(StrEnum):
    """The alphabet a message is sent in."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"

    @property
    def single(self) -> int:
        """Most units of a message in one part."""
        return 160 if self is Encoding.GSM7 else 70

    @property
    def joined(self) -> int:
        """Most units of each part of a longer message."""
        return 153 if self is Encoding.GSM7 else 67


@dataclass(frozen=True, slots=True)
class MessageLength:
    """`units` are GSM-7 septets or UTF-16 code units; `letters` are what people count."""

    encoding: Encoding
    letters: int
    units: int
    parts: int
    #: The first letter that keeps the text out of GSM-7, "" when none does.
    odd_letter: str = ""


def message_length(text: str) -> MessageLength:
    """The length of `text` as a phone counts it; an empty text has no part."""
    text = unicodedata.normalize("NFC", text)
    odd = next((char for char in text if char not in _GSM7 and char not in _GSM7_EXTENSION), "")
    encoding = Encoding.UCS2 if odd else Encoding.GSM7
    costs = [_cost(char, encoding) for char in text]
    return MessageLength(encoding, len(text), sum(costs), _parts(costs, encoding), odd)


def _cost(char: str, encoding: Encoding) -> int:
    if encoding is Encoding.GSM7:
        return 2 if char in _GSM7_EXTENSION else 1
    return 2 if ord(char) > 0xFFFF else 1


def _parts(costs: list[int], encoding: Encoding) -> int:
    """A letter of two units that would be torn apart moves to the next part whole."""
    if sum(costs) <= encoding.single:
        return 1 if costs else 0
    parts, used = 1, 0
    for cost in costs:
        if used + cost > encoding.joined:
            parts, used = parts + 1, 0
        used += cost
    return parts


_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}
)


def without_marks(text: str) -> str:
    """The text as it is usually sent by SMS in Viet Nam: no marks, đ as d, plain quotation marks and dashes."""
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN).replace("\u00a0", " "))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
