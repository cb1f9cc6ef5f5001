"""The office's review: sent, what the office has to say, and the words that may be told of it."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.adoption import actions
from supportroom.adoption.allowed import with_notes, with_paper, with_review
from supportroom.adoption.composing import outcome_in_words
from supportroom.adoption.forms import ReleasedWordsForm, SendForm, days_of_review
from supportroom.adoption.models import ReleasedWords, Review
from supportroom.adoption.queries import (
    adoption_of,
    notes_of,
    paper_reviewed,
    paper_shown,
    review_of,
    words_of,
)
from supportroom.adoption.review import open_notes
from supportroom.adoption.views.frame import REVIEW, framed
from supportroom.adoption.vocabulary import (
    DATE_PASSED,
    NO_RESERVATIONS,
    REVIEW_DAYS_USUAL,
    REVIEW_NEXT,
    REVIEW_STATES,
    REVIEW_TONES,
)
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.papers.models import Paper
from supportroom.papers.versions import view_of
from supportroom.papers.vocabulary import WITH_OFFICE
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, REFUSED, SHOWN, save, seen_in
from supportroom.web.posting import attempt


def review_detail(request: Asking, paper_id: int) -> HttpResponse:
    """Show what the office has to do until when, what it said, and what the group answered."""
    return show_review(request, paper_reviewed(request.actor, paper_id))


def show_review(request: Asking, paper: Paper, *, errors: list[str] | None = None) -> HttpResponse:
    """Answer with the page of a paper's review; after a refusal with status 422."""
    review = review_of(paper)
    context = {
        **framed(request, paper, REVIEW),
        "review": review,
        "errors": errors or [],
        "can": with_paper(request.actor, paper, adoption_of(paper)),
        **(_said(request, review) if review else {}),
    }
    return render(request, "adoption/review.html", context, status=REFUSED if errors else SHOWN)


def _said(request: Asking, review: Review) -> dict[str, Any]:
    outcome = review.outcome(now())
    notes = notes_of(review)
    for note in notes:
        note.review = review
    lines = with_notes(request.actor, notes)
    return {
        "outcome": (REVIEW_STATES[outcome], REVIEW_TONES[outcome], _next(review, outcome)),
        "is_over": review.is_over(now()),
        "can_review": with_review(request.actor, review),
        "notes": [line for line in lines if not line[0].is_late],
        "late_notes": [line for line in lines if line[0].is_late],
        "waiting": open_notes(review),
        "numbers": view_of(review.shown).numbers,
        **_words(request, review),
    }


def _next(review: Review, outcome: str) -> str:
    """Say how the review ended, and what happens next as long as the paper is with the office."""
    told = [outcome_in_words(review)] if outcome in (NO_RESERVATIONS, DATE_PASSED) else []
    if review.paper.state == WITH_OFFICE:
        told.append(str(REVIEW_NEXT[outcome]))
    return " ".join(told)


def _words(request: Asking, review: Review) -> dict[str, Any]:
    words = words_of(review)
    may_read = words is not None and (words.is_agreed or may(request.actor, "adoption.read_words", review))
    return {
        "words": words if may_read else None,
        "can_agree": words is not None and not words.is_agreed and may(request.actor, "adoption.agree_words", words),
    }


def review_send(request: Asking, paper_id: int) -> HttpResponse:
    """Send the paper to the office, with the last day that it has."""
    paper = paper_shown(request.actor, paper_id)
    require(request.actor, "adoption.send_to_office", paper)
    first, last = days_of_review(now().date())
    usual = now().date() + timedelta(days=REVIEW_DAYS_USUAL)
    form = SendForm(request.POST or None, initial={"due_on": usual})
    status = save(request, form, actions.send_to_office, actor=request.actor, paper=paper)
    if status == DONE:
        return redirect("adoption:review_detail", paper.pk)
    context = {**framed(request, paper, REVIEW), "form": form, "first": first, "last": last}
    return render(request, "adoption/send.html", context, status=status)


def reviewed(request: Asking, paper_id: int) -> Review:
    """Give the review of a paper that the actor may read of; Missing."""
    review = review_of(paper_reviewed(request.actor, paper_id))
    if review is None:
        raise Missing("kernel.missing")
    return review


@require_POST
def no_reservations_say(request: Asking, paper_id: int) -> HttpResponse:
    """Say that the office has no reservations."""
    return _step(request, paper_id, actions.say_no_reservations)


@require_POST
def notes_finish(request: Asking, paper_id: int) -> HttpResponse:
    """Say that these are all the notes."""
    return _step(request, paper_id, actions.finish_notes)


def _step(request: Asking, paper_id: int, act: Any) -> HttpResponse:
    review = reviewed(request, paper_id)
    if errors := attempt(act, actor=request.actor, review=review):
        return show_review(request, paper_reviewed(request.actor, paper_id), errors=errors)
    return redirect("adoption:review_detail", paper_id)


def words_propose(request: Asking, paper_id: int) -> HttpResponse:
    """Propose what is told of the review, or change what was proposed."""
    review = reviewed(request, paper_id)
    require(request.actor, "adoption.propose_words", review)
    words = words_of(review)
    seen = seen_in(request, words) if words else None
    form = ReleasedWordsForm(
        request.POST or None, initial={"text": words.text} if words else {}, languages=languages_spoken()
    )
    given = {"actor": request.actor, "review": review, "seen": seen}
    status = save(request, form, actions.propose_words, edits=words, now=_text_of, **given)
    if status == DONE:
        return redirect("adoption:review_detail", paper_id)
    context = {**framed(request, review.paper, REVIEW), "form": form, "words": words, "seen": words and words.version}
    return render(request, "adoption/words.html", context, status=status)


def _text_of(words: ReleasedWords) -> dict[str, Any]:
    return {"text": words.text}


@require_POST
def words_agree(request: Asking, paper_id: int) -> HttpResponse:
    """Agree to the other side's words, as they were read."""
    words = words_of(reviewed(request, paper_id))
    if words is None:
        raise Missing("kernel.missing")
    errors = attempt(actions.agree_words, actor=request.actor, words=words, seen=seen_in(request, words))
    if errors:
        return show_review(request, paper_reviewed(request.actor, paper_id), errors=errors)
    return redirect("adoption:review_detail", paper_id)
