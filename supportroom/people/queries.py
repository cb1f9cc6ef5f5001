"""Reading the roll. Names reach a page only through `protection.name_for`."""

from django.db.models import QuerySet
from django.utils.translation import get_language, gettext

from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import may
from supportroom.people.by_name import by_name, called
from supportroom.people.models import Account, AccountInvitation, Competence, Passkey, Person, Profile, Recovery
from supportroom.people.places import place_name
from supportroom.people.tokens import digest_of
from supportroom.people.vocabulary import (
    AGE_BANDS,
    DISABILITIES,
    GENDERS,
    LIVING,
    OPEN,
    SITUATIONS,
    SPOKEN_LANGUAGES,
    TEAM,
    UNSAID,
)


def persons_visible_to(actor: Actor) -> QuerySet[Person]:
    """The whole roll for who may read it, by name, with organisation and account; else oneself alone."""
    persons = by_name(Person.objects.select_related("organisation", "account"))
    return persons if may(actor, "people.read_roll") else persons.filter(pk=actor.person_id or 0)


def found(persons: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Keep the persons whose name or organisation holds every word, however it is typed."""
    return persons.filter(pk__in=called(words, persons)) if words.strip() else persons


def pending_invitation(person: Person) -> AccountInvitation | None:
    """Give the person's invitation that can still be used, or None."""
    waiting = AccountInvitation.objects.filter(person=person, used=False, expires_at__gt=now())
    return waiting.order_by("-expires_at").first()


def invitation_behind(token: str) -> AccountInvitation:
    """Give the invitation that a link's token opens; DomainError `people.invitation_over`, whatever the reason is."""
    usable = AccountInvitation.objects.select_related("person").filter(used=False, expires_at__gt=now())
    invitation = usable.filter(digest=digest_of(token)).first()
    if invitation is None:
        raise DomainError("people.invitation_over")
    return invitation


def is_relied_on(person_id: int) -> bool:
    """Tell whether somebody is of the team and can sign in: what they asked for still counts."""
    account = Account.objects.select_related("person").filter(person_id=person_id, is_active=True).first()
    return account is not None and TEAM in account.person.roles


def recoveries_visible_to(actor: Actor) -> QuerySet[Recovery]:
    """The ways back in that are under way: all for the team, else one's own."""
    living = Recovery.objects.select_related("account__person", "asked_by")
    living = living.filter(state__in=LIVING, expires_at__gt=now())
    return living if may(actor, "people.ask_recovery", None) else living.filter(account_id=actor.account_id or 0)


def recovery_behind(token: str) -> Recovery:
    """Give the way back in that a link's token opens; DomainError `people.invitation_over`, whatever the reason is."""
    usable = Recovery.objects.select_related("account__person").filter(
        state=OPEN, expires_at__gt=now(), account__is_active=True
    )
    recovery = usable.filter(digest=digest_of(token)).first()
    if recovery is None:
        raise DomainError("people.invitation_over")
    return recovery


def passkeys_of(account: Account, host: str | None = None) -> QuerySet[Passkey]:
    """An account's passkeys by name; those of one address of the room alone where a host is named."""
    passkeys = Passkey.objects.filter(account=account).order_by("name", "pk")
    return passkeys if host is None else passkeys.filter(host=host)


def profile_of(person_id: int) -> Profile:
    """Give what a person says of themselves; an empty profile that is not stored where they said nothing."""
    found = Profile.objects.prefetch_related("competences").filter(person_id=person_id).first()
    return found or Profile(person_id=person_id)


def what_is_said(profile: Profile) -> list[tuple[str, str]]:
    """Give what a profile says, with what it is about, in the reader's language; nothing of what was left empty."""
    here, between = get_language() or "", gettext(", ")
    spoken = (str(SPOKEN_LANGUAGES.get(code, code)) for code in profile.languages)
    fields = (str(each.name.said_in(here)) for each in profile.competences.all())
    said = [
        (gettext("Lives in"), place_name(profile.region) if profile.region else ""),
        (gettext("Situation"), SITUATIONS[profile.situation] if profile.situation != UNSAID else ""),
        (gettext("Gender"), GENDERS[profile.gender] if profile.gender != UNSAID else ""),
        (gettext("Age"), AGE_BANDS[profile.age_band] if profile.age_band != UNSAID else ""),
        (gettext("A disability"), DISABILITIES[profile.disability] if profile.disability != UNSAID else ""),
        (gettext("Speaks"), between.join(spoken)),
        (gettext("Competent in"), between.join(fields)),
        (gettext("Network"), profile.network),
    ]
    return [(about, str(words)) for about, words in said if words]


def competences() -> QuerySet[Competence]:
    """The fields of competence in the team's order."""
    return Competence.objects.all()
