"""Reading the roll. Names reach a page only through `protection.name_for`."""

from django.db.models import QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import may
from supportroom.people.models import AccountInvitation, Competence, Person, Profile
from supportroom.people.tokens import digest_of


def persons_visible_to(actor: Actor) -> QuerySet[Person]:
    """The whole roll for who may read it, by name, with organisation and account; else oneself alone."""
    persons = Person.objects.select_related("organisation", "account").order_by("name", "pk")
    return persons if may(actor, "people.read_roll") else persons.filter(pk=actor.person_id or 0)


def found(persons: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Keep the persons whose name or organisation holds every word, however it is typed."""
    for word in fold(words[:200]).split():
        persons = persons.filter(search_text__contains=word)
    return persons


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


def profile_of(person_id: int) -> Profile:
    """Give what a person says of themselves; an empty profile that is not stored where they said nothing."""
    found = Profile.objects.prefetch_related("competences").filter(person_id=person_id).first()
    return found or Profile(person_id=person_id)


def competences() -> QuerySet[Competence]:
    """The fields of competence in the team's order."""
    return Competence.objects.all()
