"""No person stands among the actors: names that the room knows are found in what is written about them."""

from supportroom.journal.writing import refuse_unless
from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person


def refuse_persons(*texts: MultilingualText) -> None:
    """Raise DomainError `glossary.names_a_person` where a text holds the full name of a person of the room."""
    words = " ".join(f" {text.search_text} " for text in texts if text)
    names = (fold(person.name) for person in Person.objects.only("name").iterator(chunk_size=2000))
    refuse_unless(not any(" " in name and f" {name} " in words for name in names), "glossary.names_a_person")
