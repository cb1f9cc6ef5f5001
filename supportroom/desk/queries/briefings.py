"""Briefings as they wait for readers: those of the team and of the Envoy's office."""

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.queries import briefings_visible_to
from supportroom.briefings.vocabulary import READ
from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import Actor
from supportroom.notices.seen_register import named
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.vocabulary import OPEN_STATES

MOST = 10


def briefings_of(actor: Actor) -> Iterator[Waiting]:
    """The newest briefings in which something was not read yet, and those that wait for a second reader."""
    asked = recommendations_visible_to(actor).select_related(None).order_by()
    for briefing in _unread(actor, asked)[:MOST]:
        url = reverse("briefings:reading", args=[briefing.pk])
        yield Waiting(_("Read what a briefing says of what we asked"), named(briefing), url)
    yield from _second(actor, asked)


def _unread(actor: Actor, asked: QuerySet[Recommendation]) -> QuerySet[Briefing]:
    """Briefings that could have spoken of something (as `briefings.queries.concerned` has it) nobody has read there."""
    was_open = Q(state__in=OPEN_STATES) | Q(state_since__gt=OuterRef("given_on"))
    concerned = asked.filter(was_open, asked_on__lte=OuterRef("given_on"))
    read = Reflection.objects.filter(briefing=OuterRef(OuterRef("pk")), recommendation=OuterRef("pk"))
    return briefings_visible_to(actor).filter(Exists(concerned.filter(~Exists(read))))


def _second(actor: Actor, asked: QuerySet[Recommendation]) -> Iterator[Waiting]:
    """What others have read once; two readers of the office are one too many of it."""
    once = Reflection.objects.filter(state=READ, briefing__trashed_at=None, recommendation__in=asked.values("pk"))
    once = once.exclude(first_reader_id=actor.person_id)
    if not actor.holds(TEAM):
        once = once.filter(Q(first_reader=None) | Q(first_reader__in=Person.objects.holding(TEAM)))
    counts = dict(once.order_by().values_list("briefing_id").annotate(Count("pk")))
    for briefing in briefings_visible_to(actor).filter(pk__in=counts)[:MOST]:
        words = ngettext(
            "%(count)s reading waits for a second reader", "%(count)s readings wait for a second reader",
            counts[briefing.pk],
        )  # fmt: skip
        url = reverse("briefings:reading", args=[briefing.pk])
        yield Waiting(words % {"count": counts[briefing.pk]}, named(briefing), url)
