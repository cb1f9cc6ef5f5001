"""The paragraphs of a paper: written after one another, reworded, divided, moved, taken out, brought back."""

from collections.abc import Collection, Mapping, Sequence

from supportroom.journal.door import action
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.actions.papers import (
    held,
    note,
    open_for_writing,
    own,
    refuse_unless_original_is_open,
)
from supportroom.papers.actions.presence import let_go
from supportroom.papers.models import Paper
from supportroom.texts import arranging, writing
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import PARAGRAPH


@action("papers.write_paragraph", on="paper")
def write_paragraph(
    *,
    actor: Actor,
    paper: Paper,
    content: MultilingualText,
    kind: str = PARAGRAPH,
    level: int = 1,
    after: Paragraph | None = None,
    is_first: bool = False,
) -> Paragraph:
    """Write a paragraph or a heading after a given paragraph, at the beginning, or at the end.

    DomainError `papers.not_being_written`, `kernel.empty`, `texts.no_such_paragraph`.
    """
    found = open_for_writing(paper)
    last = None if is_first else found.text.paragraphs.filter(removed=False).last()
    place = own(found, after) if after else last
    (paragraph,) = arranging.write_after(found.text, [(content, kind, level)], after=place)
    note(found, actor)
    return paragraph


@action("papers.reword_paragraph", on="paper")
def reword_paragraph(
    *,
    actor: Actor,
    paper: Paper,
    paragraph: Paragraph,
    seen: int,
    wordings: Mapping[str, str],
    drafts: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Paragraph:
    """Give a paragraph new words in one language or several, if it is still the version that was seen.

    Words in its original language are the group's, while the paper is being written; translations go in at any time.
    Stale with both texts; DomainError `papers.only_translations`, `papers.adopted_words`, `kernel.empty`,
    `texts.no_such_paragraph`.
    """
    found = held(paper)
    chosen = own(found, paragraph)
    if seen == chosen.version and writing.touches_original(chosen, wordings):
        refuse_unless_original_is_open(found, actor)
    writing.reword_paragraph(chosen, seen=seen, wordings=wordings, drafts=drafts, confirmed=confirmed)
    let_go(chosen, actor)
    note(found, actor, languages=sorted(wordings))
    return chosen


def reword_now(paper: Paper, paragraph: Paragraph, *, seen: int, wordings: Mapping[str, str]) -> Paragraph:
    """Give a paragraph new words inside an action of a floor above, whatever the paper's state: it answers the office's
    note, or corrects what is published. Stale; DomainError `kernel.empty`, `texts.no_such_paragraph`.
    """
    return writing.reword_paragraph(own(held(paper), paragraph), seen=seen, wordings=wordings)


@action("papers.split_paragraph", on="paper")
def split_paragraph(
    *, actor: Actor, paper: Paper, paragraph: Paragraph, seen: int, parts: Sequence[MultilingualText]
) -> Paragraph:
    """Divide a paragraph; it keeps the first part, its permalink and what was said about it.

    Stale with both sides; DomainError `papers.not_being_written`, `texts.not_divided`, `texts.no_such_paragraph`,
    `kernel.empty`.
    """
    found = open_for_writing(paper)
    chosen = own(found, paragraph)
    arranging.split_paragraph(chosen, seen=seen, parts=parts)
    let_go(chosen, actor)
    note(found, actor)
    return chosen


@action("papers.shape_paragraph", on="paper")
def shape_paragraph(
    *, actor: Actor, paper: Paper, paragraph: Paragraph, seen: int, kind: str, level: int = 1
) -> Paragraph:
    """Make a heading of a paragraph, or a paragraph of a heading; Stale, DomainError `papers.not_being_written`."""
    found = open_for_writing(paper)
    chosen = arranging.shape_paragraph(own(found, paragraph), seen=seen, kind=kind, level=level)
    note(found, actor)
    return chosen


@action("papers.move_paragraph", on="paper")
def move_paragraph(*, actor: Actor, paper: Paper, paragraph: Paragraph, after: Paragraph | None) -> Paragraph:
    """Let a paragraph stand after another one, or first.

    DomainError `papers.not_being_written`, `texts.no_such_paragraph`.
    """
    found = open_for_writing(paper)
    chosen = arranging.place_after(own(found, paragraph), own(found, after) if after else None)
    note(found, actor)
    return chosen


@action("papers.remove_paragraph", on="paper")
def remove_paragraph(*, actor: Actor, paper: Paper, paragraph: Paragraph) -> Paper:
    """Take a paragraph out; it can be brought back. `papers.not_being_written`, `texts.no_such_paragraph`."""
    found = open_for_writing(paper)
    writing.remove_paragraph(own(found, paragraph))
    note(found, actor)
    return found


@action("papers.restore_paragraph", on="paper")
def restore_paragraph(*, actor: Actor, paper: Paper, paragraph: Paragraph) -> Paper:
    """Bring a paragraph back to where it stood; DomainError `papers.not_being_written`, `texts.not_removed`."""
    found = open_for_writing(paper)
    arranging.bring_back(own(found, paragraph))
    note(found, actor)
    return found
