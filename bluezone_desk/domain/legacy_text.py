"""Vietnamese written before Unicode: recognised by what it would say, and turned into Unicode only when asked.

Such text looks like Windows-1252 (`NguyÔn V¨n §øc`, `Nguyeãn Vaên Ñöùc`) because the font drew the letters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bluezone_desk.domain.plain_text import nfc
from bluezone_desk.domain.syllables import WORD, is_syllable

#: Words looked at before the encoding is guessed; more change nothing.
_MOST_WORDS = 5_000
#: So many of the marked words must read as Vietnamese after conversion.
_ENOUGH_PERCENT = 75
#: And so many more than before: "Thò" and "Vãn" are words too, whatever they were meant to be.
_GAIN_PERCENT = 30
_MOST_SAMPLES = 3


class Legacy(StrEnum):
    """The encodings met in Excel files."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    CP1258 = "cp1258"


@dataclass(frozen=True, slots=True)
class LegacyGuess:
    """What speaks for an encoding: of `words` marked words, `readable` are Vietnamese once converted.

    `samples` are texts before and after. Nothing is converted by guessing.
    """

    encoding: Legacy
    readable: int
    words: int
    samples: tuple[tuple[str, str], ...]


_VOWELS = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ"


def _tcvn3_bytes() -> dict[int, str]:
    toned = (
        "B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì"
        " D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử"
        " F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ"
    )
    return {int(pair[:2], 16): pair[2] for pair in toned.split(" ")}


_TCVN3 = {ord(bytes([code]).decode("cp1252")): letter for code, letter in _tcvn3_bytes().items()}
#: In TCVN3 these have capital codes of their own; toned vowels have none, the font `.VnTimeH` draws them.
_CASED = frozenset("ĂÂÊÔƠƯĐăâêôơưđ")

_VNI_TONES = "øûõùï"
_VNI_PAIRS: dict[str, str] = {}
for _row, _marks in zip(
    _VOWELS.split(" "),
    ("", "êèúüéë", "âàåãáä", "", "âàåãáä", "", "", "âàåãáä", "", "", "", ""),
    strict=True,
):
    _plain = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "ô", "ư": "ö"}.get(_row[0], _row[0])
    if _row[0] == "i":
        continue
    if _marks:
        _VNI_PAIRS |= {_plain + mark: letter for mark, letter in zip(_marks, _row, strict=True)}
    else:
        _VNI_PAIRS |= {_plain + mark: letter for mark, letter in zip(_VNI_TONES, _row[1:], strict=True)}
# ỵ has a sign of its own.
del _VNI_PAIRS["yï"]
_VNI_SINGLES = {"ñ": "đ", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
_VNI_LETTERS = frozenset("".join(_VNI_PAIRS) + "".join(_VNI_SINGLES)) - frozenset("aeiouy")

_CP1258_BYTES = frozenset(bytes(range(0xC0, 0x100)))


def guess_legacy(texts: Iterable[str]) -> LegacyGuess | None:
    """The encoding under which these texts become Vietnamese, None when they are fine as they are.

    Plain Unicode and French text reads no better under any of them, and so is never guessed.
    """
    marked = _marked(texts)
    total = sum(len(words) for _, words in marked)
    as_it_is = sum(_is_readable(word) for _, words in marked for word in words)
    found: list[tuple[int, Legacy]] = []
    for encoding in Legacy:
        readable = sum(_readable_after(text, words, encoding) for text, words in marked)
        found.append((readable, encoding))
    readable, best = max(found, key=lambda pair: pair[0], default=(0, Legacy.TCVN3))
    if readable * 100 < total * _ENOUGH_PERCENT or (readable - as_it_is) * 100 <= total * _GAIN_PERCENT:
        return None
    # The fullest texts show best what converting does.
    fullest = sorted(marked, key=lambda pair: -len(pair[1]))
    changed = ((text, from_legacy(text, best)) for text, _ in fullest)
    samples = tuple({pair: None for pair in changed if pair[0] != pair[1]})[:_MOST_SAMPLES]
    return LegacyGuess(best, readable, total, samples)


def _marked(texts: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Texts that might be legacy, with their words beyond plain ASCII, up to `_MOST_WORDS` of them.

    A cell with letters that only Unicode has is no evidence for its neighbours: files are mixed.
    """
    found: list[tuple[str, list[str]]] = []
    count = 0
    for text in texts:
        if text.isascii() or not any(is_legacy(text, encoding) for encoding in Legacy):
            continue
        words = [piece for piece in text.split() if not piece.isascii()]
        found.append((text, words))
        count += len(words)
        if count >= _MOST_WORDS:
            break
    return found


def _readable_after(text: str, words: list[str], encoding: Legacy) -> int:
    if not is_legacy(text, encoding):
        return 0
    return sum(_is_readable(_decoded(word, encoding)) for word in words)


def _is_readable(word: str) -> bool:
    letters = WORD.findall(word)
    return bool(letters) and all(map(is_syllable, letters))


def is_legacy(text: str, encoding: Legacy) -> bool:
    """Whether every letter beyond ASCII has a meaning in the encoding, and there is one."""
    beyond = [char for char in text if not char.isascii()]
    if encoding is Legacy.TCVN3:
        return bool(beyond) and all(ord(char) in _TCVN3 for char in beyond)
    if encoding is Legacy.VNI:
        return bool(beyond) and all(char.lower() in _VNI_LETTERS for char in beyond)
    return bool(beyond) and all(ord(char) in _CP1258_BYTES for char in beyond)


def from_legacy(text: str, encoding: Legacy) -> str:
    """The text in Unicode, NFC. One with letters that the encoding does not have is left as it is.

    Capitals that TCVN3 left to the font are restored where the other letters of the text are capitals.
    """
    return _decoded(text, encoding) if is_legacy(text, encoding) else text


def _decoded(text: str, encoding: Legacy) -> str:
    if encoding is Legacy.TCVN3:
        return _tcvn3_capitals(text.translate(_TCVN3))
    if encoding is Legacy.VNI:
        return _from_vni(text)
    return nfc(text.encode("latin-1", "replace").decode("cp1258", "replace"))


def _from_vni(text: str) -> str:
    letters: list[str] = []
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        letter = _VNI_PAIRS.get(pair.lower())
        width = 2 if letter else 1
        letter = letter or _VNI_SINGLES.get(pair[0].lower(), pair[0])
        letters.append(letter.upper() if pair[0].isupper() else letter)
        place += width
    return "".join(letters)


def _tcvn3_capitals(text: str) -> str:
    """Toned vowels come out small; the letters around them tell which were drawn as capitals."""
    words = text.split(" ")
    # "CMND" is written in capitals anywhere; a word with a toned vowel among capitals tells of its neighbours.
    if not any(map(_has_small, words)) and any(_capitals(word) > 1 and not word.isascii() for word in words):
        return text.upper()
    words = [word.upper() if _capitals(word) > 1 and not _has_small(word) else word for word in words]
    others = [word for word in words if word and not _begins_toned(word)]
    if others and all(word[0].isupper() for word in others):
        words = [word[:1].upper() + word[1:] for word in words]
    return " ".join(words)


def _begins_toned(word: str) -> bool:
    return not word[0].isascii() and word[0] not in _CASED and word[0].isalpha()


def _has_small(word: str) -> bool:
    return any(letter.islower() and (letter.isascii() or letter in _CASED) for letter in word)


def _capitals(word: str) -> int:
    return sum(letter.isupper() and (letter.isascii() or letter in _CASED) for letter in word)
