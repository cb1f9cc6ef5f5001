"""Who may call for topics, propose, support, discuss and settle them.

Members and the team propose and discuss; priorities are the members' own, so that marks are theirs alone. The team
settles. Who proposed something goes on writing on it, and takes it back while it is pending.
"""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, MEMBER, TEAM
from supportroom.rounds.circles import seen_through_circles
from supportroom.rounds.models import Participant, Round
from supportroom.topics.models import DiscussionPoint, Reading, Remark, Topic, TopicLink


@permission("topics.open_call")
@permission("topics.amend_call")
@permission("topics.close_call")
@permission("topics.count_marks")
@permission("topics.put_on_agenda")
@permission("topics.move_on_agenda")
@permission("topics.defer_topic")
@permission("topics.merge_topic")
@permission("topics.name_contact")
@permission("topics.settle_point")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team calls for topics and says what becomes of them."""
    return actor.holds(TEAM)


@permission("topics.propose_topic")
def may_propose(actor: Actor, thing: Round) -> bool:
    """The team, and members once topics were called for."""
    return actor.holds(TEAM) or (actor.holds(MEMBER) and thing.is_open_to_members)


@permission("topics.remark")
@permission("topics.contribute_point")
@permission("topics.link_topic")
def may_contribute(actor: Actor, thing: Topic) -> bool:
    """Who may propose topics in the round may also contribute to those of others."""
    return may_propose(actor, thing.round)


@permission("topics.support_topic")
@permission("topics.take_mark_back")
def may_support(actor: Actor, thing: Topic) -> bool:
    """Members alone: marks show what they put first."""
    return actor.holds(MEMBER) and thing.round.is_open_to_members


def is_own(actor: Actor, owner_id: int | None) -> bool:
    """Tell whether something is the actor's own."""
    return actor.person_id is not None and actor.person_id == owner_id


@permission("topics.withdraw_topic")
def may_withdraw(actor: Actor, thing: Topic) -> bool:
    """Who proposed it, nobody else: the team defers, and says why."""
    return is_own(actor, thing.proposed_by_id)


@permission("topics.reword_topic")
@permission("topics.add_reading")
def writes_framework(actor: Actor, thing: Topic) -> bool:
    """The team, and who proposed the topic."""
    return actor.holds(TEAM) or is_own(actor, thing.proposed_by_id)


@permission("topics.translate_topic")
def may_translate(actor: Actor, thing: Topic) -> bool:
    """The team and interpreters."""
    return actor.holds(TEAM, INTERPRETER)


@permission("topics.unlink_topic")
@permission("topics.remove_reading")
def writes_framework_of(actor: Actor, thing: TopicLink | Reading) -> bool:
    """Who writes the topic's framework."""
    return writes_framework(actor, thing.topic)


@permission("topics.remove_remark")
def may_remove_remark(actor: Actor, thing: Remark) -> bool:
    """Who wrote it, and the team, which answers for what stands in the room."""
    return actor.holds(TEAM) or is_own(actor, thing.written_by_id)


@permission("topics.remove_point")
def may_remove_point(actor: Actor, thing: DiscussionPoint) -> bool:
    """Who contributed it; the team leaves out, and says why."""
    return is_own(actor, thing.contributed_by_id)


@permission("topics.reword_point")
def may_reword_point(actor: Actor, thing: DiscussionPoint) -> bool:
    """The team, interpreters for its translations, and who contributed it."""
    return actor.holds(TEAM, INTERPRETER) or is_own(actor, thing.contributed_by_id)


@permission("topics.read_remarks")
def reads_remarks(actor: Actor, thing: Round) -> bool:
    """The discussion is held among members and the team; interpreters translate it, participants prepare with it."""
    return actor.holds(TEAM, MEMBER, INTERPRETER) or Participant.objects.of(actor).filter(round=thing).exists()


@permission("topics.read_contact")
def reads_contact(actor: Actor, thing: Round) -> bool:
    """Team, participants and those invited: they have questions. Others read that somebody is named."""
    if actor.holds(TEAM):
        return True
    own = Participant.objects.of(actor).filter(round=thing).exists()
    return own or Round.objects.filter(seen_through_circles(actor), pk=thing.pk).exists()
