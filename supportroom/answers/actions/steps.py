"""What becomes of a recommendation: under way, done, lapsed, reopened; said by an addressee or the team."""

from datetime import date
from typing import Any

from supportroom.answers.actions.held import held_recommendation, refuse_odd_day
from supportroom.answers.due import today
from supportroom.answers.rules import represents
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.history import tell
from supportroom.register.lifecycle import RECOMMENDATION, SUBMISSION
from supportroom.register.models import Addressee, Recommendation
from supportroom.register.queries import represented_by
from supportroom.register.vocabulary import ANSWERED, DONE, LAPSED, REOPENED, UNDER_WAY


@action("answers.say_under_way", on="recommendation")
def say_under_way(
    *,
    actor: Actor,
    recommendation: Recommendation,
    on: date | None = None,
    words: MultilingualText | None = None,
    source: str = "",
    addressee: Addressee | None = None,
) -> Recommendation:
    """Say that something is being done about it; `addressee` says so, or without one the team.

    DomainError `kernel.not_now`, `answers.source_missing`, `answers.day_ahead`, `answers.day_before`.
    """
    return _take(actor, recommendation, "begin", UNDER_WAY, on=on, words=words, source=source, addressee=addressee)


@action("answers.say_done", on="recommendation")
def say_done(
    *,
    actor: Actor,
    recommendation: Recommendation,
    on: date | None = None,
    words: MultilingualText | None = None,
    source: str = "",
    addressee: Addressee | None = None,
) -> Recommendation:
    """Say that what was asked for is done. DomainError as `say_under_way`."""
    return _take(actor, recommendation, "finish", DONE, on=on, words=words, source=source, addressee=addressee)


@action("answers.say_lapsed", on="recommendation")
def say_lapsed(
    *,
    actor: Actor,
    recommendation: Recommendation,
    on: date | None = None,
    words: MultilingualText | None = None,
    source: str = "",
    addressee: Addressee | None = None,
) -> Recommendation:
    """Say that it cannot be done any more, or that nobody asks for it. DomainError as `say_under_way`."""
    return _take(actor, recommendation, "lapse", LAPSED, on=on, words=words, source=source, addressee=addressee)


@action("answers.reopen", on="recommendation")
def reopen(
    *,
    actor: Actor,
    recommendation: Recommendation,
    on: date | None = None,
    words: MultilingualText | None = None,
    source: str = "",
    addressee: Addressee | None = None,
) -> Recommendation:
    """Open it again: whoever answered it can be asked anew. DomainError as `say_under_way`."""
    held = _take(actor, recommendation, "reopen", REOPENED, on=on, words=words, source=source, addressee=addressee)
    for submission in held.submissions.filter(state=ANSWERED):
        advance(submission, SUBMISSION, "reopen")  # its days stay: figures count whether it came in time
    return held


def _take(
    actor: Actor, recommendation: Recommendation, verb: str, kind: str, *, addressee: Addressee | None, **told: Any
) -> Recommendation:
    """Take a step; who represents an addressee speaks in its name, the team names its source."""
    held, day = held_recommendation(recommendation), told["on"] or today()
    RECOMMENDATION.step(held.state, verb)
    own = _own(actor, held)
    refuse_unless(told["source"] or own, "answers.source_missing")
    said_by = own or addressee
    refuse_odd_day(day, held)
    advance(held, RECOMMENDATION, verb, state_since=day)
    tell(held, kind, day, addressee=said_by, words=told["words"], source=told["source"])
    record(held, actor=actor, addressee=said_by.pk if said_by else None)
    return held


def _own(actor: Actor, recommendation: Recommendation) -> Addressee | None:
    """Give the addressee of a recommendation that the actor represents."""
    addressed = represented_by(actor).filter(
        submissions__recommendation=recommendation, submissions__sent_on__isnull=False
    )
    return addressed.first() if represents(actor) else None
