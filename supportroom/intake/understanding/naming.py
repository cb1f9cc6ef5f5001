"""The name of a group: its heading without the words of order before it; where that is a lead, what the lead says.

"Second, the economy" becomes "The economy", "They suggest the following" becomes "Suggestions", "The statement to the
donors contained the following points" becomes "The statement to the donors".
"""

import re
from typing import Final

from supportroom.intake.understanding.forms import ORDERS
from supportroom.intake.understanding.phrases import (
    CALL,
    CONCLUDE,
    DEMAND,
    RECOMMEND,
    REQUEST,
    SUGGEST,
    ends_with_asks,
    kind_of_asking,
    may_ask,
    names_asks,
    what_follows_asking,
    what_precedes_asking,
)
from supportroom.kernel.arabic import fold
from supportroom.reading.marks import LAST_ORDINALS, ORDINALS

_NAMES: Final = {
    "en": {
        RECOMMEND: "Recommendations",
        DEMAND: "Demands",
        SUGGEST: "Suggestions",
        CALL: "Appeals",
        REQUEST: "Requests",
        CONCLUDE: "Conclusions",
    },
    "ar": {
        RECOMMEND: "التوصيات",
        DEMAND: "المطالب",
        SUGGEST: "المقترحات",
        CALL: "المناشدات",
        REQUEST: "الطلبات",
        CONCLUDE: "الخلاصات",
    },
}
_TAIL_EN = re.compile(
    r"[\s,]*(?:\b(?:contain(?:s|ed)|includ(?:es|ed|e)|compris(?:es|ed)|mad?es?|has|have)\s+)?"
    r"(?:\b(?:the\s+)?following(?:\s+(?:points|items))?"
    r"|\bas\s+follows|\bbelow|\bthat)[\s:,]*$",
    re.IGNORECASE,
)
_TAIL_AR = re.compile(
    r"[\s،]*(?:النقاط\s+|البنود\s+|الأمور\s+)?"
    r"(?:التالي[ةه]?|ال[آا]تي[ةه]?|(?:ب|ك)?ما\s+ي(?:لي|أتي|اتي)|بال[آا]تي|كالتالي|كال[آا]تي|على\s+النحو\s+(?:التالي|ال[آا]تي))"
    r"[\s:،]*$"
)
_HEAD_AR = re.compile(r"^(?:و|ف)?(?:فيما\s+|كما\s+|قد\s+)*(?:ت|ي)?(?:تضم[نّ]+|شمل|احتوى)(?:ت)?\s+")
_BARE = re.compile(r"\bfollowing\b|التالي[ةه]|الآتي[ةه]|ما يلي|ما يأتي")
_FIRST_WORD = re.compile(r"^([^\W\d_]+[ًٌ]?[^\W\d_]?)\s*[:،,.\-–)]\s*(?=\S)")
_NUMBER = re.compile(r"^\d{1,2}(?:(?:\.\d{1,2})+[.)]?|[.)]|(?=\s+[A-Z]))\s+(?=\S)")
_SPEAKERS = (
    r"(?:ال(?:مجموع(?:ه|ات)|مشارك(?:ون|ين|ات)|مجتمع(?:ون|ين)|حاضر(?:ون|ين)|حضور|موقع(?:ون|ين)|منظمات|جمعيات|لقاء|ورشه|بيان"
    r"|مشاركه|اجتماع|موتمر))"
)
_NOTHING_MORE = re.compile(rf"(?:{_SPEAKERS}|ب|بـ|الي|علي|ان|و|كل من)(?: (?:{_SPEAKERS}|ب|بـ|الي|علي|ان|و))*")
_ANYBODY = re.compile(
    r"(?:(?:and|also|therefore|accordingly|so|thus|hence|finally|the|this|these|all|each|our|its|their|key|main|undersigned"
    r"|signatory|we|they|it|participants?|group|workshop|meeting|conference|organi[sz]ations?|associations|statement|paper"
    r"|members|report|letter|speakers?|discussion|session|has|have|are|is|were|was|in|particular|following|made|make)\b"
    r"[\s,]*)*"
)
_AFFIRMED = re.compile(
    r"(?:[\w,]+ )?(?:we|they|the (?:\w+ )?\w+) (?:\w+ )?"
    r"(?:re)?(?:affirm|stress|emphasi[sz]e|believe|underline|iterate)(?:e?[sd])?"
    r"|(?:و?علي ذلك |وعليه |لذلك |لذا |ومن هنا )?(?:ف?اننا )?(?:ف|و)?[نت](?:وكد|شدد|ري|علن)(?:ون)?(?: (?:علي|ان))?"
)
_ADDRESSEE = re.compile(r"(?:to|for) (?:all |the |our )*(\w+)|(?:الي|نحو) (?:ال)?(\w+)")
_LONGEST_ADDRESSEE = 12  # words
_MONTH = (
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين"
    r"|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)"
)
_DAY = re.compile(rf"(?:[\d\s,./–-]|{_MONTH}|\b(?:st|nd|rd|th|of|on|and|to)\b|الثاني|الاول|عام|سنه)+")
_DATED = re.compile(rf"\b(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}\b)")
_TATWEEL = "\u0640"
_EDGES = " \t:：;؛,،–—-*#"


def name_of(heading: str, lead: str, parent: str, language: str, *, is_often: bool = False) -> str:
    """Return the name of a list: of its heading; where there is none or it is a bare lead, of what stands above.

    `is_often`: several lists of the document have this heading, so that it tells none of them from the others.
    """
    plain = "" if is_day(heading) else without_order(heading)
    words = trimmed(plain)
    if is_addressee(lead) and (not words or names_asks(words)):
        return trimmed(lead)
    if parent and is_often and (ends_with_asks(words) or may_ask(words)):
        return without_order(parent)
    if words and not _only_asks(words) and not (words != plain and ends_with_asks(words)) and not _BARE.search(words):
        return words
    if parent:
        return without_order(parent)
    kind = kind_of_asking(plain) or kind_of_asking(lead) or (CONCLUDE if _AFFIRMED.fullmatch(fold(words)) else "")
    return _NAMES.get(language, _NAMES["en"]).get(kind, plain if words else "")


def is_addressee(words: str) -> bool:
    """Say whether a phrase only says to whom something is said: "To the donors", "إلى المانحين"."""
    found = _ADDRESSEE.match(fold(words))
    return found is not None and (found[1] or found[2]) not in ORDERS and len(words.split()) <= _LONGEST_ADDRESSEE


def is_day(words: str) -> bool:
    """Say whether a phrase is only a date."""
    return any(map(str.isdigit, words)) and _DAY.fullmatch(fold(words)) is not None


def is_dated(words: str) -> bool:
    """Say whether a phrase holds a day and a month: it says when a document was written, and is the name of no part."""
    return is_day(words) or _DATED.search(fold(words)) is not None


def speaker_of(lead: str) -> str:
    """Return who asks, where a lead says it and it is not just anybody: "Group 1" of "Group 1 recommended"."""
    words = trimmed(without_order(lead))
    speaker = what_precedes_asking(words)
    is_somebody = bool(speaker) and speaker.isascii() and _ANYBODY.fullmatch(speaker) is None
    return words[: len(speaker)].strip(_EDGES) if is_somebody and len(speaker.split()) <= 6 else ""


def without_order(heading: str) -> str:
    """Return a heading without "First,", "ثانياً:" or "2.1" before it, with a capital letter where it lost one."""
    text = _NUMBER.sub("", heading.replace(_TATWEEL, "").strip(_EDGES))
    found = _FIRST_WORD.match(text)
    word = fold(found[1]) if found else ""
    if found and (word in ORDINALS or word in LAST_ORDINALS):
        text = text[found.end() :].strip(_EDGES).removesuffix(".")
    return text[:1].upper() + text[1:]


def trimmed(lead: str) -> str:
    """Return a lead without what only says that a list follows."""
    words = _HEAD_AR.sub("", _TAIL_AR.sub("", _TAIL_EN.sub("", lead)))
    return words.strip(_EDGES)


def _only_asks(words: str) -> bool:
    """Say whether a phrase is a short sentence that says that somebody asks, and not of whom or for what."""
    after = what_follows_asking(words)
    asks_alone = bool(kind_of_asking(words)) and (not after or _NOTHING_MORE.fullmatch(after) is not None)
    return (asks_alone and len(words.split()) <= 6 and not _is_titled(words)) or bool(_AFFIRMED.fullmatch(fold(words)))


def _is_titled(words: str) -> bool:
    """Say whether the word that asks is a noun: "Key recommendations", "أهم المطالب" are headings, no sentences."""
    last = fold(words).split()[-1]
    return last.endswith(("ations", "ions", "als", "ands", "uests")) or ends_with_asks(words)
