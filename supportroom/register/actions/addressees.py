"""Bodies that are asked, and who answers for them."""

from typing import Any

from django.utils.text import slugify

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Account, Person
from supportroom.register.holding import hold_register
from supportroom.register.models import Addressee, Representative
from supportroom.register.recording import new_slug

SHORTEST_DAYS, LONGEST_DAYS = 7, 730


@action("register.add_addressee", on="name")
def add_addressee(
    *, actor: Actor, name: MultilingualText, kind: str, language: str, address: str = "", answer_days: int | None = None
) -> Addressee:
    """Enter a body that recommendations are addressed to; without `answer_days` the charter's hold.

    DomainError `register.addressee_known`, `register.answer_days`; ValidationError for a wrong address or kind.
    """
    hold_register()
    _refuse_known(name)
    _refuse_days(answer_days)
    addressee = create(
        Addressee,
        name=name,
        kind=kind,
        slug=_slug_for(name),
        language=language,
        address=address,
        answer_days=answer_days,
        position=Addressee.objects.count() + 1,
        search_text=name.search_text,
    )
    record(addressee, actor=actor)
    return addressee


@action("register.amend_addressee", on="addressee")
def amend_addressee(*, actor: Actor, addressee: Addressee, seen: int | None = None, **fields: Any) -> Addressee:
    """Change an addressee's name, kind, language, address or days; its public address stays.

    Stale where somebody was faster; DomainError as `add_addressee`.
    """
    if "name" in fields:
        _refuse_known(fields["name"], besides=addressee)
        fields["search_text"] = fields["name"].search_text
    _refuse_days(fields.get("answer_days"))
    change(addressee, seen=seen, **fields)
    record(addressee, actor=actor, fields=sorted(fields))
    return addressee


@action("register.remove_addressee", on="addressee")
def remove_addressee(*, actor: Actor, addressee: Addressee) -> None:
    """Take out a body that nothing was addressed to; DomainError `kernel.in_use`."""
    record(addressee, actor=actor)
    erase(addressee)


@action("register.name_representative", on="addressee")
def name_representative(*, actor: Actor, addressee: Addressee, person: Person) -> Representative:
    """Let a person with an account answer for an addressee.

    DomainError `register.represents_already`, `register.no_account`.
    """
    refuse_unless(Account.objects.filter(person=person, is_active=True).exists(), "register.no_account")
    refuse_unless(not addressee.representatives.filter(person=person).exists(), "register.represents_already")
    representative = create(Representative, addressee=addressee, person=person)
    record(addressee, actor=actor, person=person.pk)
    return representative


@action("register.dismiss_representative", on="representative")
def dismiss_representative(*, actor: Actor, representative: Representative) -> None:
    """Let a person no longer answer for an addressee."""
    record(representative.addressee, actor=actor, person=representative.person_id)
    erase(representative)


def _refuse_known(name: MultilingualText, *, besides: Addressee | None = None) -> None:
    others = Addressee.objects.filter(search_text=name.search_text)
    others = others.exclude(pk=besides.pk) if besides else others
    refuse_unless(not others.exists(), "register.addressee_known")


def _refuse_days(days: int | None) -> None:
    refuse_unless(days is None or SHORTEST_DAYS <= days <= LONGEST_DAYS, "register.answer_days")


def _slug_for(name: MultilingualText) -> str:
    stem = slugify(name.texts.get("en", ""))[:30].strip("-") or "addressee"
    taken = Addressee.objects.filter(slug=stem).exists() or stem == "addressee"
    return new_slug(stem) if taken else stem
