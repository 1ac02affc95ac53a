"""One line of plain text: what may be kept, printed and exported, and in one Unicode form."""

import unicodedata

#: Below this length even a line made of nothing but combining marks is normalised in microseconds; above it the
#: time grows with the square of the longest stack of marks, so stacks are cut first.
_SHORT = 256
_TALLEST_STACK = 8
_SPACES = frozenset(("Zs", "Zl", "Zp"))
#: Controls, formats (bidi overrides, zero width, soft hyphen) and lone surrogates: unseen, or unstorable.
_DROPPED = frozenset(("Cc", "Cf", "Cs"))
#: Controls that stood between words.
_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")


def nfc(text: str) -> str:
    """NFC in time linear in the length. A stack of more than eight marks on one letter loses the rest."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _cut_stacks(text))


def nfkd(text: str) -> str:
    """NFKD with the same promise as `nfc`."""
    return text if text.isascii() else unicodedata.normalize("NFKD", _cut_stacks(text))


def one_line(text: str) -> str:
    """The text in NFC on one line: no controls, bidi overrides, zero width or surrogates, single spaces.

    Letters, capitals and marks stay as they are; `one_line(one_line(x)) == one_line(x)`.
    """
    if not text.isprintable():
        text = "".join([_kept(char) for char in text])
    return " ".join(nfc(text).split())


def _kept(char: str) -> str:
    if char in _BREAKS:
        return " "
    category = unicodedata.category(char)
    if category in _SPACES:
        return " "
    # U+FFFE, U+FFFF and their like may not stand in XML, which spreadsheets and documents are made of.
    if category in _DROPPED or (category == "Cn" and ord(char) & 0xFFFE == 0xFFFE):
        return ""
    return char


def _cut_stacks(text: str) -> str:
    if len(text) <= _SHORT:
        return text
    kept: list[str] = []
    height = 0
    for char in text:
        height = height + 1 if unicodedata.combining(char) else 0
        if height <= _TALLEST_STACK:
            kept.append(char)
    return "".join(kept)
