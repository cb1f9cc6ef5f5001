"""Who supported what is erased when the round's first session closes, who wrote what when it is published."""

from django.db.models import Count

from supportroom.journal.writing import change, erase_all, forget_who_did
from supportroom.people.models import Person
from supportroom.rounds.models import Round, Session
from supportroom.topics.actions.calls import counted, held_call
from supportroom.topics.models import DiscussionPoint, Mark, Remark, Topic

OF_MEMBERS = tuple(
    f"topics.{verb}"
    for verb in ("propose_topic", "reword_topic", "withdraw_topic", "contribute_point", "reword_point", "remove_point",
                 "add_reading", "remove_reading", "remark", "remove_remark")
)  # fmt: skip


def erase_marks(session: Session) -> None:
    """Keep each topic's number alone: inside the action that closes a session of the round.

    Priorities were set for a round that has met by now; what is left would only tell who wanted what (S43).
    """
    call = held_call(session.round)
    marks = Mark.objects.filter(topic__round=session.round_id)
    if call is None or not marks.exists():
        return
    counted(call, is_over=True)
    numbers = dict(marks.order_by().values_list("topic").annotate(Count("pk")))
    for topic in Topic.objects.select_for_update(no_key=True).filter(pk__in=numbers).order_by("pk"):
        change(topic, final_support=numbers[topic.pk])
    erase_all(marks)


def forget_who_wrote(round: Round) -> None:
    """Keep the words and not whose they are, in the journal too: inside the action that publishes the round (S43)."""
    forget_who_did(OF_MEMBERS, Topic.objects.filter(round=round))
    Topic.objects.filter(round=round).update(proposed_by=None)
    Remark.objects.filter(topic__round=round).update(written_by=None)
    DiscussionPoint.objects.filter(topic__round=round).update(contributed_by=None)


def forget_person(person: Person) -> None:
    """Keep somebody's words and not that they are theirs; inside the action that forgets them (S43)."""
    Topic.objects.filter(proposed_by=person).update(proposed_by=None)
    Remark.objects.filter(written_by=person).update(written_by=None)
    DiscussionPoint.objects.filter(contributed_by=person).update(contributed_by=None)
    erase_all(Mark.objects.filter(person=person))
