"""What becomes of somebody's traces in the discussions of working groups when they are forgotten (S43)."""

from supportroom.journal.writing import erase_all
from supportroom.people.models import Person
from supportroom.workroom.models import Mention, Post, Seen, SlotAnswer, Task


def forget_person(person: Person) -> None:
    """Keep what they wrote and not that it is theirs; inside the action that forgets them."""
    Post.objects.filter(written_by=person).update(written_by=None)
    Task.objects.filter(whose=person).update(whose=None)
    erase_all(Mention.objects.filter(person=person))
    erase_all(Seen.objects.filter(person=person))
    erase_all(SlotAnswer.objects.filter(person=person))
