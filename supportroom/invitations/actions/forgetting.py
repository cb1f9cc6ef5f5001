"""What is forgotten of invitations when their round is published: needs, reasons, who was proposed, who asked."""

from supportroom.invitations.models import Question, Response, SupportRequest
from supportroom.invitations.vocabulary import WAITING
from supportroom.journal.writing import erase_all
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.models import Round


def forget_what_was_confided(round: Round) -> None:
    """Keep of each answer what it was and when; inside the action that publishes the round (S43)."""
    nothing = MultilingualText()
    erase_all(SupportRequest.objects.filter(invitation__round=round))
    given = Response.objects.filter(invitation__round=round)
    given.filter(proposal=WAITING).update(proposal="")
    given.update(reason=nothing, reply=nothing, support=[], substitute_name="", substitute_contact="")
    Question.objects.filter(round=round).update(invitation=None)
