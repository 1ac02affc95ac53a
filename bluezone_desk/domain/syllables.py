"""Which words can be Vietnamese syllables: the evidence that a text was read in the right encoding."""

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    " e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu"
    " o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo"
    " oet oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh"
    " uơ uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn"
    " ương ươp ươt ươu y yêm yên yêng yêt yêu yn ynh yt"
)
_SYLLABLE = re.compile(
    f"(?:{'|'.join(sorted(_ONSETS.split(), key=len, reverse=True))})?(?:{'|'.join(_RHYMES.split())})"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0309\u0303\u0301\u0323"))
WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a Vietnamese could spell this word: a known onset and rhyme, at most one tone, any capitals."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = decomposed.translate(_TONES)
    if len(decomposed) - len(bare) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
