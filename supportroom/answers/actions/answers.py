"""Answers: given by the addressee or recorded by the team, changed with a reason, translated."""

from datetime import date
from typing import Any

from django.db.models import Max

from supportroom.answers.actions.held import held_answer, held_submission, move, refuse_odd_day
from supportroom.answers.due import WAITING, today
from supportroom.answers.models import Answer, EarlierAnswer
from supportroom.answers.rules import represents
from supportroom.answers.vocabulary import BY_ADDRESSEE, BY_TEAM, UNASSESSED
from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import keep
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.history import tell
from supportroom.register.lifecycle import SUBMISSION
from supportroom.register.models import Recommendation, Submission
from supportroom.register.vocabulary import ANSWERED

AMENDED = "answer_amended"


@action("answers.answer", on="submission")
def answer(
    *,
    actor: Actor,
    submission: Submission,
    verdict: str,
    text: MultilingualText,
    evidence: str = "",
    file: Cleaned | None = None,
    answered_on: date | None = None,
    source: str = "",
) -> Answer:
    """Answer a recommendation for an addressee: who represents it today and in its name; the team on the day that it
    names, with where the answer can be read.

    DomainError `kernel.not_now` for what is answered, `answers.source_missing`, `answers.day_ahead`,
    `answers.day_before`, `kernel.empty`, `files.*`.
    """
    held = held_submission(submission)
    way = _way(actor, held.addressee_id, source)
    day = (answered_on or today()) if way == BY_TEAM else today()
    refuse_odd_day(day, held.recommendation)
    refuse_unless(text, "kernel.empty")
    advance(held, SUBMISSION, "answer", answered_on=day)
    given = create(
        Answer,
        submission=held,
        number=(held.answers.aggregate(last=Max("number"))["last"] or 0) + 1,
        verdict=verdict,
        text=text,
        evidence=evidence,
        file=keep(file, by=actor) if file else None,
        way=way,
        source=source,
        answered_on=day,
    )
    _settle(held.recommendation, day)
    tell(held.recommendation, ANSWERED, day, addressee=held.addressee, source=source, about=reference(given))
    record(given, actor=actor, recommendation=held.recommendation_id, addressee=held.addressee_id)
    return given


def _way(actor: Actor, addressee_id: int, source: str) -> str:
    if represents(actor, addressee_id):
        return BY_ADDRESSEE
    refuse_unless(source, "answers.source_missing")
    return BY_TEAM


def _settle(recommendation: Recommendation, on: date) -> None:
    """Let a recommendation be answered once nobody to whom it was sent owes an answer."""
    if not recommendation.submissions.filter(state__in=WAITING).exists():
        move(recommendation, "answer", on)


@action("answers.amend_answer", on="answer")
def amend_answer(
    *,
    actor: Actor,
    answer: Answer,
    verdict: str,
    text: MultilingualText,
    why: MultilingualText,
    evidence: str = "",
    file: Cleaned | None = None,
    source: str = "",
    seen: int | None = None,
) -> Answer:
    """Change an answer and say why: the wording that stood stays beside it, with what the members said of it.

    Without a new file the one that is there stays. DomainError `answers.why_missing`, `answers.nothing_changed`,
    `answers.source_missing`, `kernel.empty`; Stale.
    """
    held = held_answer(answer)
    way = _way(actor, held.submission.addressee_id, source)
    refuse_unless(text, "kernel.empty")
    refuse_unless(why, "answers.why_missing")
    stands = (held.verdict, held.text, held.evidence)
    refuse_unless((verdict, text, evidence) != stands or file, "answers.nothing_changed")
    _keep_wording(held, why)
    stored = keep(file, by=actor) if file else held.file
    given = {"verdict": verdict, "text": text, "evidence": evidence, "file": stored, "way": way, "source": source}
    _reword(held, answer.version if seen is None else seen, **given)
    asked = held.submission.recommendation
    about = reference(held)
    tell(asked, AMENDED, today(), addressee=held.submission.addressee, words=why, source=source, about=about)
    record(held, actor=actor, recommendation=asked.pk, addressee=held.submission.addressee_id)
    return held


def _keep_wording(answer: Answer, why: MultilingualText) -> None:
    create(
        EarlierAnswer,
        answer=answer,
        number=answer.wording,
        verdict=answer.verdict,
        text=answer.text,
        evidence=answer.evidence,
        file=answer.file,
        way=answer.way,
        source=answer.source,
        until=today(),
        why=why,
        assessment=answer.assessment,
    )


def _reword(answer: Answer, seen: int, **given: Any) -> None:
    change(answer, seen=seen, wording=answer.wording + 1, assessment=UNASSESSED, **given)


@action("answers.translate_answer", on="answer")
def translate_answer(*, actor: Actor, answer: Answer, text: MultilingualText, seen: int | None = None) -> Answer:
    """Put an answer into other languages; its original's words stay. DomainError `answers.only_translations`; Stale."""
    held = held_answer(answer)
    is_same = text.original == held.text.original and str(text) == str(held.text)
    refuse_unless(is_same, "answers.only_translations")
    change(held, seen=answer.version if seen is None else seen, text=text)
    record(held, actor=actor, recommendation=held.submission.recommendation_id)
    return held
