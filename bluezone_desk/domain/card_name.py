"""Whether the scanner brought the card's letters whole, and whether an input method had its hands in them."""

import re

from bluezone_desk.domain.card import NameStatus
from bluezone_desk.domain.names import APOSTROPHES, HYPHENS, fold

#: Family names of nearly all people in Vietnam, without marks, and the first words of minority names.
_FAMILY_NAMES = frozenset(
    re.findall(
        "[a-z]+",
        """
        nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly li dao doan dinh vuong trinh truong
        lam ha luu mai to cao ta chau quach la tang thai tong luong kieu nghiem diep phung tieu luc quan khuc lai
        bach lu thach son danh kim giang giap ninh tu trieu vi ma nong hua lo sam be dam khong kha cu thieu au ton
        cong dong mac nhu tuong han ong ung vien viet van uong trang ngu nghe mau man khuong khau ke hy hung dieu
        co cat bang an am ba ban bo chu chung tho tao tan phu phi pha
        h y k a siu ksor rmah rcom kpa nay nie ama mlo
        """,
    )
)
#: A syllable as written without marks.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvxj])?"
    r"(?:uye|uya|ieu|yeu|uoi|uou|uay|uao|oai|oay|oeo|uyu|o[ae][iyo]?|[iuy]?[aeo][iouy]?|[iy]u|u[iy]|[iuy]|oo)"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_LETTERS_OF_A_NAME = re.compile(rf"(?:[^\W\d_]|[{re.escape(APOSTROPHES + HYPHENS)} .,\u0300-\u036f])*")
_LOST = ("?", "\ufffd")

#: VNI eats digits that follow a letter: "A12" comes as "Á2", "D9" as "Đ".
_DIGIT_EATEN = re.compile(r"\b[^\W\d_a-zA-ZÔ]\d|\bĐ(?=\s?(?:[,/]|$))")
#: Telex marks words that are not Vietnamese: "Wall" comes as "Ưall". What no marked Vietnamese word has:
_FOREIGN_LETTERS = re.compile(r"f|ll|ss|tt|rr|mm|ff|pp|\bư(?:[eiohybdkl]|a[^\W\d_])")
_TWICE = re.compile(r"([^\W\d_])\1", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


def name_status(name: str, rest: str) -> NameStatus:
    """Judge `name` by itself and by what else came over the same wire (`rest`: sex and address as received).

    A wire that brought one marked letter brings all, so a name without marks is then spelled without marks.
    """
    if not name or any(sign in name for sign in _LOST) or not _LETTERS_OF_A_NAME.fullmatch(name):
        return "damaged"
    if not name.isascii() or not rest.isascii():
        return "whole"
    syllables = fold(name).split(" ")
    if syllables[0] not in _FAMILY_NAMES or not all(map(_SYLLABLE.fullmatch, syllables[1:])):
        return "damaged"
    return "unmarked"


def shows_input_method(name: str, address: str) -> bool:
    """True when an input method seems to have changed the text: digits eaten, marks where none belong."""
    if _DIGIT_EATEN.search(address) or _TWICE.search(name):
        return True
    plain = address.lower()
    if _FOREIGN_LETTERS.search(plain):
        marked = [word for word in _WORD.findall(plain) if not word.isascii()]
        if any(map(_FOREIGN_LETTERS.search, marked)):
            return True
    if not name.isascii():
        return False
    # A few marks in an unmarked text are slips of an input method; a real address is full of them.
    words = _WORD.findall(plain)
    return 0 < 4 * sum(not word.isascii() for word in words) < len(words)
