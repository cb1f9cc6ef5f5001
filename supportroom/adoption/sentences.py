"""The questions that the members are asked about a paper, in each of the room's languages."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from supportroom.adoption.translations import lag_of, originals_of
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.papers.versions import VersionView
from supportroom.room.queries import charter
from supportroom.room.vocabulary import LANGUAGE_NAMES


def language_names(codes: Sequence[str]) -> str:
    """Give languages by their own names."""
    return _(", ").join(LANGUAGE_NAMES.get(code, code) for code in codes)


def adoption_question(view: VersionView) -> MultilingualText:
    """Ask whether the members adopt a version: it says which language is the original and which translations lag."""

    def asked(language: str) -> str:
        title = view.title.said_in(language).text
        return " ".join(
            [
                _("Do you adopt the joint paper “%(title)s”?") % {"title": title},
                *_what_counts(view),
            ]
        )

    return _in_each_language(asked)


def release_question(view: VersionView, changed: int) -> MultilingualText:
    """Ask whether a version is to be published: it says how many paragraphs changed since it was adopted."""

    def asked(language: str) -> str:
        since = ngettext(
            "Since the adoption %(num)s paragraph was changed in answer to the office's notes.",
            "Since the adoption %(num)s paragraphs were changed in answer to the office's notes.",
            changed,
        )
        title = view.title.said_in(language).text
        return " ".join(
            [
                _("Shall the paper “%(title)s” be published?") % {"title": title},
                since % {"num": changed} if changed else _("The text is the one that was adopted."),
                *_what_counts(view),
            ]
        )

    return _in_each_language(asked)


def _what_counts(view: VersionView) -> list[str]:
    originals = _("What counts are the words of the original, in %(languages)s.")
    lagging = [lag.language for lag in lag_of(view)]
    told = [originals % {"languages": language_names(originals_of(view))}]
    if lagging:
        behind = _("A translation is not complete yet: %(languages)s.")
        told.append(behind % {"languages": language_names(lagging)})
    return told


def _in_each_language(asked: Callable[[str], str]) -> MultilingualText:
    texts = {}
    for language in charter().languages:
        with override(language):
            texts[language] = asked(language)
    return multilingual(charter().languages[0], **texts)
