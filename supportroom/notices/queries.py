"""What pages read about notices and mails."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Min, QuerySet

from supportroom.groups.models import WorkingGroup
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.notices.audiences.groups import seats
from supportroom.notices.audiences.topics import contributed_to
from supportroom.notices.models import AddressTrouble, Following, Mail, Notice
from supportroom.notices.outcomes import digest_of_address
from supportroom.notices.vocabulary import FAILED, WAITING
from supportroom.people.by_name import by_name
from supportroom.people.models import Account, Person
from supportroom.register.models import Recommendation
from supportroom.rounds.models import Participant
from supportroom.topics.models import Topic


def notices_visible_to(actor: Actor) -> QuerySet[Notice]:
    """The actor's own notices that are shown by now, newest first."""
    return Notice.objects.filter(person_id=actor.person_id or 0, shows_at__lte=now())


def unread_count(actor: Actor) -> int:
    """Give how many notices the actor has not read."""
    return notices_visible_to(actor).filter(is_read=False).count()


def reachable_among(person_ids: Iterable[int]) -> set[int]:
    """Give those of these persons whom mail reaches: an account is in use, and no server refused its address."""
    accounts = Account.objects.filter(person_id__in=list(person_ids), is_active=True)
    known = set(accounts.values_list("person_id", flat=True))
    refused = F("person__address_trouble__digest")
    troubled = accounts.filter(person__address_trouble__isnull=False).annotate(refused=refused)
    return known - {each.person_id for each in troubled if each.refused == digest_of_address(each.email)}


def unreachable(person_ids: Iterable[int]) -> set[int]:
    """Give those of these persons whom no mail reaches: the address was refused, or there is no account yet."""
    wanted = set(person_ids)
    return wanted - reachable_among(wanted)


def address_trouble_of(person: Person) -> AddressTrouble | None:
    """Give that a person's present address was refused, or None."""
    trouble = AddressTrouble.objects.filter(person=person).first()
    is_meant = trouble is not None and trouble.digest == digest_of_address(address_of(person))
    return trouble if is_meant else None


def address_of(person: Person) -> str:
    """Give the address that mail to a person goes to, or nothing where there is none (any more)."""
    account = Account.objects.filter(person=person, is_active=True).first()
    return account.email if account else ""


def is_following(actor: Actor, thing: Any) -> bool:
    """Tell whether the actor is told of what moves in a round, topic, working group or recommendation: by choice, or
    because they take part in the round, contributed to the topic, hold a seat of the group, follow its round.
    """
    if actor.person_id is None:
        return False
    chosen = Following.objects.filter(person_id=actor.person_id, thing=reference(thing)).first()
    if chosen is not None:
        return chosen.is_on
    if isinstance(thing, Topic):
        return contributed_to(actor.person_id, thing)
    if isinstance(thing, WorkingGroup):
        return actor.person_id in set(seats(thing))
    if isinstance(thing, Recommendation):
        return thing.round is not None and is_following(actor, thing.round)
    return Participant.objects.filter(round=thing.pk, person_id=actor.person_id).exists()


def switched_off(actor: Actor, things: Iterable[str]) -> set[str]:
    """Give those of these references that the actor does not want to follow."""
    mine = Following.objects.filter(person_id=actor.person_id or 0, is_on=False, thing__in=list(things))
    return set(mine.values_list("thing", flat=True))


@dataclass(frozen=True)
class Outbox:
    """How mail stands: how many wait, since when, and which were given up."""

    waiting: int
    oldest: datetime | None
    failed: QuerySet[Mail]


def outbox() -> Outbox:
    """Give how mail stands, for the team."""
    waiting = Mail.objects.filter(state=WAITING)
    failed = by_name(Mail.objects.filter(state=FAILED), "person")
    return Outbox(waiting.count(), waiting.aggregate(oldest=Min("written_at"))["oldest"], failed)


def mails_given_up() -> int:
    """Give how many mails were given up and not tried again."""
    return Mail.objects.filter(state=FAILED).count()


def unreachable_persons() -> QuerySet[Person]:
    """Persons whose address a mail server refused for good, by name."""
    return by_name(Person.objects.filter(address_trouble__isnull=False))
