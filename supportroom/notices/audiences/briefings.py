"""What is told of briefings: one waits to be read, its readers differ or agree, what was absent went to the office."""

from collections.abc import Iterable
from typing import Final

from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.vocabulary import CONFIRMED, DISPUTED
from supportroom.notices.audiences.audience import Audience
from supportroom.notices.audiences.people import office, team
from supportroom.notices.audiences.recommendations import following_recommendation, recommendation_of
from supportroom.notices.vocabulary import FOLLOWUP


def briefing_of(thing: Reflection) -> Briefing:
    """Give the briefing that was read."""
    return thing.briefing


def team_where_they_differ(thing: Reflection) -> Iterable[int]:
    """The team, where two readers differ."""
    return team(thing) if thing.state == DISPUTED else []


def following_where_they_agree(thing: Reflection) -> Iterable[int]:
    """Who follows a recommendation, where two readers agree on what a briefing says of it."""
    return following_recommendation(thing) if thing.state == CONFIRMED else []


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "briefings.log_briefing": (Audience(FOLLOWUP, team), Audience(FOLLOWUP, office)),
    "briefings.read_again": (
        Audience(FOLLOWUP, team_where_they_differ, briefing_of, once_a_day=True),
        Audience(FOLLOWUP, following_where_they_agree, recommendation_of, "briefings.confirmed", by_following=True),
    ),
    "briefings.send_absent": (Audience(FOLLOWUP, office),),
}
