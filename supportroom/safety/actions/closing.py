"""Closing one's account at once (S47)."""

from django.apps import apps
from django.db import connection, transaction

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.ending import end_account
from supportroom.people.leaving import run_callbacks
from supportroom.people.models import Account, AccountInvitation, Person, Profile
from supportroom.protection.erasing import scrub_disk
from supportroom.protection.models import Consent
from supportroom.protection.retention import forget_person
from supportroom.room.models import Room
from supportroom.room.queries import forget_charter
from supportroom.safety.former import FORMER
from supportroom.safety.models import Buddy, Standing


@action("safety.close_account", on="person")
def close_account(*, actor: Actor, person: Person, removes: bool = False) -> None:
    """Close one's account in one step: every session is over, the way in with its address and factors is erased.

    The name, organisation, roles and profile go from the roll. What one wrote stays as a former member's; with
    `removes` everything that the rules allow is taken out on every floor as well. Once that is committed nothing of it
    lies on the disk either. DomainError `safety.gone` where the account is closed, or was locked meanwhile.
    """
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # first the person, as who locks the account does
    account = Account.objects.select_for_update(no_key=True).filter(person=person, is_active=True).first()
    refuse_unless(account is not None, "safety.gone")
    record(person, actor=actor)
    if account is not None:
        end_account(account)
    _take_no_reports(person)
    erase_all(AccountInvitation.objects.filter(person=person))
    erase_all(Buddy.objects.filter(person=person) | Buddy.objects.filter(buddy=person))
    erase_all(Standing.objects.filter(person=person))
    roles, organisation = list(person.roles), person.organisation
    change(person, name=FORMER, organisation=None, roles=[], search_text="", time_zone="UTC")
    if organisation is not None and not organisation.persons.exists():
        erase(organisation)  # theirs alone: it would tell who they were
    for role in roles:
        run_callbacks(person, role)
    erase_all(Profile.objects.filter(person=person))
    erase_all(Consent.objects.filter(person=person))
    if removes:
        forget_person(person)
    transaction.on_commit(_scrub, robust=True)


def _take_no_reports(person: Person) -> None:
    """Leave the room without a focal point if it was they: reports would go to somebody who cannot read them."""
    room = Room.objects.select_for_update(no_key=True).filter(focal_point=person).first()
    if room is not None:
        change(room, focal_point=None)
        forget_charter()


def _scrub() -> None:
    """Take from the disk what was erased: on PostgreSQL from the tables of the roll and of consents."""
    if not connection.in_atomic_block:
        roll = apps.get_app_config("people").get_models(include_auto_created=True)
        scrub_disk(*roll, Consent, Buddy, Standing, waits=False)
