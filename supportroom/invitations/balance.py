"""What an exchange of people does to the balance of a round: which quotas fall, and lack a reason so far."""

from supportroom.invitations.models import Invitation
from supportroom.invitations.queries import coming_or_waiting
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.selection.balance import Standing, falls_below, standing


def balance_now(round: Round) -> list[Standing]:
    """Give how those who come or have not answered stand to each quota."""
    return standing(round, coming_or_waiting(round))


def quotas_hurt(before: Invitation, person: Person) -> list[Standing]:
    """Give the quotas that are missed by more if this person comes instead of the one invited before.

    One that has its reason already is left out.
    """
    among = {*coming_or_waiting(before.round), before.person_id}
    hurt = falls_below(before.round, before.person_id, person, among=among)
    return [each for each in hurt if not each.reason]
