"""When somebody can come to a meeting."""

from collections.abc import Mapping

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.workroom.models import Meeting, SlotAnswer
from supportroom.workroom.vocabulary import PROPOSED


@action("workroom.answer_slots", on="meeting")
def answer_slots(*, actor: Actor, meeting: Meeting, answers: Mapping[int, str]) -> Meeting:
    """Answer the proposed times (by id): yes, if it must be, no; answers are changed by answering again.

    DomainError `workroom.other_meeting`, `kernel.not_now` once a time is set.
    """
    held = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    refuse_unless(held.state == PROPOSED, "kernel.not_now")
    slots = set(held.slots.values_list("pk", flat=True))
    refuse_unless(answers.keys() <= slots, "workroom.other_meeting")
    known = {row.slot_id: row for row in SlotAnswer.objects.filter(slot__in=slots, person=actor.person_id)}
    for slot_id, answer in answers.items():
        if slot_id in known:
            change(known[slot_id], answer=answer)
        else:
            create(SlotAnswer, slot_id=slot_id, person_id=actor.person_id, answer=answer)
    record(held, actor=actor, group=held.group_id)
    return held
