"""What pages and floors above read of letters, answers and deliveries. What concerns a recommendation is seen with it.

Letters are read by the team, and by who represents their addressee once they were sent. A link opens one letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from supportroom.answers.due import SETTLED, WAITING
from supportroom.answers.models import Answer, Delivery, Letter, LetterLink
from supportroom.answers.rules import represents
from supportroom.answers.vocabulary import ACKNOWLEDGED, OVERDUE, SENT, TO_SEND, WAITS, WITHDRAWN
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.people.tokens import digest_of
from supportroom.protection.models import Consent
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import PUBLIC
from supportroom.register.models import Addressee, Recommendation, Submission
from supportroom.register.queries import recommendations_visible_to, released, represented_by
from supportroom.register.vocabulary import ANSWERED, RECORDED

OUT = (SENT, ACKNOWLEDGED)


@dataclass(frozen=True)
class Standing:
    """How an addressee stands: what can be sent to it, what waits for its answer, what is overdue, what it answered."""

    addressee: Addressee
    recorded: int
    waiting: int
    overdue: int
    answered: int


def standings(day: date) -> list[Standing]:
    """Give every addressee with its numbers on a day, in the room's order; in one query."""
    stands = Q(submissions__recommendation__set_aside=False)
    is_open = stands & ~Q(submissions__recommendation__state__in=SETTLED)
    waits = is_open & Q(submissions__state__in=WAITING)
    counted = Addressee.objects.annotate(
        recorded=Count("submissions", filter=is_open & Q(submissions__state=RECORDED)),
        waiting=Count("submissions", filter=waits),
        overdue=Count("submissions", filter=waits & Q(submissions__due_on__lt=day)),
        answered=Count("submissions", filter=stands & Q(submissions__state=ANSWERED)),
    )
    return [Standing(each, each.recorded, each.waiting, each.overdue, each.answered) for each in counted]


def submissions_to(addressee: Addressee) -> QuerySet[Submission]:
    """Everything that is addressed to a body, in the order of the register."""
    rows = Submission.objects.select_related("recommendation", "addressee").filter(recommendation__set_aside=False)
    return rows.filter(addressee=addressee).order_by("-recommendation__year", "recommendation__number")


def submissions_in(addressee: Addressee, part: str, day: date) -> QuerySet[Submission]:
    """Give a part of what is addressed to a body: what can be sent, waits, is overdue, is answered; else all of it."""
    rows = submissions_to(addressee)
    if part == TO_SEND:
        return to_be_sent(addressee)
    if part == ANSWERED:
        return rows.filter(state=ANSWERED)
    if part in (WAITS, OVERDUE):
        waits = rows.filter(state__in=WAITING).exclude(recommendation__state__in=SETTLED)
        return waits.filter(due_on__lt=day) if part == OVERDUE else waits
    return rows


def to_be_sent(addressee: Addressee) -> QuerySet[Submission]:
    """What can be put to a body now: not sent yet, or opened again, and still asked for."""
    return submissions_to(addressee).filter(state=RECORDED).exclude(recommendation__state__in=SETTLED)


def letters_visible_to(actor: Actor) -> QuerySet[Letter]:
    """All letters for the team; for representatives those that were sent to their addressees."""
    rows = Letter.objects.select_related("addressee")
    if may(actor, "answers.read_letters"):
        return rows
    return rows.filter(state__in=OUT, addressee__in=represented_by(actor)) if represents(actor) else rows.none()


def letter_of(actor: Actor, letter_id: int) -> Letter:
    """Give a letter that the actor may read; Missing."""
    found = letters_visible_to(actor).filter(pk=letter_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def contents_of(letter: Letter) -> QuerySet[Submission]:
    """What a letter puts to its addressee, in the order of the register; not what was set aside since."""
    rows = letter.submissions.select_related("recommendation", "addressee")
    rows = rows.filter(recommendation__set_aside=False)
    return rows.order_by("-recommendation__year", "recommendation__number")


def letters_addressed_to(actor: Actor) -> list[Letter]:
    """The letters that were sent to the bodies for which somebody answers, newest first, with how many wait in each."""
    letters = letters_visible_to(actor).filter(state__in=OUT, addressee__in=represented_by(actor))
    waits = Q(submissions__state__in=WAITING) & ~Q(submissions__recommendation__state__in=SETTLED)
    counted = letters.annotate(
        asked=Count("submissions", filter=Q(submissions__recommendation__set_aside=False)),
        waits=Count("submissions", filter=waits & Q(submissions__recommendation__set_aside=False)),
    )
    return list(counted.order_by("-sent_on", "pk"))


def is_own_to(actor: Actor, recommendation: Recommendation) -> bool:
    """Tell whether a recommendation is addressed to a body for which somebody answers."""
    return represents(actor) and represented_by(actor).filter(submissions__recommendation=recommendation).exists()


def link_behind(token: str) -> LetterLink | None:
    """Give the link that a token opens as long as it lasts and its letter stands; None, whatever the reason is."""
    links = LetterLink.objects.select_related("letter__addressee").filter(digest=digest_of(token), until__gt=now())
    return links.exclude(letter__state=WITHDRAWN).first()


def _answers() -> QuerySet[Answer]:
    return Answer.objects.select_related("submission__addressee", "submission__recommendation", "file")


def answers_of(recommendations: Iterable[Recommendation]) -> dict[int, list[Answer]]:
    """Give the answers to recommendations by their ids, in order, each with addressee, file and earlier wordings."""
    rows = _answers().filter(submission__recommendation__in=list(recommendations)).prefetch_related("earlier")
    found: dict[int, list[Answer]] = {}
    for answer in rows.order_by("answered_on", "number", "pk"):
        found.setdefault(answer.submission.recommendation_id, []).append(answer)
    return found


def answer_visible_to(actor: Actor, answer_id: int) -> Answer:
    """Give an answer to a recommendation that the actor may read; Missing."""
    visible = recommendations_visible_to(actor).values("pk")
    found = _answers().filter(pk=answer_id, submission__recommendation__in=visible).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def public_answers() -> QuerySet[Answer]:
    """The answers that leave the room: those to released recommendations."""
    return _answers().filter(submission__recommendation__in=released().values("pk"))


def deliveries_of(recommendations: Iterable[Recommendation]) -> dict[int, list[Delivery]]:
    """Give where recommendations were carried, by their ids, the newest first."""
    wanted = list(recommendations)
    chosen = Prefetch("recommendations", Recommendation.objects.filter(pk__in=[each.pk for each in wanted]), "carried")
    rows = Delivery.objects.filter(recommendations__in=wanted).distinct().select_related("speech")
    found: dict[int, list[Delivery]] = {}
    for delivery in rows.prefetch_related(chosen):
        for recommendation in delivery.carried:
            found.setdefault(recommendation.pk, []).append(delivery)
    return found


def deliveries_visible_to(actor: Actor) -> QuerySet[Delivery]:
    """The deliveries that carried something that the actor may read, newest first."""
    visible = recommendations_visible_to(actor).filter(deliveries=OuterRef("pk"))
    return Delivery.objects.select_related("speech", "carrier").filter(Exists(visible.values("pk")))


def delivery_of(actor: Actor, delivery_id: int) -> Delivery:
    """Give a delivery that the actor may read of; Missing."""
    found = deliveries_visible_to(actor).filter(pk=delivery_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def public_deliveries() -> QuerySet[Delivery]:
    """The deliveries that leave the room: those that carried a released recommendation."""
    carried = released().filter(deliveries=OuterRef("pk"))
    return Delivery.objects.select_related("speech").filter(Exists(carried.values("pk")))


def carriers_named(deliveries: Iterable[Delivery]) -> dict[int, str]:
    """Give the names of those who carried deliveries and agree to be named in them, by the deliveries' ids."""
    known = {reference(each): each for each in deliveries if each.carrier_id}
    agreed = set(Consent.objects.filter(thing__in=known, given=True).values_list("person_id", "thing"))
    return {
        each.pk: name_for(each.carrier, PUBLIC, consented=True)
        for about, each in known.items()
        if (each.carrier_id, about) in agreed
    }
