"""What a line or paragraph looks like: a heading by its form, a title, a lead-in, the end of a sentence, furniture.

Pure questions about one text, without its neighbours; `headings` and `series` put the answers together.
"""

import re

from supportroom.kernel.arabic import fold
from supportroom.reading.limits import LONGEST_HEADING
from supportroom.reading.marks import LAST_ORDINALS, ORDINALS

_SENTENCE_END = re.compile(r"[.!?؟…۔][\"'”’»)\]]*$")
_CLAUSE_END = (".", "!", "?", "؟", "…", "؛", ";", ",", "،", ":", "۔")
_DIGITS = "[0-9٠-٩۰-۹]{1,4}"
_PAGE = re.compile(
    rf"(?:page|seite|صفحة|ص)?[.\s|]*[-–—]?\s*{_DIGITS}\s*[-–—]?(?:\s*(?:of|/|من|\|)\s*(?:{_DIGITS}|p ?a ?g ?e))?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w", re.IGNORECASE)
_BUTTONS = frozenset({"facebook", "twitter", "whatsapp", "linkedin", "telegram", "instagram", "youtube"})
_BREAK = re.compile(r"[:：،,./–—-]")
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_PART_EN = (
    "pillar|axis|theme|topic|track|annex|appendix|part|section|chapter|cluster|basket|file|group|session|area|point"
)
_PART_AR = "محور|ملحق|قسم|باب|فصل|ركيزه|مجال|بند|موضوع|جزء|مجموعه|سله|مسار|جلسه|ملف|اولويه"
_PART = re.compile(
    rf"(?:the )?(?:{_ORDINAL}) (?:{_PART_EN})"
    rf"|(?:{_PART_EN}) (?:no )?(?:\d{{1,2}}|[ivx]{{1,5}}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)"
    rf"|(?:ال)?(?:{_PART_AR}) (?:رقم )?(?:\d{{1,2}}|(?:ال)?(?:{_ORDINAL})(?: عشر)?)"
)
_GREETINGS = re.compile(
    r"(?:dear|mr|mrs|ms|ladies|gentlemen|excellenc(?:y|ies)|greetings|sincerely|regards"
    r"|السيد|السيده|الساده|السيدات|سعاده|حضره|معالي|تحيه|عزيزي|عزيزتي|الاعزاء)\b"
)


def ends_a_sentence(text: str) -> bool:
    """Say whether the text ends as a sentence does."""
    return _SENTENCE_END.search(text[-8:]) is not None


def ends_a_clause(text: str) -> bool:
    """Say whether the text ends as a sentence or a part of one does."""
    return ends_a_sentence(text) or text.endswith(_CLAUSE_END)


def goes_on(text: str) -> bool:
    """Say whether the text begins in the middle of a sentence (Latin letters alone can show it)."""
    return text[:1].islower() and text[:1].isascii() and not _ADDRESS.match(text)


def is_furniture(line: str) -> bool:
    """Say whether a line is a rule, a page number, a button of a web page or an entry of a table of contents."""
    is_button = line.casefold() in _BUTTONS
    return not any(map(str.isalnum, line)) or is_button or is_page_number(line) or _is_contents(line)


def is_page_number(line: str) -> bool:
    """Say whether a line is the number of a page and nothing else."""
    return _PAGE.fullmatch(line) is not None


def _is_contents(line: str) -> bool:
    """Say whether the line is an entry of a table of contents: words, a row of dots, a page number."""
    dotted = line.rstrip("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹").rstrip()
    dots = dotted[len(dotted.rstrip(" .…_")) :]
    return len(dotted) < len(line) and (dots.count(".") > 3 or dots.count("…") > 1 or dots.count("_") > 3)


def is_title_like(text: str, longest: int = 80) -> bool:
    """Say whether a text could be a heading: short, not a sentence, not an address, not a greeting."""
    words = text.split()
    return (
        len(text) <= longest
        and len(words) <= longest // 6
        and sum(map(str.isalpha, text)) > 2
        and not text.endswith(_CLAUSE_END)
        and not (text.startswith("(") and text.endswith(")"))
        and not goes_on(text)
        and not is_greeting(text)
        and not _ADDRESS.search(text)
    )


def is_greeting(text: str) -> bool:
    """Say whether somebody is addressed: the first word is a form of address."""
    return _GREETINGS.match(fold(text[:40])) is not None


def is_numbered_part(text: str) -> bool:
    """Say whether the text begins like "Second pillar: …" or "المحور الأول: …", and is short enough for a heading."""
    if len(text) > LONGEST_HEADING or ends_a_sentence(text):
        return False
    stop = _BREAK.search(text)
    return _PART.fullmatch(fold(text[: stop.start()] if stop else text)) is not None


def is_capitals(text: str) -> bool:
    """Say whether all of a short text is in capitals, and more than an abbreviation."""
    letters = sum(map(str.isalpha, text))
    is_word = letters > 5 or (letters > 3 and " " in text)
    is_word = is_word and sum(map(str.isupper, text)) * 2 > letters  # not an abbreviation among letters without case
    is_name = "_" in text or _ADDRESS.search(text) is not None
    return is_word and text.isupper() and len(text) <= LONGEST_HEADING and not is_name


def heads_by_form(text: str) -> bool:
    """Say whether the form alone makes the text a heading."""
    return is_numbered_part(text) or (is_capitals(text) and not text.endswith("."))


def is_ordinal(text: str) -> bool:
    """Say whether a word of order stands first: first, finally, أولا."""
    word = fold(text[:30]).split()[:1]
    return bool(word) and (word[0] in ORDINALS or word[0] in LAST_ORDINALS)


def leads_in(text: str) -> bool:
    """Say whether the text announces what comes next."""
    return text.rstrip().endswith((":", "："))


def last_sentence(text: str) -> tuple[str, str]:
    """Return what stands before the last sentence, and the last sentence."""
    ends = [found.end() for found in re.finditer(r"[.!?؟]\s+", text)]
    return (text[: ends[-1]].strip(), text[ends[-1] :].strip()) if ends else ("", text)


def as_heading(text: str) -> str:
    """Return the text as a heading is written: without the sign at its end."""
    return text.rstrip(" :：;؛,،–—-").lstrip(" –—-")
