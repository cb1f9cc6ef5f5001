"""Reading the roll. Names reach a page only through `protection.name_for`."""

from django.db.models import QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.permissions import may
from supportroom.people.models import Person


def persons_visible_to(actor: Actor) -> QuerySet[Person]:
    """The whole roll for who may read it, by name, with organisation and account; else oneself alone."""
    persons = Person.objects.select_related("organisation", "account").order_by("name", "pk")
    return persons if may(actor, "people.read_roll") else persons.filter(pk=actor.person_id or 0)


def found(persons: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Keep the persons whose name or organisation holds every word, however it is typed."""
    for word in fold(words).split():
        persons = persons.filter(search_text__contains=word)
    return persons
