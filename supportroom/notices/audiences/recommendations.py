"""Who follows a recommendation, and what is told of the register: that recommendations became public."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.notices.audiences.audience import Audience, Vanished
from supportroom.notices.audiences.followers import with_followers
from supportroom.notices.models import Following
from supportroom.notices.vocabulary import FOLLOWUP
from supportroom.people.models import Person
from supportroom.people.vocabulary import INTERPRETER, MEMBER, TEAM
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.rounds.models import Participant, Round

READ_ALL: Final = frozenset({MEMBER, TEAM, INTERPRETER})
ABOVE = ("submission", "answer")


def recommendation_of(thing: Any) -> Recommendation:
    """Give the recommendation that a thing speaks of, or is."""
    if isinstance(thing, Recommendation):
        return thing
    if isinstance(found := getattr(thing, "recommendation", None), Recommendation):
        return found
    for name in ABOVE:
        if (above := getattr(thing, name, None)) is not None:
            return recommendation_of(above)
    raise Vanished("recommendation")


def round_or_itself(thing: Recommendation) -> Round | Recommendation:
    """Give the round in which something was asked for; without one the recommendation."""
    return thing.round or thing


def following_round(round: Round | None) -> set[int]:
    """Who takes part in a round and has not stopped following it, and who follows it: they follow what it asked."""
    if round is None:
        return set()
    return with_followers(Participant.objects.filter(round=round).values_list("person_id", flat=True), round)


def following_each(asked: Collection[Recommendation], also: Iterable[int] = ()) -> set[int]:
    """Who follows one of these recommendations and may read it; `also` are others who do unless they stopped."""
    by_round = {round_id: following_round(_round_of(asked, round_id)) for round_id in {one.round_id for one in asked}}
    chosen: dict[str, dict[int, bool]] = {}
    rows = Following.objects.filter(thing__in=[reference(one) for one in asked])
    for thing, person_id, is_on in rows.values_list("thing", "person_id", "is_on"):
        chosen.setdefault(thing, {})[person_id] = is_on
    others = set(also)
    found: set[int] = set()
    for one in asked:
        mine = chosen.get(reference(one), {})
        wanted = {person for person in {*by_round[one.round_id], *others, *mine} if mine.get(person, True)}
        found |= reading(wanted - found, one)
    return found


def _round_of(asked: Iterable[Recommendation], round_id: int | None) -> Round | None:
    return next((one.round for one in asked if one.round_id == round_id), None)


def following_recommendation(thing: Any) -> Iterable[int]:
    """Who follows the thing's recommendation, because they took part in its round or by choice."""
    return following_each([recommendation_of(thing)])


def members_following(thing: Any) -> Iterable[int]:
    """Every member, and who follows the thing's recommendation, without those who do not want to."""
    everybody = Person.objects.holding(MEMBER).values_list("pk", flat=True)
    return following_each([recommendation_of(thing)], also=everybody)


def reading(wanted: set[int], asked: Recommendation) -> set[int]:
    """Keep who may read a recommendation; asked one by one only of those of whom it is not plain by their role."""
    if not wanted or asked.set_aside:
        return set()
    if asked.released_on is not None:
        return wanted
    kept = set()
    for person in Person.objects.filter(pk__in=wanted):
        actor = Actor(person.ref, person.pk, frozenset(person.roles))
        if READ_ALL.intersection(person.roles) or recommendations_visible_to(actor).filter(pk=asked.pk).exists():
            kept.add(person.pk)
    return kept


def following_its_round(thing: Recommendation) -> Iterable[int]:
    """Who follows the round of a recommendation, without those who do not want to hear of this one."""
    return following_round(thing.round) & set(following_recommendation(thing))


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "register.release_recommendations": (
        Audience(
            FOLLOWUP, following_its_round, round_or_itself, "register.released", by_following=True, once_a_day=True
        ),
        Audience(FOLLOWUP, following_recommendation, by_following=True),
    ),
}
