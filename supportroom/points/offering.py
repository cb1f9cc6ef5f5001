"""What earlier rounds left open, offered to be linked to a topic of a later one."""

from collections.abc import Iterator

from django.urls import reverse

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.points.queries import points_visible_to
from supportroom.points.vocabulary import NOT_AGREED, REMAINING
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PUBLISHED
from supportroom.topics.sources import Source
from supportroom.topics.vocabulary import POINT_OPEN

MOST = 300


def points_left_open(actor: Actor, round: Round) -> Iterator[Source]:
    """Give the points of earlier published rounds on which nobody agreed, as their reports show them; newest first."""
    earlier = points_visible_to(actor).filter(round__state=PUBLISHED, round__starts_on__lte=round.starts_on)
    left = earlier.filter(state__in=(REMAINING, NOT_AGREED)).exclude(round=round.pk)
    for point in left.order_by("-round__starts_on", "round_id", "pillar__position", "position", "number")[:MOST]:
        url = reverse("points:point_detail", args=[point.pk])
        yield Source(reference(point), POINT_OPEN, point.content, point.round_id, url)
