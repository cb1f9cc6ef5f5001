"""Questions and answers of a round: asked by those invited, answered to all of them, without names."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.invitations import actions
from supportroom.invitations.forms import AnswerForm, QuestionForm
from supportroom.invitations.queries import invitation_of, is_own, questions_visible_to
from supportroom.invitations.rules import HEARD
from supportroom.invitations.views.finding import own_invitation, question_to_answer, round_with_questions, sees_round
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.topics.queries import agenda_of
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def question_list(request: Asking, round_id: int) -> HttpResponse:
    """Show what was asked and answered, to all who were invited."""
    round = round_with_questions(request, round_id)
    asked = questions_visible_to(request.actor, round)
    own = invitation_of(request.actor, round)
    context = {
        "round": round,
        "questions": [
            (each, is_own(request.actor, each), may(request.actor, "invitations.answer_question", each))
            for each in asked
        ],
        "own": own if own and own.state in HEARD else None,
        "sees_round": sees_round(request, round),
        "prepares": may(request.actor, "invitations.read_invitations", round),
    }
    return render(request, "invitations/questions.html", context)


def question_ask(request: Asking, invitation_id: int) -> HttpResponse:
    """Ask a topic's contact person, or the team."""
    invitation = own_invitation(request, invitation_id)
    start = {"topic": request.GET.get("topic", "")}
    form = QuestionForm(request.POST or None, initial=start, topics=agenda_of(invitation.round))
    status = save(request, form, actions.ask_question, actor=request.actor, invitation=invitation)
    if status == DONE:
        return redirect("invitations:question_list", invitation.round_id)
    context = {"invitation": invitation, "round": invitation.round, "form": form}
    return render(request, "invitations/ask.html", context, status=status)


def question_answer(request: Asking, question_id: int) -> HttpResponse:
    """Answer a question, or better its answer."""
    question = question_to_answer(request, question_id)
    seen = seen_in(request, question)
    values = AnswerForm.values_of(question)
    form = AnswerForm(request.POST or None, initial=values, languages=languages_spoken())
    asked = {"actor": request.actor, "question": question, "seen": seen}
    status = save(request, form, actions.answer_question, edits=question, now=AnswerForm.values_of, **asked)
    if status == DONE:
        return redirect("invitations:question_list", question.round_id)
    context = {"round": question.round, "question": question, "form": form}
    context["seen"] = question.version if status == OVERTAKEN else seen
    return render(request, "invitations/answer.html", context, status=status)
