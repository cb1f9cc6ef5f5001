"""Anybody asks. Nobody is named, no hour is kept, and a flood is held off without knowing where it comes from."""

import re
from datetime import UTC, datetime, time
from typing import Final

from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.questions.models import PublicQuestion
from supportroom.questions.subjects import Subject
from supportroom.questions.vocabulary import MOST_A_DAY, MOST_ABOUT_ONE, MOST_WAITING, WAITING
from supportroom.room.models import Room

_ADDRESSES: Final = re.compile(
    r"https?:|www\.|\S@\S|\b[\w-]+\.(?:com|net|org|info|ru|top|xyz|site|online)\b", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"(?:\d[ ()./-]?){9,}")


@action("questions.ask", on="subject")
def ask(*, actor: Actor, subject: Subject, text: str, language: str) -> PublicQuestion:
    """Ask about something published: a text in one language. Who asks is not kept, not even that it was a member.

    The same question that waits already counts once. DomainError `questions.too_many`, `questions.addresses`,
    `kernel.empty`.
    """
    refuse_unless(text.strip(), "kernel.empty")
    refuse_unless(not _ADDRESSES.search(text) and not _NUMBER.search(text), "questions.addresses")
    list(Room.objects.select_for_update(no_key=True).values_list("pk"))  # one after the other, so that the limits hold
    asked = multilingual(language, **{language: text})
    same = _waiting_already(subject, asked)
    if same is None:
        _refuse_too_many(subject)
        about = {subject.field: subject.thing}
        same = create(PublicQuestion, text=asked, asked_on=now().date(), search_text=fold(text), **about)
    day = datetime.combine(now().date(), time(), UTC)
    record_unnamed(same, at=day)
    return same


def _waiting_already(subject: Subject, asked: MultilingualText) -> PublicQuestion | None:
    about = {subject.field: subject.thing, "state": WAITING}
    rows = PublicQuestion.objects.filter(search_text=fold(str(asked)), **about)
    return next((row for row in rows if row.text.original == asked.original), None)


def _refuse_too_many(subject: Subject) -> None:
    questions = PublicQuestion.objects.all()
    waiting = questions.filter(state=WAITING)
    limits = (
        (waiting.filter(**{subject.field: subject.thing}), MOST_ABOUT_ONE),
        (waiting, MOST_WAITING),
        (questions.filter(asked_on=now().date()), MOST_A_DAY),
    )
    refuse_unless(all(rows.count() < most for rows, most in limits), "questions.too_many")
