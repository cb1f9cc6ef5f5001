"""Words by their stems, in Arabic and English, so that a text is found whatever form its words stand in.

Light stemming: articles, attached particles and endings go, the root stays as it is written. The order of the rules
matters; each leaves a stem of a least length, so that short words stay whole. Pure, no dictionary, no dependency.
"""

import re
from functools import lru_cache
from typing import Final

from supportroom.kernel.arabic import fold

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_VOWEL = re.compile(r"[aeiouy]")

# Longest first.
_ARTICLES: Final = ("وبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال")
_PARTICLES: Final = ("و", "ب", "ل")  # in the order in which they are written together; each of them once
_ROOTED: Final = ("اليات", "التزام", "الزام", "التحاق", "التماس")  # begin as with an article, and have none
_SHORT_ROOTED: Final = frozenset({"اليه", "الغا", "الاف", "الفا"})
_BACKS: Final = (
    "تهما", "اتهم", "اتها", "اتنا", "تهم", "تها", "هما", "تين", "يات", "يون", "يين", "ات", "ون", "ين", "هم", "ها", "يه",
    "وا", "ه", "ي",
)  # fmt: skip
_LONG_BACKS: Final = ("ان", "نا", "ت")  # often of the root
_ROOT = 3
# What goes, what comes instead, and the least that remains before it.
_ENDINGS: Final = (
    ("ability", "able", 4), ("ness", "", 4), ("fully", "", 4), ("ally", "al", 4), ("ly", "", 4),
    ("ingly", "", 4), ("ing", "", 4), ("ed", "", 4),
    ("ical", "ic", 4), ("ional", "ion", 4), ("oral", "", 5), ("al", "", 5),
    ("isation", "", 4), ("ization", "", 4), ("ise", "", 5), ("ize", "", 5), ("is", "", 5), ("iz", "", 5),
    ("ator", "at", 4), ("ation", "", 5), ("ative", "", 5), ("ion", "", 4), ("ive", "", 4), ("ate", "", 5),
    ("at", "", 5), ("ement", "", 5), ("ment", "", 5), ("ance", "", 4), ("ence", "", 4), ("ity", "", 4),
)  # fmt: skip
_WHOLE_LATIN = """
    all any being during general international its national nation news process statement this thus united us was
    basis crisis status various else whole special
    """
_IRREGULAR: Final = {"women": "woman", "men": "man", "children": "child"}
_WORDS_OF_EVERY_TEXT = """
    a about after against all also am among an and any are as at be because been before being between both but by can
    could did do does doing down during each for from further had has have having he her here his how i if in into is
    it its itself just may me might more most must my no nor not now of off on once only or other our out over own per
    same shall she should so some such than that the their them then there these they this those through to too under
    until up upon us very was we were what when where which while who whom why will with within without would you your
    ان انه انها الى التي الذي الذين اللذين ام او اي اذا الا اما بان بعد بعض بها به بين تلك ثم حتى حول حيث خلال دون ذلك
    ذات سوف ضمن عبر عدم علي عليه عليها عن عند غير فان في فيما فيه فيها قبل قد كان كانت كل كما كي لا لان لدي لكن لكي لم
    لن له لها لهم ليس ليست ما مع من منذ منها منه مما نحو نحن هذا هذه هناك هنا هو هي هم هل وان وقد ولا وهو وهي وما ولم
    وفي ومن وعلي والى والي الي يتم تم يكون تكون هولاء كذلك ايضا لدى ينبغي يجب
    """

_LEFT_ALONE: Final = frozenset(_WHOLE_LATIN.split())
_COMMON: Final = frozenset(_WORDS_OF_EVERY_TEXT.split())


def stems(text: str) -> list[str]:
    """Give the words of a text in their order, folded and stemmed; numbers stay, single letters go."""
    return [stem_of(word) for word in fold(text).split() if len(word) > 1 or word.isdigit()]


def telling_stems(text: str) -> list[str]:
    """Give the stems of a text without the words that stand in every text (articles, prepositions, pronouns)."""
    return [stem_of(word) for word in fold(text).split() if (len(word) > 1 or word.isdigit()) and word not in _COMMON]


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Give the stem of one folded word; a word with a digit in it stays as it is."""
    if not word.isalpha():
        return word
    return _arabic_stem(word) if _ARABIC.search(word) else _latin_stem(word)


def _arabic_stem(word: str) -> str:
    if word.startswith("للاج"):  # to the refugees: three letters of the same are written as two
        word = word[1:]
    elif not word.startswith(_ROOTED) and word not in _SHORT_ROOTED:
        word = word[2:] if len(word) == _ROOT + 1 and word.startswith("ال") else _without(word, _ARTICLES)
    for _twice in range(2):
        word = _shortened(word)
    for particle in _PARTICLES:
        word = _without(word, (particle,))
    return word


def _without(word: str, fronts: tuple[str, ...]) -> str:
    front = next((front for front in fronts if word.startswith(front) and len(word) - len(front) >= _ROOT), "")
    return word.removeprefix(front)


def _shortened(word: str) -> str:
    for backs, least in ((_BACKS, _ROOT), (_LONG_BACKS, _ROOT + 1)):
        for back in backs:
            if word.endswith(back) and len(word) - len(back) >= least:
                return word.removesuffix(back)
    return word


def _latin_stem(word: str) -> str:
    if word in _LEFT_ALONE or not word.isascii():
        return word
    word = _IRREGULAR.get(word) or _singular(word)
    for ending, instead, least in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= least and _VOWEL.search(stem):
            word = _undoubled(stem) if ending in {"ing", "ed"} else stem + instead
    bare = word.rstrip("e")
    return bare if len(bare) >= _ROOT else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
