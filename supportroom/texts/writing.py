"""Writing texts, inside the actions of the app that owns them: every wording is kept, and nobody's name with it.

A text's own version counts what changed of its meaning: new, moved or removed paragraphs, new words in the original
language. A translation leaves it as it is, so that what a group adopted can still be put into other languages.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db.models import Max

from supportroom.journal.models import UNNAMED
from supportroom.journal.writing import change, create, put_in_order, refuse_unless
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.hygiene import clean_text
from supportroom.kernel.multilingual import CURRENT, DRAFT, MultilingualText
from supportroom.texts.models import Paragraph, ParagraphVersion, Text
from supportroom.texts.vocabulary import PARAGRAPH

UP, DOWN = "up", "down"


def today() -> datetime:
    """Give the beginning of the present day: all that is told of when words were written (S15)."""
    return now().replace(hour=0, minute=0, second=0, microsecond=0)


def new_text() -> Text:
    """Begin an empty text."""
    return create(Text)


def write_paragraph(
    text: Text, content: MultilingualText, *, section: str = "", kind: str = PARAGRAPH, by: str = UNNAMED
) -> Paragraph:
    """Add a paragraph at the end; DomainError `kernel.empty`, ValidationError where a wording is too long."""
    refuse_unless(str(content).strip(), "kernel.empty")
    last = text.paragraphs.aggregate(last=Max("position"))["last"] or 0
    paragraph = create(Paragraph, text=text, content=content, section=section, kind=kind, position=last + 1)
    _keep(paragraph, by)
    count_up(text)
    return paragraph


def in_new_words(
    content: MultilingualText, wordings: Mapping[str, str], drafts: Collection[str] = ()
) -> MultilingualText:
    """Give a text with these wordings. The original is put in first: a translation written together with it is current,
    one that was left alone is out of date. `drafts` are the languages whose words are not final.

    DomainError `kernel.empty` where the original would lose its words.
    """
    original = content.original or next((code for code, words in wordings.items() if words.strip()), "")
    for language in sorted(wordings, key=lambda code: code != original):
        words = clean_text(wordings[language])
        refuse_unless(words or language != original, "kernel.empty")
        if words != content.texts.get(language, "") or _settles(content, language, drafts):
            content = content.reworded(language, words, state=DRAFT if language in drafts else CURRENT)
    return content


def _settles(content: MultilingualText, language: str, drafts: Collection[str]) -> bool:
    """Tell whether a translation left as it was changes its standing: a draft called final, or final words a draft."""
    known = content.state(language)
    return (known == DRAFT and language not in drafts) or (known == CURRENT and language in drafts)


def touches_original(paragraph: Paragraph, wordings: Mapping[str, str]) -> bool:
    """Tell whether wordings change what a paragraph says in its original language, and not only translations."""
    return wordings.get(paragraph.content.original, str(paragraph.content)) != str(paragraph.content)


def reword_paragraph(
    paragraph: Paragraph,
    *,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
    by: str = UNNAMED,
) -> Paragraph:
    """Put new words in, in one language or several, if the paragraph is still the version that was seen.

    `confirmed` are translations that were looked at and still hold. Raises Stale with both sides (`mine` as given,
    `theirs` the paragraph as it stands), DomainError `kernel.empty`, `texts.no_such_paragraph`.
    """
    refuse_unless(not paragraph.removed, "texts.no_such_paragraph")
    before = paragraph.content
    content = in_new_words(before, wordings, drafts)
    for language in confirmed:
        content = content.confirmed(language) if content.texts.get(language) else content
    if content == before and seen == paragraph.version:
        return paragraph
    try:
        change(paragraph, seen=seen, content=content)
    except Stale:
        paragraph.refresh_from_db()
        raise Stale(mine=dict(wordings), theirs=paragraph) from None
    _keep(paragraph, by)
    if str(content) != str(before):
        count_up(paragraph.text)
    return paragraph


def move_paragraph(paragraph: Paragraph, way: str) -> Paragraph:
    """Let a paragraph change places with its neighbour, `up` or `down`, in its section; at the end nothing happens."""
    row = list(paragraph.text.paragraphs.filter(removed=False, section=paragraph.section))
    place = [other.pk for other in row].index(paragraph.pk) if not paragraph.removed else -1
    refuse_unless(place >= 0, "texts.no_such_paragraph")
    target = place + (-1 if way == UP else 1)
    if 0 <= target < len(row):
        row[place], row[target] = row[target], row[place]
        _reorder(paragraph, row)
    return paragraph


def _reorder(paragraph: Paragraph, row: Sequence[Paragraph]) -> None:
    others = paragraph.text.paragraphs.exclude(section=paragraph.section, removed=False)
    put_in_order([*row, *others])
    count_up(paragraph.text)


def remove_paragraph(paragraph: Paragraph) -> Paragraph:
    """Take a paragraph out; its row and its wordings stay. DomainError `texts.no_such_paragraph`, Stale."""
    refuse_unless(not paragraph.removed, "texts.no_such_paragraph")
    change(paragraph, removed=True)
    count_up(paragraph.text)
    return paragraph


def restore_paragraph(paragraph: Paragraph) -> Paragraph:
    """Bring a removed paragraph back to the end of its section; DomainError `texts.not_removed`."""
    refuse_unless(paragraph.removed, "texts.not_removed")
    last = paragraph.text.paragraphs.aggregate(last=Max("position"))["last"] or 0
    change(paragraph, removed=False, position=last + 1)
    count_up(paragraph.text)
    return paragraph


def count_up(text: Text) -> Text:
    """Let the text's version grow; its owner asks too, when what belongs to it elsewhere changed (the title)."""
    fresh = Text.objects.get(pk=text.pk)
    change(fresh)
    text.version = fresh.version
    return text


def _keep(paragraph: Paragraph, by: str) -> None:
    create(
        ParagraphVersion,
        paragraph=paragraph,
        number=paragraph.version,
        content=paragraph.content,
        by=by,
        at=today() if by == UNNAMED else now(),
    )
