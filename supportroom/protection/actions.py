"""Agreeing to be named, and taking it back; forgetting who would not be named; sealing fields with a new key."""

from collections.abc import Callable, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, TextField
from django.db.models.functions import Cast

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.models import Entry, reference
from supportroom.journal.writing import change, create, erase_all, forget_traces, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.encrypted import in_columns, sealed_fields
from supportroom.kernel.keyring import KeysMissing, Unreadable
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
    refuse_unless(not is_out(about), "protection.released")
    known = Consent.objects.filter(person=person, thing=about).first()
    return change(known, given=given) if known else create(Consent, person=person, thing=about, given=given)


def is_out(about: str) -> bool:
    """Tell whether the thing behind a reference is released: who agreed to be named in it is named for good."""
    return any(is_released(about) for is_released in _released)


@action("protection.give_consent", on="person")
def give_consent(*, actor: Actor, person: Person, thing: Any) -> Consent:
    """Agree to be named in a thing; DomainError `protection.released` once it is out."""
    consent = settle_consent(person, thing, given=True)
    record(thing, actor=actor)
    return consent


@action("protection.withdraw_consent", on="person")
def withdraw_consent(*, actor: Actor, person: Person, thing: Any) -> Consent:
    """Take the agreement back; DomainError `protection.released` once it is out.

    The journal forgets who had agreed, and says of the day alone that somebody took it back (S43).
    """
    consent = settle_consent(person, thing, given=False)
    said = Entry.objects.about(reference(thing)).filter(actor=person.ref)
    forget_traces(said.filter(action__in=("protection.give_consent", "protection.withdraw_consent")))
    record_unnamed(thing, at=now().replace(hour=0, minute=0, second=0, microsecond=0))
    return consent


@action("protection.forget_refusals", on="consents")
def forget_refusals(*, actor: Actor, consents: None = None) -> None:
    """Erase who would not be named in what is out by now: they are asked no more (S43)."""
    known = Consent.objects.filter(given=False).values_list("thing", flat=True).distinct()
    over = [about for about in known if is_out(about)]
    record("protection.refusals", actor=actor, rows=erase_all(Consent.objects.filter(given=False, thing__in=over)))


@action("protection.seal_anew", on="label")
def seal_anew(*, actor: Actor, label: str, rows: Sequence[Any]) -> None:
    """Seal what these rows of a model hold by now with the key of today; one that cannot be opened stays as it is.

    Their versions stay: whoever is changing one sees nothing of it.
    """
    manager = apps.get_model(label)._default_manager
    held = manager.filter(pk__in=list(rows)).select_for_update(of=("self",)).order_by("pk")
    columns = [(row.pk, _sealed_anew(row)) for row in held]
    turned = sum(manager.filter(pk=pk).update(**values) for pk, values in columns if values)
    record("protection.keys", actor=actor, label=label, rows=turned)


def _sealed_anew(row: Model) -> dict[str, Any]:
    try:
        return in_columns(row, {field.name: getattr(row, field.name) for field in sealed_fields(type(row))})
    except (KeysMissing, Unreadable):
        return {}


def forget_traces_of(person: Person) -> None:
    """Empty what the journal says of a person: what they did, what was done to them, entries whose facts name them.

    Inside the action that forgets them (S43); their bare number stays where an entry is about them.
    """
    named = Entry.objects.annotate(said=Cast("facts", TextField())).filter(said__contains=str(person.pk))
    about = Entry.objects.filter(Q(actor=person.ref) | Q(thing__in=[person.ref, reference(person)]))
    forget_traces(Entry.objects.filter(Q(pk__in=about.values("pk")) | Q(pk__in=named.values("pk"))))
    erase_all(Consent.objects.filter(person=person, given=False))
