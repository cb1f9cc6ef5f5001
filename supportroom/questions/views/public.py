"""The public's side: questions and answers about one text with a form to ask, all answered questions, thanks.

The form works without a cookie: nothing that a browser holds has a say in it, so there is nothing to forge.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from supportroom.kernel.actors import VISITOR
from supportroom.people.middleware import Asking
from supportroom.questions import actions
from supportroom.questions.forms import AskForm, SearchForm, is_ticket, new_ticket
from supportroom.questions.queries import found_questions, public_questions, questions_about
from supportroom.questions.subjects import Subject, subject_at, subjects_of
from supportroom.questions.vocabulary import KINDS
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import REFUSED
from supportroom.web.posting import submit

PAGE = 30
FOREIGN = 403  # a form that was not opened here, or long ago


@login_not_required
def answered_list(request: Asking) -> HttpResponse:
    """Show every question that was answered, the newest answer first."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    page = Paginator(found_questions(public_questions(), words), PAGE).get_page(request.GET.get("page"))
    subjects = subjects_of(page)
    pairs = [(question, subjects.get(question.pk)) for question in page]
    context = {"form": form, "words": words, "page": page, "pairs": pairs, "kinds": KINDS}
    return render(request, "questions/answered.html", context)


@csrf_exempt
@login_not_required
def ask(request: Asking, kind: str, asked_slug: str) -> HttpResponse:
    """Show the questions and answers about a text, and take a new question. Everybody asks as a visitor."""
    subject = subject_at(kind, asked_slug)
    if request.method != "POST":
        return _show(request, subject, AskForm(languages=languages_spoken(), initial={"ticket": new_ticket()}), 200)
    form = AskForm(request.POST, languages=languages_spoken())
    if form.is_valid() and form.is_lured:
        return redirect("questions:thanks")
    if submit(form, actions.ask, actor=VISITOR, subject=subject):
        return redirect("questions:thanks")
    status = REFUSED if is_ticket(form.data.get("ticket", "")) else FOREIGN
    form.data = {**request.POST.dict(), "ticket": new_ticket()}
    return _show(request, subject, form, status)


def _show(request: Asking, subject: Subject, form: AskForm, status: int) -> HttpResponse:
    questions = Paginator(questions_about(subject.field, subject.thing.pk), PAGE).get_page(request.GET.get("page"))
    context = {"subject": subject, "kind": KINDS[subject.kind], "page": questions, "form": form}
    return render(request, "questions/ask.html", context, status=status)


@login_not_required
def thanks(request: Asking) -> HttpResponse:
    """Say that a question arrived and what happens with it."""
    return render(request, "questions/thanks.html")
