"""Rows read anew and held until the end of an action: what happens to one recommendation happens one after another.

Recommendations are held before their submissions, and in the order of their ids, so that no two wait for each other.
"""

from collections.abc import Iterable
from datetime import date

from supportroom.answers.due import today
from supportroom.answers.models import Answer, Delivery, Letter
from supportroom.journal.writing import advance, refuse_unless
from supportroom.kernel.errors import Missing
from supportroom.register.lifecycle import RECOMMENDATION
from supportroom.register.models import Recommendation, Submission
from supportroom.register.vocabulary import DAY, YEAR
from supportroom.web.formatting import plain_date


def held_letter(letter: Letter) -> Letter:
    """Hold a letter's row, with its addressee."""
    found = Letter.objects.select_for_update(no_key=True, of=("self",)).select_related("addressee")
    held = found.filter(pk=letter.pk).first()
    if held is None:
        raise Missing("kernel.missing")
    return held


def held_submissions(submissions: Iterable[Submission]) -> list[Submission]:
    """Hold submissions with their recommendations, in the order of the register."""
    ids = [submission.pk for submission in submissions]
    asked = Recommendation.objects.filter(submissions__in=ids).values("pk")
    rows = Recommendation.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=asked)
    known = {one.pk: one for one in rows.order_by("pk")}
    held = list(Submission.objects.select_related("addressee").filter(pk__in=ids))
    for submission in held:
        submission.recommendation = known[submission.recommendation_id]
    return sorted(held, key=lambda each: (-each.recommendation.year, each.recommendation.number))


def held_submission(submission: Submission) -> Submission:
    """Hold one submission with its recommendation; Missing where it is gone or its recommendation set aside."""
    held = held_submissions([submission])
    if not held or held[0].recommendation.set_aside:
        raise Missing("kernel.missing")
    return held[0]


def held_recommendation(recommendation: Recommendation) -> Recommendation:
    """Hold a recommendation's row; Missing where it was set aside."""
    rows = Recommendation.objects.select_for_update(no_key=True, of=("self",))
    held = rows.filter(pk=recommendation.pk, set_aside=False).first()
    if held is None:
        raise Missing("kernel.missing")
    return held


def held_answer(answer: Answer) -> Answer:
    """Hold an answer's row, with the submission, its recommendation and its addressee."""
    rows = Answer.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("submission__recommendation", "submission__addressee").get(pk=answer.pk)


def held_delivery(delivery: Delivery) -> Delivery:
    """Hold a delivery's row."""
    return Delivery.objects.select_for_update(no_key=True, of=("self",)).get(pk=delivery.pk)


def move(recommendation: Recommendation, verb: str, on: date) -> None:
    """Take a step of a recommendation's life where it has one from here; else it stays where it is."""
    if RECOMMENDATION.allows(recommendation.state, verb):
        advance(recommendation, RECOMMENDATION, verb, state_since=on)


def refuse_odd_day(on: date, *recommendations: Recommendation) -> None:
    """Refuse a day that has not come, or lies before what was asked for was asked.

    DomainError `answers.day_ahead`, `answers.day_before`.
    """
    refuse_unless(on <= today(), "answers.day_ahead")
    for recommendation in recommendations:
        first = _first_day(recommendation)
        refuse_unless(on >= first, "answers.day_before", day=plain_date(recommendation.asked_on))


def _first_day(recommendation: Recommendation) -> date:
    asked = recommendation.asked_on
    if recommendation.precision == DAY:
        return asked
    return date(asked.year, 1 if recommendation.precision == YEAR else asked.month, 1)
