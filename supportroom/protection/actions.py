"""Agreeing to be named, and taking it back."""

from collections.abc import Callable
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.protection.models import Consent

_released: list[Callable[[str], bool]] = []


def watch_release(is_released: Callable[[str], bool]) -> None:
    """Let an app above tell whether the thing behind a reference is released; called in its `ready()`."""
    _released.append(is_released)


def settle_consent(person: Person, thing: Any, *, given: bool) -> Consent:
    """Write down whether somebody is named in a thing, inside an action whose journal must not say who they are.

    DomainError `protection.released` once it is out.
    """
    about = reference(thing)
    refuse_unless(not any(is_released(about) for is_released in _released), "protection.released")
    known = Consent.objects.filter(person=person, thing=about).first()
    return change(known, given=given) if known else create(Consent, person=person, thing=about, given=given)


@action("protection.give_consent", on="person")
def give_consent(*, actor: Actor, person: Person, thing: Any) -> Consent:
    """Agree to be named in a thing; DomainError `protection.released` once it is out."""
    consent = settle_consent(person, thing, given=True)
    record(thing, actor=actor)
    return consent


@action("protection.withdraw_consent", on="person")
def withdraw_consent(*, actor: Actor, person: Person, thing: Any) -> Consent:
    """Take the agreement back; DomainError `protection.released` once it is out."""
    consent = settle_consent(person, thing, given=False)
    record(thing, actor=actor)
    return consent
