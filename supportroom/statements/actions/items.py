"""What stands in a statement: items that rest on agreed points, and the words around them."""

from collections.abc import Collection, Mapping, Sequence

from supportroom.journal.door import action
from supportroom.journal.writing import create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import require
from supportroom.points.models import Point
from supportroom.statements.actions.statements import held, note, open_for_writing
from supportroom.statements.models import ItemSource, Statement
from supportroom.statements.queries import agreed_points
from supportroom.statements.vocabulary import DRAFTING
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import HEADING, ITEM, PARAGRAPH
from supportroom.texts.writing import (
    count_up,
    move_paragraph,
    remove_paragraph,
    restore_paragraph,
    reword_paragraph,
    touches_original,
    write_paragraph,
)


@action("statements.add_items", on="statement")
def add_items(*, actor: Actor, statement: Statement, points: Sequence[Point], together: bool = False) -> Statement:
    """Add items out of agreed points, in their words in every language: one for each, or one for all `together`.

    DomainError `statements.nothing_chosen`, `statements.not_agreed_point`, `statements.not_in_drafting`.
    """
    found = open_for_writing(statement)
    fresh = _agreed(found, points)
    for rows in [fresh] if together else [[point] for point in fresh]:
        paragraph = write_paragraph(found.text, joined([point.content for point in rows]), kind=ITEM)
        _rest(paragraph, rows)
    note(found, actor, items=1 if together else len(fresh))
    return found


def joined(contents: Sequence[MultilingualText]) -> MultilingualText:
    """Put several texts together, line by line, in every language in which all of them are written."""
    first, *more = contents
    if not more:
        return first
    codes = [code for code in first.texts if all(content.texts.get(code) for content in contents)] or [first.original]
    text = MultilingualText()
    for code in sorted(codes, key=lambda code: code != first.original):
        text = text.reworded(code, "\n".join(content.said_in(code).text for content in contents))
    return text


def _agreed(statement: Statement, points: Sequence[Point]) -> list[Point]:
    refuse_unless(points, "statements.nothing_chosen")
    known = agreed_points(statement).in_bulk([point.pk for point in points])
    refuse_unless(all(point.pk in known for point in points), "statements.not_agreed_point")
    return [known[pk] for pk in dict.fromkeys(point.pk for point in points)]


def _rest(paragraph: Paragraph, points: Sequence[Point]) -> None:
    for point in points:
        create(ItemSource, paragraph=paragraph, point=point)


def _own(statement: Statement, paragraph: Paragraph) -> Paragraph:
    """Read a paragraph anew; DomainError `texts.no_such_paragraph` where it is not of this statement."""
    own = Paragraph.objects.select_related("text").filter(pk=paragraph.pk, text=statement.text_id).first()
    refuse_unless(own, "texts.no_such_paragraph")
    assert own
    return own


@action("statements.add_words", on="statement")
def add_words(*, actor: Actor, statement: Statement, content: MultilingualText, kind: str = PARAGRAPH) -> Paragraph:
    """Add words around the items: an opening, a heading, a close. DomainError `kernel.empty`,
    `statements.not_in_drafting`.
    """
    found = open_for_writing(statement)
    paragraph = write_paragraph(found.text, content, kind=kind if kind == HEADING else PARAGRAPH)
    note(found, actor)
    return paragraph


@action("statements.rest_item", on="statement")
def rest_item(*, actor: Actor, statement: Statement, paragraph: Paragraph, points: Sequence[Point]) -> Paragraph:
    """Let an item rest on these agreed points instead of its own.

    DomainError `statements.not_an_item`, `statements.nothing_chosen`, `statements.not_agreed_point`,
    `statements.not_in_drafting`.
    """
    found = open_for_writing(statement)
    own = _own(found, paragraph)
    refuse_unless(own.kind == ITEM, "statements.not_an_item")
    fresh = _agreed(found, points)
    erase_all(ItemSource.objects.filter(paragraph=own))
    _rest(own, fresh)
    count_up(own.text)
    note(found, actor)
    return own


@action("statements.reword_item", on="statement")
def reword_item(
    *,
    actor: Actor,
    statement: Statement,
    paragraph: Paragraph,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Paragraph:
    """Give an item new words in one language or several, if it is still the version that was seen.

    Words in its original language are changed by writers while the statement is being written, translations any time.
    Stale with both texts; Denied; DomainError `statements.adopted_words`, `kernel.empty`, `texts.no_such_paragraph`.
    """
    found = held(statement)
    own = _own(found, paragraph)
    if touches_original(own, wordings):
        require(actor, "statements.name_statement", statement)
        refuse_unless(found.state == DRAFTING or seen != own.version, "statements.adopted_words")
    reword_paragraph(own, seen=seen, wordings=wordings, drafts=drafts, confirmed=confirmed)
    note(found, actor, languages=sorted(wordings))
    return own


@action("statements.move_item", on="statement")
def move_item(*, actor: Actor, statement: Statement, paragraph: Paragraph, way: str) -> Statement:
    """Move a paragraph `up` or `down`; DomainError `statements.not_in_drafting`."""
    found = open_for_writing(statement)
    move_paragraph(_own(found, paragraph), way)
    note(found, actor)
    return found


@action("statements.remove_item", on="statement")
def remove_item(*, actor: Actor, statement: Statement, paragraph: Paragraph) -> Statement:
    """Take a paragraph out; it can be restored. DomainError `statements.not_in_drafting`."""
    found = open_for_writing(statement)
    remove_paragraph(_own(found, paragraph))
    note(found, actor)
    return found


@action("statements.restore_item", on="statement")
def restore_item(*, actor: Actor, statement: Statement, paragraph: Paragraph) -> Statement:
    """Bring a removed paragraph back to the end; DomainError `statements.not_in_drafting`."""
    found = open_for_writing(statement)
    restore_paragraph(_own(found, paragraph))
    note(found, actor)
    return found
