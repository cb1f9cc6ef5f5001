"""Reading texts. Who may read one is asked where its owner is fetched."""

from collections.abc import Mapping
from dataclasses import dataclass

from supportroom.kernel.multilingual import MultilingualText, Wording
from supportroom.texts.differences import Piece, differences
from supportroom.texts.models import Paragraph, Text
from supportroom.texts.vocabulary import TONES, TRANSLATION_STATES


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


@dataclass(frozen=True)
class Side:
    """One language of a text as a page shows it: its name, the words (or nothing), how they stand to the original."""

    code: str
    name: str
    words: Wording | None
    state: str
    tone: str
    url: str = ""


def sides_of(content: MultilingualText, languages: Mapping[str, str], url: str = "") -> list[Side]:
    """Give a text's languages side by side, in the order given; `url` leads to where the words are changed."""
    return [
        Side(
            code=code,
            name=name,
            words=content.said_in(code) if content.texts.get(code) else None,
            state=str(TRANSLATION_STATES[content.state(code)]),
            tone=TONES[content.state(code)],
            url=url,
        )
        for code, name in languages.items()
    ]


def _steps_in(language: str, contents: list[tuple[int, MultilingualText]]) -> list[Step]:
    steps: list[Step] = []
    before = ""
    for number, content in contents:
        words = content.texts.get(language, "")
        if words != before:
            steps.append(Step(number, language, words, differences(before, words) if steps else ()))
            before = words
    return steps[::-1]
