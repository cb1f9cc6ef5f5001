"""Who takes part in a round or follows it, and what they are told of it, its programme and its texts."""

from collections.abc import Iterable
from typing import Any, Final

from supportroom.invitations.queries import invited_persons
from supportroom.kernel.actors import Actor
from supportroom.notices.audiences.audience import Audience, Vanished
from supportroom.notices.audiences.followers import with_followers
from supportroom.notices.audiences.people import members
from supportroom.notices.vocabulary import PROGRAMME, ROUNDS, TEXTS
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER, TEAM
from supportroom.rounds.models import Participant, Round, Session
from supportroom.rounds.queries import rounds_visible_to

ABOVE = ("topic", "session", "statement", "report", "invitation", "draft_list", "registration", "call", "letter")


def round_of(thing: Any) -> Round:
    """Give the round that a thing belongs to."""
    if isinstance(thing, Round):
        return thing
    if isinstance(found := getattr(thing, "round", None), Round):
        return found
    for name in ABOVE:
        if (above := getattr(thing, name, None)) is not None:
            return round_of(above)
    raise Vanished("round")


def taking_part(thing: Any) -> Iterable[int]:
    """Who takes part in the thing's round, and who follows it."""
    found = round_of(thing)
    people = _participants(found)
    return seen_by(with_followers(people, found), found, plainly=people)


def meeting(thing: Session) -> Iterable[int]:
    """Who takes part in a session."""
    return Participant.objects.of_session(thing).values_list("person_id", flat=True)


def invited(thing: Any) -> Iterable[int]:
    """Who is invited to the thing's round and has not said no."""
    return invited_persons(round_of(thing)).values_list("pk", flat=True)


def concerned(thing: Any) -> Iterable[int]:
    """Who takes part in the thing's round, is invited to it, or follows it."""
    found = round_of(thing)
    people = {*_participants(found), *invited(found)}
    return seen_by(with_followers(people, found), found, plainly=people)


def seen_by(wanted: set[int], round: Round, *, plainly: Iterable[int] = ()) -> set[int]:
    """Keep who sees a round: asked one by one only of those of whom it is not plain, by their part or their role."""
    plain = wanted & set(plainly)
    holding = MEMBER if round.is_open_to_members else TEAM
    for person in Person.objects.filter(pk__in=wanted - plain):
        actor = Actor(person.ref, person.pk, frozenset(person.roles))
        if actor.holds(holding, TEAM) or rounds_visible_to(actor).filter(pk=round.pk).exists():
            plain.add(person.pk)
    return plain


def _participants(round: Round) -> set[int]:
    return set(Participant.objects.filter(round=round).values_list("person_id", flat=True))


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "programme.publish_programme": (Audience(PROGRAMME, concerned, round_of, by_following=True),),
    "selection.open_registration": (Audience(ROUNDS, members, round_of),),
    "rounds.start_round": (Audience(ROUNDS, taking_part, by_following=True),),
    "rounds.open_session": (Audience(ROUNDS, meeting),),
    **dict.fromkeys(
        ("statements.deliver_statement", "statements.record_reply", "statements.adopt_report", "site.publish_report"),
        (Audience(TEXTS, taking_part, by_following=True),),
    ),
}
