"""What the form of an item says: that it asks (a verbal noun, an order, what must be), or that it is a name.

Pure questions about one item's words, in English and Arabic; `judging` asks them of whole lists.
"""

import re
from collections.abc import Iterable
from typing import Final

from supportroom.intake.understanding.phrases import asks
from supportroom.kernel.arabic import fold

_LOOKED_AT = 400  # characters
_ORDER_WORDS: Final = """
    agree answer begin cover exchange install leave meet move patrol preserve refer replace reserve reunify send start
    transfer waive
    ban bring cap compensate encourage endorse exempt introduce lower mandate offer pursue put register require restrict
    abolish accelerate activate adopt allocate allow amend appoint apply approve assist assign build cancel cease commit
    conduct consult continue convene coordinate create define deliver deploy develop disclose document draft empower
    enable end enforce engage enhance ensure establish evaluate exclude expand extend facilitate finance form free fund
    give grant guarantee halt help hold hear identify implement improve include increase inform integrate invest
    investigate invite involve issue keep launch let lift limit link maintain make monitor name open organise organize
    pay permit prevent prioritise prioritize produce promote protect provide publish push raise reaffirm recognise
    recognize reconsider reduce reform refrain release remove reopen repair report resume respect restore restructure
    return reveal review revise secure separate set share simplify speed stop strengthen support sustain train translate
    unify update uphold use widen
    """
ORDERS: Final = frozenset(_ORDER_WORDS.split())
_MODAL = re.compile(
    r"\b(?:should|must|shall|ought to|needs? to|has to|have to|need for|necessity of|important to|essential to"
    r"|(?:is|are) (?:needed|required|necessary|essential|important)"
    r"|يجب|ينبغي|يتعين|يتوجب|لا بد|لابد|ب?ضروره|من (?:الضروري|المهم|الواجب)|مطلوب)\b"
)
_TO_DO = re.compile(r"(?:to|not to|the need|the necessity|more|further|full|greater|immediate|prior|no) (?!the\b)\w+")
_VERBAL = re.compile(
    r"(?:the )?(?:\w+ ){0,2}?\w{2,}(?:tion|sion|ment|ance|ence|ity) (?:of|to|with|in|for|and|by|from)\b"
)
_MASDAR = re.compile(
    r"(?:و|ف|ب|ل|وب)?(?:ال|لل)?(?:ت\w{2}ي\w{1,2}|ا\w{1,3}ا\w{0,2}|است\w+ا\w|ا\w{2,3}ا\w(?:ه)?|م\w?ا\w{2,3}ه|ت\w{3,4})"
    r"|(?:ب|و|وب)?(?:ال)?(?:دعم|وقف|ضمان|حمايه|رفع|كشف|فتح|نشر|عقد|منح|وضع|بنا|عوده|خلق|زياده|منع|حل|سحب|صرف|صون|حفظ"
    r"|ربط|دمج|عدم|فك|جبر|كف|سن|وجود|حصول|سماح|كفاله|اقامه|ازاله|اعاده|اتاحه|دعوه)"
)
_THAT = re.compile(r"(?:ان|الا) (?:لا )?[تي]\w{2,}|that (?:\w+ ){1,6}?be (?!\w+ing\b)\w+")
_ORDER_AR = re.compile(r"[^\W\d_]{2,}وا\b|لا ت\w+وا\b")  # to several: "stop", "do not spread"
_BODY = re.compile(
    r"(?:ال)?(?:مركز|منظمه|جمعيه|موسسه|شبكه|رابطه|اتحاد|تجمع|هييه|حمله|منصه|مجلس|نقابه|مبادره|لجنه|معهد|حركه|تيار"
    r"|مجموعه|دكتور|سيد|سيده|استاذ|انسه)\b"
)
_BODY_EN = re.compile(
    r"\b(?:association|cent(?:er|re)|organi[sz]ation|network|foundation|institute|union|society|council|committee"
    r"|league|forum|ministry|university|ngo|group|coalition|platform|mr|mrs|ms|dr)\b"
)
_SMALL: Final = frozenset({"of", "and", "the", "for", "in", "to", "on", "by", "a", "de", "al", "&"})


def asks_by_form(text: str) -> bool:
    """Say whether an item asks by its form."""
    folded = fold(text[:_LOOKED_AT])
    first, _space, rest = folded.partition(" ")
    if not rest:
        return False
    if _MODAL.search(folded) or _THAT.match(folded) or asks(text[:_LOOKED_AT]):
        return True
    if not first.isascii():
        return _MASDAR.fullmatch(first) is not None or _ORDER_AR.match(folded) is not None
    is_doing = len(first) > 5 and first.endswith("ing")
    return first in ORDERS or is_doing or bool(_TO_DO.match(folded)) or bool(_VERBAL.match(folded))


def is_name(text: str) -> bool:
    """Say whether an item is the name of a person, a body, a place, a day: a few words that say nothing of doing."""
    words = text.split()
    folded = fold(text)
    if not words or len(words) > 12 or _MODAL.search(folded) or text.rstrip().endswith((".", "؟", "!")):
        return False
    if not folded[:1].isascii():
        return _BODY.match(folded) is not None or (len(words) <= 4 and not asks_by_form(text))
    if _BODY_EN.search(folded) and not asks_by_form(text):
        return True
    return len(words) > 1 and all(_is_large(word) or word.casefold() in _SMALL for word in words)


def _is_large(word: str) -> bool:
    letters = word.lstrip("(\"'“‘")
    return letters[:1].isupper() or not letters[:1].isalpha()


def share(found: Iterable[bool]) -> float:
    """Return which part of them is so; nothing of nothing."""
    answers = list(found)
    return sum(answers) / len(answers) if answers else 0.0
