"""The office's review: sent with a date; notes, no reservations, or the date passes. None of these stops the paper."""

from datetime import datetime, timedelta

from supportroom.adoption.actions.held import held_paper, held_review
from supportroom.adoption.actions.opinions import until_in_words
from supportroom.adoption.lifecycle import REVIEW
from supportroom.adoption.models import Adoption, OfficeNote, Review
from supportroom.adoption.vocabulary import (
    NOTES,
    REVIEW_DAYS_LEAST,
    REVIEW_DAYS_MOST,
    REVIEW_ZONE,
    WAITING,
)
from supportroom.checks.counting import settle_if_over
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.versions import keep_version_now, view_of
from supportroom.papers.vocabulary import FOR_OFFICE, WITH_OFFICE
from supportroom.rounds.deadlines import not_going_back
from supportroom.texts.models import Paragraph


@action("adoption.send_to_office", on="paper")
def send_to_office(*, actor: Actor, paper: Paper, due_at: datetime, time_zone: str = REVIEW_ZONE) -> Review:
    """Send an adopted paper to the office with the instant until which it can give notes.

    DomainError `adoption.opinions_open` while opposing opinions are taken, `adoption.review_days`, `kernel.not_now`.
    """
    adoption = Adoption.objects.filter(paper=paper).select_related("asked").order_by("-opinions_until").first()
    if adoption:
        settle_if_over(adoption.asked)
    held = held_paper(paper)
    PAPER.step(held.state, "send_to_office")
    assert adoption is not None
    until = until_in_words(adoption.opinions_until)
    refuse_unless(not adoption.takes_opinions(now()), "adoption.opinions_open", until=until)
    least, most = (now() + timedelta(days=days) for days in (REVIEW_DAYS_LEAST, REVIEW_DAYS_MOST + 1))
    refuse_unless(least <= due_at <= most, "adoption.review_days", least=REVIEW_DAYS_LEAST, most=REVIEW_DAYS_MOST)
    version = keep_version_now(held, occasion=FOR_OFFICE)
    advance(held, PAPER, "send_to_office")
    sent_on = now().date()
    review = create(Review, paper=held, shown=version, sent_on=sent_on, due_at=due_at, time_zone=time_zone)
    record(review, actor=actor, paper=held.pk)
    return review


@action("adoption.let_date_pass", on="review")
def let_date_pass(*, actor: Actor, review: Review) -> Review:
    """Write down that the date passed without a word; DomainError `kernel.not_now` before it, or once something was
    said.
    """
    held = held_review(review)
    refuse_unless(now() >= held.due_at, "kernel.not_now")
    advance(held, REVIEW, "let_pass", ended_on=held.due_day)
    record(held, actor=actor, paper=held.paper_id)
    return held


def pass_if_over(review: Review) -> Review:
    """Give the review as the instant has it: one whose date passed unnoticed is written down first, by the system."""
    if review.state == WAITING and now() >= review.due_at:
        return let_date_pass(actor=SYSTEM, review=review)
    return review


@action("adoption.give_note", on="review")
def give_note(
    *, actor: Actor, review: Review, text: MultilingualText, paragraph: Paragraph | None = None
) -> OfficeNote:
    """Give a note on a paragraph of the version that was sent, or on the whole.

    After the review has ended the note is taken as a late one: seen by everybody in the room, kept apart, holding
    nothing up. DomainError `adoption.published` after publication, `adoption.note_paragraph`.
    """
    held = pass_if_over(held_review(review))
    shown = view_of(held.shown).find(paragraph.pk) if paragraph else None
    refuse_unless(shown or not paragraph, "adoption.note_paragraph")
    is_late = held.is_over(not_going_back(now())) or held.paper.state != WITH_OFFICE
    if not is_late:
        advance(held, REVIEW, "give_note")
    last = held.notes.order_by("-number").values_list("number", flat=True).first() or 0
    note = create(
        OfficeNote,
        review=held,
        number=last + 1,
        paragraph=paragraph,
        paragraph_shown=shown.number if shown else None,
        text=text,
        given_on=now().date(),
        is_late=is_late,
    )
    record(note, actor=actor, paper=held.paper_id, late=is_late)
    return note


@action("adoption.say_no_reservations", on="review")
def say_no_reservations(*, actor: Actor, review: Review) -> Review:
    """Say that the office has no reservations; DomainError `adoption.review_over` after the date, `kernel.not_now`
    where it gave notes.
    """
    held = held_review(review)
    refuse_unless(not held.is_over(not_going_back(now())), "adoption.review_over")
    advance(held, REVIEW, "say_no_reservations", ended_on=now().date())
    record(held, actor=actor, paper=held.paper_id)
    return held


@action("adoption.finish_notes", on="review")
def finish_notes(*, actor: Actor, review: Review) -> Review:
    """Say that these are all the notes, before the date; DomainError `adoption.review_over`, `kernel.not_now`."""
    held = held_review(review)
    refuse_unless(not held.is_over(not_going_back(now())), "adoption.review_over")
    refuse_unless(held.state == NOTES, "kernel.not_now")
    change(held, ended_on=now().date())
    record(held, actor=actor, paper=held.paper_id)
    return held
