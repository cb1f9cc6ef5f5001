"""Whether a list asks for something: by its lead, its heading, what stands above it, the form of its items.

The nearest says most: the lead right above a list, then its heading, then the headings above that. A list of names and
a list of the document's own headings ask for nothing, whatever stands above them.
"""

from collections.abc import Collection

from supportroom.intake.understanding.forms import asks_by_form, is_name, share
from supportroom.intake.understanding.found import (
    BY_FORM,
    BY_HEADING,
    BY_LEAD,
    BY_PARENT,
    BY_STATEMENT,
    BY_TITLE,
    CONTENTS,
    DISCUSSED,
    NAMES,
    TELLS,
    UNCLEAR,
    List,
    Verdict,
)
from supportroom.intake.understanding.phrases import (
    asks,
    asks_by_noun,
    asks_in_prose,
    concludes,
    discusses,
    is_statement,
    may_ask,
    names_asks,
    says_a_duty,
    tells,
)
from supportroom.kernel.arabic import fold

_NEARLY_ALL, _MOSTLY, _OFTEN, _SOMETIMES = 0.75, 0.6, 0.5, 0.3
_LONG = 120  # characters
_LONGEST_ABOVE = 8  # words
_LEADS = (":", "：", ",", "،", "-", "–")


def judge(found: List, headings: Collection[str]) -> Verdict:
    """Weigh a list; `headings` are the folded headings of the whole document."""
    if found.is_counted:
        return Verdict(4, BY_HEADING)
    forms = share(asks_by_form(part.text) for part in found.parts)
    if found.is_coded and forms >= _SOMETIMES:
        return Verdict(3, BY_FORM)
    if found.is_prose and _is_told(found):
        return Verdict(0, UNCLEAR)
    if not found.is_prose and len(found.parts) > 1:
        if share(_is_heading(part.text, headings) for part in found.parts) >= _MOSTLY:
            return Verdict(0, CONTENTS)
        if forms < _OFTEN and share(is_name(part.text) for part in found.parts) >= _MOSTLY:
            return Verdict(0, NAMES)
    return _by_words(found, forms) or _by_form(found, forms)


def _is_told(found: List) -> bool:
    """Say whether paragraphs under a heading that asks are too long for a list that lost its marks, and do not ask."""
    texts = [part.text for part in found.parts]
    is_long = sum(map(len, texts)) > _LONG * len(texts)
    asking = share(asks_by_form(text) or asks_in_prose(text) or says_a_duty(text) for text in texts)
    return is_long and asking < _OFTEN


def _by_words(found: List, forms: float) -> Verdict | None:
    """Ask the lead, the heading, what stands above it, one after the other; the first that says something is heard."""
    named = next((words for words in (found.heading, *found.above) if words != found.title and names_asks(words)), "")
    if asks(found.lead):
        strength = 4 if named else 2 if asks_by_noun(found.lead) else 3
        return Verdict(strength, BY_LEAD)
    is_agreed = may_ask(found.lead) and forms >= _OFTEN  # "The participants agreed on these messages:"
    if found.lead.endswith(_LEADS) and not is_agreed and (verdict := _told(found.lead)):
        return verdict
    most = 2 if concludes(found.heading) or concludes(found.lead) else 4
    for at, words in enumerate((found.heading, *found.above)):
        if words and words != found.title and (verdict := _by_heading(words, forms, most, is_above=at > 0)):
            return verdict
    return None


def _by_heading(words: str, forms: float, most: int, *, is_above: bool) -> Verdict | None:
    if asks(words):
        strength = 4 if names_asks(words) else 2 if is_above else 3
        strength = min(strength, most)
        return Verdict(strength, BY_PARENT if is_above else BY_HEADING)
    if is_statement(words) and forms >= _SOMETIMES:
        return Verdict(3, BY_STATEMENT)
    is_part = is_above and len(words.split()) > _LONGEST_ABOVE  # what is told right there, not what stands below
    return None if is_part else _told(words)


def _told(words: str) -> Verdict | None:
    """Say what a phrase announces that asks for nothing."""
    if tells(words):
        return Verdict(0, TELLS)
    return Verdict(0, DISCUSSED) if discusses(words) else None


def _by_form(found: List, forms: float) -> Verdict:
    if found.is_prose:
        return Verdict(1, BY_FORM) if forms >= _NEARLY_ALL else Verdict(0, UNCLEAR)
    if asks(found.title) and forms >= _SOMETIMES:
        return Verdict(1, BY_TITLE)
    if forms >= _OFTEN or (forms >= _SOMETIMES and may_ask(f"{found.lead} {found.heading}")):
        return Verdict(1, BY_FORM)
    return Verdict(0, UNCLEAR)


def _is_heading(text: str, headings: Collection[str]) -> bool:
    """Say whether an item is itself a heading of the document, or nearly all of one."""
    words = fold(text).removesuffix(" and")
    return len(words) > 3 and any(words in heading and len(words) * 2 > len(heading) for heading in headings)
