"""What a page is about, or 404: what is hidden and what is absent look alike."""

from supportroom.invitations.models import Invitation, Question, SupportRequest
from supportroom.invitations.queries import invitations_visible_to
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.rounds.views.rounds import round_or_missing


def own_invitation(request: Asking, invitation_id: int) -> Invitation:
    """Give the reader's own invitation; Missing for anybody else's."""
    found = (
        invitations_visible_to(request.actor).filter(pk=invitation_id, person_id=request.actor.person_id or 0).first()
    )
    if found is None or not may(request.actor, "invitations.accept", found):
        raise Missing("kernel.missing")
    return found


def invitation_for_team(request: Asking, invitation_id: int) -> Invitation:
    """Give any invitation to the team; Missing for everybody else."""
    found = invitations_visible_to(request.actor).filter(pk=invitation_id).first()
    if found is None or not may(request.actor, "invitations.read_invitations", found.round):
        raise Missing("kernel.missing")
    return found


def request_for_team(request: Asking, support_request_id: int) -> SupportRequest:
    """Give a support request to the team; Missing for everybody else."""
    rows = SupportRequest.objects.select_related("invitation__round", "invitation__person")
    found = rows.filter(pk=support_request_id).first()
    if found is None or not may(request.actor, "invitations.settle_request", found):
        raise Missing("kernel.missing")
    return found


def round_for_team(request: Asking, round_id: int) -> Round:
    """Give a round whose invitations the reader prepares; Missing where it is hidden, Denied where they do not."""
    round = round_or_missing(request, round_id)
    require(request.actor, "invitations.read_invitations", round)
    return round


def round_with_questions(request: Asking, round_id: int) -> Round:
    """Give a round whose questions the reader may read; Missing for everybody else."""
    found = Round.objects.filter(pk=round_id).first()
    if found is None or not may(request.actor, "invitations.read_questions", found):
        raise Missing("kernel.missing")
    return found


def question_to_answer(request: Asking, question_id: int) -> Question:
    """Give a question that is the reader's to answer; Missing for everybody else."""
    found = Question.objects.select_related("round", "topic").filter(pk=question_id).first()
    if found is None or not may(request.actor, "invitations.answer_question", found):
        raise Missing("kernel.missing")
    return found


def sees_round(request: Asking, round: Round) -> bool:
    """Tell whether the round's own pages open to the reader."""
    return rounds_visible_to(request.actor).filter(pk=round.pk).exists()
