"""What was understood of a file with comments, between its reading and its writer's word: plain values in a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from supportroom.comments.docx_comments import MOST_COMMENTS, Found
from supportroom.comments.matching import EXACT, Line, Matcher
from supportroom.comments.vocabulary import LONGEST_COMMENT
from supportroom.kernel.hygiene import clean_text
from supportroom.kernel.ids import spell, unspell
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.papers.versions import Shown


@dataclass(frozen=True)
class Draft:
    """One comment of the file: kept or left out, at which paragraph (spelled id, empty: the whole), in which words.

    `likeness`: in whole percent, how many words the file's paragraph has of the version's; None where none was found.
    """

    number: int
    text: str
    place: str = ""
    proposed: str = ""
    beginning: str = ""
    likeness: int | None = None
    is_kept: bool = True


def drafts_of(found: Sequence[Found], shown: Sequence[Shown]) -> list[Draft]:
    """Give what was read, each comment with the paragraph whose words its own has."""
    matcher = Matcher(shown)
    drafts = []
    for number, each in enumerate(found, start=1):
        match = matcher.find(each.paragraph)
        drafts.append(
            Draft(
                number=number,
                text=each.text or _("The wording is changed in the file."),
                place=spell(match.shown.paragraph_id) if match else "",
                proposed=each.proposed if match else "",
                beginning=each.paragraph[:120],
                likeness=(100 if match.likeness >= EXACT else int(match.likeness * 100)) if match else None,
            )
        )
    return drafts


def drafts_from(posted: Mapping[str, str]) -> list[Draft]:
    """Read the drafts out of the preview's form, as they were left there."""
    word = posted.get("drafts", "")
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 5 else 0
    return [_draft_from(posted, each) for each in range(1, min(number, MOST_COMMENTS) + 1)]


def _draft_from(posted: Mapping[str, str], number: int) -> Draft:
    likeness = posted.get(f"likeness-{number}", "")
    return Draft(
        number=number,
        text=clean_text(posted.get(f"text-{number}", ""))[: 2 * LONGEST_COMMENT],
        place=posted.get(f"place-{number}", "")[:12],
        proposed=clean_text(posted.get(f"proposed-{number}", ""))[: 2 * LONGEST_COMMENT],
        beginning=posted.get(f"beginning-{number}", "")[:120],
        likeness=int(likeness) if likeness.isascii() and likeness.isdigit() and len(likeness) < 4 else None,
        is_kept=f"keep-{number}" in posted,
    )


def lines_of(drafts: Sequence[Draft], language: str) -> list[Line]:
    """Give what is kept as the action takes it."""
    return [
        Line(each.number, _in(language, each.text), _key(each.place), _in(language, each.proposed))
        for each in drafts
        if each.is_kept
    ]


def _in(language: str, words: str) -> MultilingualText:
    return multilingual(language, **{language: words}) if words else MultilingualText()


def _key(word: str) -> int | None:
    try:
        return unspell(word)
    except ValueError:
        return None
