"""What is forgotten of invitations when their round is published: needs, reasons, who was proposed, who asked."""

from supportroom.invitations.models import Invitation, JointDecline, Question, Response, SupportRequest
from supportroom.invitations.vocabulary import WAITING
from supportroom.journal.writing import erase_all, forget_who_did
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.rounds.models import Round

OF_THE_INVITED = tuple(
    f"invitations.{verb}"
    for verb in ("accept", "decline", "propose_substitute", "begin_joint_decline", "join_decline", "ask_question")
)


def forget_what_was_confided(round: Round) -> None:
    """Keep of each answer what it was and when, though not in the journal; inside the action that publishes (S43)."""
    nothing = MultilingualText()
    things = [*Invitation.objects.filter(round=round), *JointDecline.objects.filter(round=round)]
    forget_who_did(OF_THE_INVITED, things, round=round.pk)
    erase_all(SupportRequest.objects.filter(invitation__round=round))
    given = Response.objects.filter(invitation__round=round)
    given.filter(proposal=WAITING).update(proposal="")
    given.update(reason=nothing, reply=nothing, support=[], substitute_name="", substitute_contact="")
    Question.objects.filter(round=round).update(invitation=None)


def forget_person(person: Person) -> None:
    """Forget what somebody confided with their answers; inside the action that forgets them (S43)."""
    nothing = MultilingualText()
    erase_all(SupportRequest.objects.filter(invitation__person=person))
    given = Response.objects.filter(invitation__person=person)
    given.update(reason=nothing, support=[], substitute_name="", substitute_contact="")
    Question.objects.filter(invitation__person=person).update(invitation=None)
