"""What is done to persons and accounts."""

from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, create_many, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.clock import now
from supportroom.people.ending import end_sessions, stop_asked
from supportroom.people.joining import ask_to_join, needs_another
from supportroom.people.leaving import run_callbacks
from supportroom.people.models import Account, AccountInvitation, Organisation, Person
from supportroom.people.tokens import digest_of
from supportroom.people.vocabulary import INVITATION_HOURS, ROLES, TEAM


@action("people.add_person", on="organisation")
def add_person(
    *,
    actor: Actor,
    name: str,
    organisation: Organisation | str | None = None,
    language: str = "ar",
    time_zone: str = "Asia/Damascus",
    roles: tuple[str, ...] = (),
) -> Person:
    """Add a person to the roll, with the organisation (made if only its name is given) and room-wide roles.

    A role that takes two of the team is not given yet: another of the team is asked for it.
    """
    refuse_unless(set(roles) <= set(ROLES), "people.unknown_role")
    asked = {role for role in roles if needs_another(actor, role)}
    if isinstance(organisation, str):
        named = organisation.strip()
        known = Organisation.objects.filter(name=named).first() if named else None
        organisation = known or (create(Organisation, name=named) if named else None)
    person = create(
        Person,
        name=name,
        organisation=organisation,
        language=language,
        time_zone=time_zone,
        roles=sorted(set(roles) - asked),
        search_text=fold(f"{name} {organisation.name if organisation else ''}"),
    )
    record(person, actor=actor, roles=person.roles)
    if asked:
        ask_to_join(actor=actor, person=person)
    return person


@action("people.amend_person", on="person")
def amend_person(*, actor: Actor, person: Person, seen: int | None = None, name: str, organisation: str = "") -> Person:
    """Change a person's name or organisation (made if new); Stale where somebody was faster."""
    named = organisation.strip()
    belongs = Organisation.objects.filter(name=named).first() if named else None
    belongs = belongs or (create(Organisation, name=named) if named else None)
    change(person, seen=seen, name=name, organisation=belongs, search_text=fold(f"{name} {named}"))
    record(person, actor=actor)
    return person


def add_people(rows: Sequence[tuple[str, str, str]]) -> list[Person]:
    """Add many persons inside another action: name, organisation (made if new) or nothing, language."""
    wanted = {organisation for _name, organisation, _language in rows if organisation}
    known = {each.name: each for each in Organisation.objects.filter(name__in=wanted)}
    new = create_many(Organisation, [{"name": name} for name in sorted(wanted - set(known))])
    known.update({each.name: each for each in new})
    return create_many(Person, [
        {
            "name": name,
            "organisation": known.get(organisation),
            "language": language,
            "roles": [],
            "search_text": fold(f"{name} {organisation}"),
        }
        for name, organisation, language in rows
    ])  # fmt: skip


@action("people.give_role", on="person")
def give_role(*, actor: Actor, person: Person, role: str) -> Person:
    """Give a room-wide role; DomainError `people.unknown_role`, `people.takes_two`."""
    refuse_unless(role in ROLES, "people.unknown_role")
    refuse_unless(not needs_another(actor, role), "people.takes_two")
    change(person, roles=sorted({*person.roles, role}))
    _begin_anew(person)
    record(person, actor=actor, role=role)
    return person


@action("people.take_role", on="person")
def take_role(*, actor: Actor, person: Person, role: str) -> Person:
    """Take a room-wide role away; the last of the team who can sign in stays (DomainError `people.last_team`)."""
    if role == TEAM:  # the whole team is held: two who take each other's role follow one another
        team = Person.objects.holding(TEAM).order_by("pk").select_for_update(no_key=True)
        others = {each.pk for each in team} - {person.pk}
        refuse_unless(Account.objects.filter(person__in=others, is_active=True).exists(), "people.last_team")
        stop_asked(person)
    change(person, roles=sorted({*person.roles} - {role}))
    _begin_anew(person)
    record(person, actor=actor, role=role)
    run_callbacks(person, role)
    return person


def _begin_anew(person: Person) -> None:
    """Another role: who was signed in signs in anew (S05), a link made for the roles before is over (S01)."""
    account = Account.objects.filter(person=person).first()
    if account:
        end_sessions(account)
    AccountInvitation.objects.filter(person=person, used=False).update(used=True)


@action("people.invite_person", on="person")
def invite_person(*, actor: Actor, person: Person, token: str) -> AccountInvitation:
    """Open a single-use way to an account for 72 hours; earlier ones end. The caller shows `token` once."""
    refuse_unless(not Account.objects.filter(person=person).exists(), "people.has_account")
    AccountInvitation.objects.filter(person=person, used=False).update(used=True)
    expires_at = now() + timedelta(hours=INVITATION_HOURS)
    invitation = create(AccountInvitation, person=person, digest=digest_of(token), expires_at=expires_at)
    record(person, actor=actor)
    return invitation


@action("people.accept_invitation", on="invitation")
def accept_invitation(*, actor: Actor, invitation: AccountInvitation, email: str, password: str) -> Account:
    """Make the invited person's account.

    DomainError `people.invitation_over`, `people.email_taken`; ValidationError for a password that the rules refuse.
    """
    taken = AccountInvitation.objects.filter(pk=invitation.pk, used=False, expires_at__gt=now()).update(used=True)
    refuse_unless(taken, "people.invitation_over")
    refuse_unless(not Account.objects.at_address(email).exists(), "people.email_taken")
    validate_password(password, Account(email=email, person=invitation.person))
    account = Account.objects.create_user(email=email.strip().lower(), password=password, person=invitation.person)
    record(invitation.person, actor=actor)
    return account


@action("people.set_language", on="person")
def set_language(*, actor: Actor, person: Person, language: str, time_zone: str) -> Person:
    """Set the language and time zone that a person reads in."""
    change(person, language=language, time_zone=time_zone)
    record(person, actor=actor, language=language)
    return person
