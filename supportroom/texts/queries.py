"""Reading texts. Who may read one is asked where its owner is fetched."""

from dataclasses import dataclass

from supportroom.kernel.multilingual import MultilingualText
from supportroom.texts.differences import Piece, differences
from supportroom.texts.models import Paragraph, Text


@dataclass(frozen=True)
class Step:
    """One wording of a paragraph in one language: its version, the words, and what changed since the wording before."""

    number: int
    language: str
    words: str
    pieces: tuple[Piece, ...]


def paragraphs_of(text: Text) -> list[Paragraph]:
    """List what stands in a text, in order."""
    return list(text.paragraphs.filter(removed=False))


def removed_from(text: Text) -> list[Paragraph]:
    """List what was taken out of a text and can be brought back."""
    return list(text.paragraphs.filter(removed=True))


def steps_of(paragraph: Paragraph, languages: list[str]) -> dict[str, list[Step]]:
    """Give a paragraph's history by language, newest first, each wording with its differences from the one before."""
    contents = [(version.number, version.content) for version in paragraph.versions.all()]
    return {language: _steps_in(language, contents) for language in languages}


def _steps_in(language: str, contents: list[tuple[int, MultilingualText]]) -> list[Step]:
    steps: list[Step] = []
    before = ""
    for number, content in contents:
        words = content.texts.get(language, "")
        if words != before:
            steps.append(Step(number, language, words, differences(before, words) if steps else ()))
            before = words
    return steps[::-1]
