"""Recommendations carried to meetings, with the speech; who carried them is named by their own consent alone."""

from collections.abc import Sequence
from datetime import date

from supportroom.answers.actions.held import held_delivery, refuse_odd_day
from supportroom.answers.due import today
from supportroom.answers.models import Delivery
from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import keep
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.protection.actions import settle_consent
from supportroom.register.history import tell
from supportroom.register.models import Recommendation

DELIVERED, NOT_DELIVERED = "delivered", "not_delivered"


@action("answers.deliver", on="recommendations")
def deliver(
    *,
    actor: Actor,
    title: MultilingualText,
    occasion: str,
    held_on: date,
    recommendations: Sequence[Recommendation],
    place: str = "",
    carried_by: MultilingualText | None = None,
    carrier: Person | None = None,
    speech: Cleaned | None = None,
    source: str = "",
) -> Delivery:
    """Write down that recommendations were carried to a meeting: each one's history tells it.

    DomainError `answers.nothing_chosen`, `answers.day_ahead`, `answers.day_before`, `kernel.empty`, `files.*`.
    """
    refuse_unless(title, "kernel.empty")
    refuse_unless(recommendations, "answers.nothing_chosen")
    refuse_odd_day(held_on, *recommendations)
    delivery = create(
        Delivery,
        title=title,
        occasion=occasion,
        place=place,
        held_on=held_on,
        carried_by=carried_by or MultilingualText(),
        carrier=carrier,
        speech=keep(speech, by=actor) if speech else None,
        source=source,
    )
    _carry(delivery, recommendations)
    record(delivery, actor=actor, recommendations=len(recommendations))
    return delivery


def _carry(delivery: Delivery, recommendations: Sequence[Recommendation]) -> None:
    delivery.recommendations.add(*recommendations)
    for recommendation in recommendations:
        told = {"words": delivery.title, "source": delivery.source, "about": reference(delivery)}
        tell(recommendation, DELIVERED, delivery.held_on, **told)


@action("answers.amend_delivery", on="delivery")
def amend_delivery(
    *,
    actor: Actor,
    delivery: Delivery,
    title: MultilingualText,
    occasion: str,
    recommendations: Sequence[Recommendation],
    place: str = "",
    carried_by: MultilingualText | None = None,
    speech: Cleaned | None = None,
    source: str = "",
    seen: int | None = None,
) -> Delivery:
    """Correct what is said of a delivery, bring the speech, say anew which recommendations it carried.

    What its recommendations' histories told stays; of one that it did not carry they tell that as well. DomainError
    as `deliver`; Stale.
    """
    held = held_delivery(delivery)
    refuse_unless(title, "kernel.empty")
    refuse_unless(recommendations, "answers.nothing_chosen")
    known = {each.pk: each for each in held.recommendations.all()}
    further = [each for each in recommendations if each.pk not in known]
    mistaken = [known[pk] for pk in known.keys() - {each.pk for each in recommendations}]
    refuse_odd_day(held.held_on, *further)
    change(
        held,
        seen=delivery.version if seen is None else seen,
        title=title,
        occasion=occasion,
        place=place,
        carried_by=carried_by or MultilingualText(),
        speech=keep(speech, by=actor) if speech else held.speech,
        source=source,
    )
    _carry(held, further)
    _take_back(held, mistaken)
    record(held, actor=actor, recommendations=len(further), mistaken=len(mistaken))
    return held


def _take_back(delivery: Delivery, mistaken: Sequence[Recommendation]) -> None:
    delivery.recommendations.remove(*mistaken)
    for recommendation in mistaken:
        tell(recommendation, NOT_DELIVERED, today(), words=delivery.title, about=reference(delivery))


@action("answers.be_named", on="delivery")
def be_named(*, actor: Actor, delivery: Delivery, is_named: bool) -> Delivery:
    """Agree to be named as who carried a delivery, or take that back."""
    assert actor.person_id is not None
    person = Person.objects.get(pk=actor.person_id)
    settle_consent(person, delivery, given=is_named)
    record(delivery, actor=actor)
    return delivery
