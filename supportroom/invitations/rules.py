"""Who may do what with invitations: the team prepares and settles, whoever was invited answers for themselves alone."""

from typing import Any

from supportroom.invitations.models import Invitation, JointDecline, Question, Signature
from supportroom.invitations.vocabulary import ACCEPTED, DECLINED, LAPSED, SENT
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import MEMBER, OFFICE, TEAM
from supportroom.rounds.models import Participant, Round
from supportroom.topics.models import Topic

HEARD = (SENT, ACCEPTED, DECLINED, LAPSED)
MAY_BE_CONTACT = (MEMBER, OFFICE, TEAM)  # whom topics.name_contact takes


@permission("invitations.write_letter")
@permission("invitations.send_invitations")
@permission("invitations.extend_term")
@permission("invitations.withdraw_invitation")
@permission("invitations.confirm_substitute")
@permission("invitations.refuse_substitute")
@permission("invitations.settle_request")
@permission("invitations.remind")
@permission("invitations.read_invitations")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team invites, and alone sees who is invited and what they answered."""
    return actor.holds(TEAM)


@permission("invitations.lapse")
def is_nobody(actor: Actor, thing: Invitation) -> bool:
    """The clock alone: nobody lets an invitation lapse by hand."""
    return False


@permission("invitations.accept")
@permission("invitations.decline")
@permission("invitations.propose_substitute")
@permission("invitations.ask_question")
@permission("invitations.begin_joint_decline")
@permission("invitations.join_decline")
def is_invited(actor: Actor, thing: Invitation) -> bool:
    """Whoever was invited, and nobody for them."""
    return actor.person_id is not None and actor.person_id == thing.person_id


@permission("invitations.publish_wish")
def signed_first(actor: Actor, thing: JointDecline) -> bool:
    """The first of those whose signature stands."""
    first = Signature.objects.filter(joint_decline=thing, in_force=True).order_by("position", "pk").first()
    return first is not None and actor.person_id == first.invitation.person_id


@permission("invitations.answer_question")
def may_answer(actor: Actor, thing: Question) -> bool:
    """The contact person of the topic that was asked about, as long as they hold a role, and the team."""
    is_contact = actor.person_id is not None and thing.topic is not None and thing.topic.contact_id == actor.person_id
    return actor.holds(TEAM) or (is_contact and actor.holds(*MAY_BE_CONTACT))


@permission("invitations.read_questions")
def may_read_questions(actor: Actor, thing: Round) -> bool:
    """The team, all who were invited or take part, and the contact persons of the round's topics."""
    if actor.holds(TEAM) or actor.person_id is None:
        return actor.holds(TEAM)
    mine = {"round": thing, "person_id": actor.person_id}
    return (
        Invitation.objects.filter(**mine, state__in=HEARD).exists()
        or Participant.objects.filter(**mine).exists()
        or (actor.holds(*MAY_BE_CONTACT) and Topic.objects.filter(round=thing, contact_id=actor.person_id).exists())
    )
