"""What the group answers to a note, and the changes of an adopted text: as answers to notes, and in no other way."""

from collections.abc import Mapping

from supportroom.adoption.actions.held import held_unpublished
from supportroom.adoption.models import NoteChange, OfficeNote
from supportroom.adoption.rules import translates_in
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import HELD_BACK, WITH_OFFICE
from supportroom.texts.models import Paragraph
from supportroom.texts.writing import reword_paragraph

ANSWERABLE = (WITH_OFFICE, HELD_BACK)
_NOTHING = MultilingualText()


def _held_paper(note: OfficeNote) -> Paper:
    """Hold the paper; DomainError `adoption.published` once it is out, `kernel.not_now` while the members decide."""
    paper = held_unpublished(note.review.paper)
    refuse_unless(paper.state in ANSWERABLE or note.is_late, "kernel.not_now")
    return paper


@action("adoption.answer_note", on="note")
def answer_note(
    *,
    actor: Actor,
    note: OfficeNote,
    verdict: str,
    reason: MultilingualText,
    change_made: MultilingualText = _NOTHING,
    seen: int | None = None,
) -> OfficeNote:
    """Answer a note like a comment: what the group decided, why, and what was changed. It can be answered anew until
    the members are asked. A late one can be answered until publication.

    DomainError `kernel.empty` without a reason, `adoption.published`, `kernel.not_now`; Stale.
    """
    _held_paper(note)
    refuse_unless(reason, "kernel.empty")
    change(note, seen=seen, verdict=verdict, reason=reason, change=change_made, answered_on=now().date())
    record(note, actor=actor, paper=note.review.paper_id)
    return note


@action("adoption.reword_for_note", on="note")
def reword_for_note(
    *, actor: Actor, note: OfficeNote, paragraph: Paragraph, wordings: Mapping[str, str], seen: int
) -> Paragraph:
    """Reword a paragraph of an adopted paper because of a note that was answered; the change is kept with the note.

    Stale with both wordings; DomainError `adoption.not_answered`, `kernel.not_now`, `texts.no_such_paragraph`.
    """
    paper = held_unpublished(note.review.paper)
    refuse_unless(paper.state in ANSWERABLE, "kernel.not_now")
    refuse_unless(note.verdict, "adoption.not_answered")
    refuse_unless(paragraph.text_id == paper.text_id, "texts.no_such_paragraph")
    before = paragraph.content
    reword_paragraph(paragraph, seen=seen, wordings=wordings, by=reference(note))
    if paragraph.content != before:
        create(NoteChange, note=note, paragraph=paragraph, wording=paragraph.version)
    record(note, actor=actor, paper=paper.pk, paragraph=paragraph.pk)
    return paragraph


@action("adoption.translate_note", on="note")
def translate_note(*, actor: Actor, note: OfficeNote, seen: int | None = None, **texts: MultilingualText) -> OfficeNote:
    """Write translations of a note and of its answer (text, reason, change) until the paper is published.

    Denied where they are the other side's words; DomainError `adoption.text_stands` where an original would change,
    `adoption.published`; Stale.
    """
    held_unpublished(note.review.paper)
    if not texts.keys() <= translates_in(actor, note):
        raise Denied("kernel.denied")
    for name, text in texts.items():
        before: MultilingualText = getattr(note, name)
        refuse_unless((text.original, str(text)) == (before.original, str(before)), "adoption.text_stands")
    change(note, seen=seen, **texts)
    record(note, actor=actor, paper=note.review.paper_id)
    return note
