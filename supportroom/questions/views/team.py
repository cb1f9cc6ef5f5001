"""The team's side: what waits, one question with its answer, its translations, and setting it aside."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.questions import actions
from supportroom.questions.forms import AnswerForm, SetAsideForm, StateForm, TranslationForm
from supportroom.questions.lifecycle import QUESTION
from supportroom.questions.models import PublicQuestion
from supportroom.questions.queries import question_visible_to, questions_visible_to, waiting_questions
from supportroom.questions.subjects import subjects_of
from supportroom.questions.vocabulary import ANSWERED, KINDS, STATES, TONES, WAITING
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, save, seen_in
from supportroom.web.posting import submit

PAGE = 30


def question_list(request: Asking) -> HttpResponse:
    """Show the questions that wait, or those of another state; the oldest that waits comes first."""
    require(request.actor, "questions.read_questions")
    form = StateForm(request.GET or {"state": WAITING})
    state = form.cleaned_data["state"] if form.is_valid() else WAITING
    questions = questions_visible_to(request.actor)
    questions = questions.filter(state=state) if state else questions
    page = Paginator(questions.order_by("asked_on", "pk"), PAGE).get_page(request.GET.get("page"))
    subjects = subjects_of(page)
    context = {
        "form": form,
        "asked_state": state,
        "page": page,
        "pairs": [(question, subjects.get(question.pk)) for question in page],
        "waiting": waiting_questions(),
        "kinds": KINDS,
        "states": STATES,
        "tones": TONES,
    }
    return render(request, "questions/list.html", context)


def question_detail(request: Asking, public_question_id: int) -> HttpResponse:
    """Show a question; the team answers it here, or mends its answer."""
    require(request.actor, "questions.read_questions")
    question = question_visible_to(request.actor, public_question_id)
    if request.method == "POST":
        require(request.actor, "questions.answer_question", question)
    seen, languages = seen_in(request, question), languages_spoken()
    form = AnswerForm(request.POST or None, initial=AnswerForm.values_of(question), languages=languages)
    act = actions.amend_answer if question.state == ANSWERED else actions.answer_question
    asked: dict[str, Any] = {"actor": request.actor, "question": question, "seen": seen}
    status = save(request, form, act, edits=question, now=AnswerForm.values_of, **asked)
    if status == DONE:
        return redirect("questions:question_list")
    seen = question.version if status == OVERTAKEN else seen
    return _show(request, question, {"form": form, "seen": seen}, status)


def _show(request: Asking, question: PublicQuestion, given: dict[str, Any], status: int) -> HttpResponse:
    can = may(request.actor, "questions.answer_question", question)
    context = {
        "question": question,
        "subject": subjects_of([question]).get(question.pk),
        "kinds": KINDS,
        "state": STATES[question.state],
        "tone": TONES[question.state],
        "can_answer": can,
        "can_set_aside": can and QUESTION.allows(question.state, "set_aside"),
        "aside": SetAsideForm(),
        **given,
    }
    return render(request, "questions/detail.html", context, status=status)


def question_translate(request: Asking, public_question_id: int) -> HttpResponse:
    """Translate a question and its answer."""
    require(request.actor, "questions.translate_question")
    question = question_visible_to(request.actor, public_question_id)
    seen, values = seen_in(request, question), TranslationForm.values_of(question)
    form = TranslationForm(request.POST or None, initial=values, languages=languages_spoken())
    asked: dict[str, Any] = {"actor": request.actor, "question": question, "seen": seen}
    status = save(request, form, actions.translate_question, edits=question, now=TranslationForm.values_of, **asked)
    if status == DONE:
        return redirect("questions:question_detail", question.pk)
    context = {"question": question, "form": form, "seen": question.version if status == OVERTAKEN else seen}
    return render(request, "questions/translate.html", context, status=status)


@require_POST
def question_set_aside(request: Asking, public_question_id: int) -> HttpResponse:
    """Set a question aside, or take it down with its answer."""
    require(request.actor, "questions.set_aside")
    question = question_visible_to(request.actor, public_question_id)
    aside = SetAsideForm(request.POST)
    if submit(aside, actions.set_aside, actor=request.actor, question=question):
        return redirect("questions:question_list")
    form = AnswerForm(initial=AnswerForm.values_of(question), languages=languages_spoken())
    return _show(request, question, {"form": form, "seen": question.version, "aside": aside}, REFUSED)
