"""Sentences that the room writes itself, in each of its languages: the members' question, what they said, a letter."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.answers.models import Answer
from supportroom.answers.vocabulary import ASSESSMENTS
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.register.models import Addressee
from supportroom.room.queries import charter


def assessment_question(answer: Answer) -> MultilingualText:
    """Ask whether an answer answers what was asked."""
    submission = answer.submission

    def asked(language: str) -> str:
        return _("Does the answer of “%(addressee)s” answer recommendation %(number)s?") % {
            "addressee": submission.addressee.name.said_in(language).text,
            "number": submission.recommendation.cited,
        }

    return in_each_language(asked)


def assessed_in_words(said: str) -> MultilingualText:
    """Say what the members think of an answer."""
    return in_each_language(lambda _language: str(ASSESSMENTS[said]))


def letter_begun(addressee: Addressee) -> MultilingualText:
    """Give words to begin a letter with."""

    def begun(language: str) -> str:
        told = {
            "room": charter().name.said_in(language).text,
            "addressee": addressee.name.said_in(language).text,
        }
        opening = _("To %(addressee)s: the recommendations below come from %(room)s and are addressed to you.")
        asking = _(
            "For each of them, please tell us whether you accept it, accept it in part, take note of it or reject it, "
            "and what you base this on. Your answer is published with the recommendation."
        )
        return f"{opening % told}\n\n{asking}"

    return in_each_language(begun)


def in_each_language(said: Callable[[str], str]) -> MultilingualText:
    """Give a sentence in each of the room's languages; the first one is the original."""
    languages = charter().languages
    texts = {}
    for language in languages:
        with override(language):
            texts[language] = said(language)
    return multilingual(languages[0], **texts)
