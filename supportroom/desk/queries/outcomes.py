"""What moved in the register since somebody last looked: by the notices that they have read.

Nothing is kept of when anybody was here (S24): who marks notices as read says up to when they know.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Count, Exists, Max, Min, OuterRef
from django.urls import reverse
from django.utils.translation import ngettext

from supportroom.desk.queries.moves import RECENT, SHOWN, Move
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.queries import notices_visible_to
from supportroom.notices.seen_register import beginning
from supportroom.register.models import Addressee, Happening, Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.vocabulary import HAPPENINGS, RECORDED, STATES

QUIET: Final = (RECORDED, "brought_together", "amended", "reminded")
NOWHERE: Final = MultilingualText()


def moved_since(actor: Actor) -> list[Move]:
    """List what happened to what the actor may read, newest first: each kind of step once for an addressee.

    Five queries, whatever happened; nothing of what lies further back than the desk's other news.
    """
    visible = recommendations_visible_to(actor).select_related(None).order_by().filter(pk=OuterRef("recommendation_id"))
    # `Exists`, so that a database looks at what is new first, and not at every step of every recommendation.
    rows = Happening.objects.filter(Exists(visible), told_at__gt=last_read(actor))
    steps = rows.exclude(kind__in=QUIET).order_by().values("kind", "addressee_id")
    found = steps.annotate(
        count=Count("recommendation_id", distinct=True), one=Max("recommendation_id"), at=Max("told_at")
    )
    return list(_moves([*found.order_by("-at")[:SHOWN]]))


def last_read(actor: Actor) -> datetime:
    """Give the instant of the newest notice up to which the actor has read all of theirs, or three weeks ago."""
    longest, mine = now() - RECENT, notices_visible_to(actor).order_by()
    unread = mine.filter(is_read=False).aggregate(oldest=Min("at"))["oldest"]
    read = mine.filter(is_read=True, at__gt=longest, at__lt=unread or now())
    return read.aggregate(newest=Max("at"))["newest"] or longest


def _moves(steps: Collection[Any]) -> Iterator[Move]:
    asked = Recommendation.objects.in_bulk({step["one"] for step in steps if step["count"] == 1})
    bodies = Addressee.objects.in_bulk({step["addressee_id"] for step in steps if step["addressee_id"]})
    for step in steps:
        if step["count"] == 1:
            yield _of_one(step, asked[step["one"]])
        else:
            yield _of_many(step, bodies.get(step["addressee_id"]))


def _of_one(step: dict[str, Any], asked: Recommendation) -> Move:
    url = reverse("followup:recommendation_detail", args=[asked.slug])
    return Move(HAPPENINGS[step["kind"]], beginning(asked.text), url, step["at"])


def _of_many(step: dict[str, Any], body: Addressee | None) -> Move:
    kind, count = step["kind"], step["count"]
    words = ngettext("%(what)s: %(count)s recommendation", "%(what)s: %(count)s recommendations", count)
    chosen = {"addressee": body.slug} if body else {"state": kind} if kind in STATES else {}
    url = reverse("followup:register") + (f"?{urlencode(chosen)}" if chosen else "")
    what = words % {"what": HAPPENINGS[kind], "count": count}
    return Move(what, body.name if body else NOWHERE, url, step["at"])
