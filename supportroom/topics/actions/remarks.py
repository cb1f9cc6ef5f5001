"""The discussion of a topic."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import TEAM
from supportroom.topics.actions.calls import freshly, refuse_unless_prepared
from supportroom.topics.models import Remark, Topic
from supportroom.topics.vocabulary import MERGED, WITHDRAWN


@action("topics.remark", on="topic")
def remark(*, actor: Actor, topic: Topic, text: MultilingualText) -> Remark:
    """Say something about a topic while the round is prepared.

    DomainError `topics.round_over`, `topics.settled` where it was merged or taken back, `kernel.empty`.
    """
    refuse_unless_prepared(topic.round)
    refuse_unless(freshly(topic).state not in (MERGED, WITHDRAWN), "topics.settled")
    refuse_unless(text, "kernel.empty")
    said = create(
        Remark,
        topic=topic,
        text=text,
        written_by_id=actor.person_id,
        written_on=now().date(),
        from_team=actor.holds(TEAM),
        position=topic.remarks.count() + 1,
    )
    record(topic, actor=actor, remark=said.pk)
    return said


@action("topics.remove_remark", on="remark")
def remove_remark(*, actor: Actor, remark: Remark) -> None:
    """Take a remark out: one's own, or for the team what may not stand in the room."""
    record(remark.topic, actor=actor)
    erase(remark)
