"""Answers that are owed: by the bodies for which one answers, and to the team, which asks again."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from supportroom.answers.due import overdue, today, waiting
from supportroom.answers.models import Delivery
from supportroom.answers.rules import represents
from supportroom.answers.vocabulary import OVERDUE
from supportroom.desk.waiting import Waiting
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.protection.models import Consent
from supportroom.register.models import Addressee, Submission
from supportroom.register.queries import represented_by
from supportroom.room.queries import charter


def owed_by(actor: Actor) -> Iterator[Waiting]:
    """What waits for an answer of the bodies for which somebody answers: a line for each day on which answers are due.

    The day ends by the room's clock.
    """
    if not represents(actor):
        return
    rows = waiting().filter(addressee__in=represented_by(actor)).order_by().values("addressee_id", "due_on")
    owed = list(rows.annotate(count=Count("pk")))
    bodies = Addressee.objects.in_bulk({row["addressee_id"] for row in owed})
    for row in owed:
        words = ngettext(
            "%(count)s recommendation waits for your answer", "%(count)s recommendations wait for your answer",
            row["count"],
        )  # fmt: skip
        yield _due(words % row, bodies[row["addressee_id"]], reverse("answers:addressed_list"), row["due_on"])


def overdue_for_team() -> Iterator[Waiting]:
    """Bodies that owe answers since longer than they had, a line for each, with the longest overdue."""
    for body, count, oldest in by_addressee(overdue(today())):
        words = ngettext("%(count)s answer is overdue: ask again", "%(count)s answers are overdue: ask again", count)
        url = f"{reverse('answers:addressee_detail', args=[body.pk])}?state={OVERDUE}"
        yield _due(words % {"count": count}, body, url, oldest)


def by_addressee(rows: QuerySet[Submission]) -> list[tuple[Addressee, int, date | None]]:
    """Count what is addressed by bodies, in the room's order, each with the first day on which an answer is due."""
    found = rows.order_by().values("addressee_id").annotate(count=Count("pk", distinct=True), oldest=Min("due_on"))
    counted = {row["addressee_id"]: row for row in found}
    bodies = Addressee.objects.filter(pk__in=counted)
    return [(body, counted[body.pk]["count"], counted[body.pk]["oldest"]) for body in bodies]


def _due(words: str, body: Addressee, url: str, day: date | None) -> Waiting:
    if day is None:
        return Waiting(words, body.name, url)
    end = datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(charter().time_zone))
    return Waiting(words, body.name, url, end, is_deadline=True, verb="due")


def carried_by(actor: Actor) -> Iterator[Waiting]:
    """Deliveries that one carried without having said whether one may be named."""
    if actor.person_id is None:
        return
    carried = {reference(each): each for each in Delivery.objects.filter(carrier_id=actor.person_id)}
    said = Consent.objects.filter(person_id=actor.person_id, thing__in=carried).values_list("thing", flat=True)
    for thing in carried.keys() - set(said):
        url = reverse("answers:delivery_detail", args=[carried[thing].pk])
        yield Waiting(_("Say whether you may be named as who carried it"), carried[thing].title, url)
