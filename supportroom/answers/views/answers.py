"""Answers: given or recorded, changed with a reason, translated, put before the members."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from supportroom.answers import actions
from supportroom.answers.due import today
from supportroom.answers.forms import AmendForm, AnswerForm, RecordedAmendForm, RecordedAnswerForm, TranslationForm
from supportroom.answers.models import Answer
from supportroom.answers.queries import answer_visible_to
from supportroom.answers.rules import represents
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_about
from supportroom.checks.showing import shown
from supportroom.files.answers import hand_out
from supportroom.files.models import StoredFile
from supportroom.files.uploads import takes_files
from supportroom.journal.models import reference
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.register.lifecycle import SUBMISSION
from supportroom.register.models import Submission
from supportroom.register.queries import recommendations_visible_to
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, SHOWN, save, seen_in
from supportroom.web.posting import attempt


@takes_files
def answer_add(request: Asking, submission_id: int) -> HttpResponse:
    """Answer a recommendation, or record the answer that reached the team."""
    submission = submission_of(request, submission_id)
    require(request.actor, "answers.answer", submission)
    is_own = represents(request.actor, submission.addressee_id)
    kind = AnswerForm if is_own else RecordedAnswerForm
    form = kind(
        request.POST or None, request.FILES or None, languages=languages_spoken(), initial={"answered_on": today()}
    )
    status = save(request, form, actions.answer, actor=request.actor, submission=submission)
    if status == DONE:
        return redirect("answers:answer_detail", form.answer.pk)  # type: ignore[attr-defined]
    is_open = SUBMISSION.allows(submission.state, "answer")
    context = {"submission": submission, "form": form, "is_own": is_own, "is_open": is_open}
    return render(request, "answers/answer_add.html", context, status=status)


def submission_of(request: Asking, submission_id: int) -> Submission:
    """Give a submission of a recommendation that the reader may read; Missing."""
    visible = recommendations_visible_to(request.actor).values("pk")
    rows = Submission.objects.select_related("recommendation", "addressee").filter(recommendation__in=visible)
    found = rows.filter(pk=submission_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


@login_not_required
@require_safe
def answer_detail(request: Asking, answer_id: int) -> HttpResponse:
    """Show an answer with its earlier wordings, and what the members say of it."""
    return _show(request, answer_visible_to(request.actor, answer_id))


def _show(request: Asking, answer: Answer, errors: list[str] | None = None) -> HttpResponse:
    asked = check_about(answer) if may(request.actor, "checks.read_checks") else None
    context = {
        "answer": answer,
        "errors": errors or [],
        "asked": shown(request.actor, asked) if asked else None,
        "is_asked_about_this": asked is not None and asked.subject_version == answer.wording,
        "can": {verb: may(request.actor, f"answers.{verb}", answer) for verb in ("amend_answer", "translate_answer")},
        "can_ask": may(request.actor, "answers.ask_assessment", answer) and not _was_asked(answer),
    }
    return render(request, "answers/answer.html", context, status=REFUSED if errors else SHOWN)


def _was_asked(answer: Answer) -> bool:
    about = MembersCheck.objects.filter(subject=reference(answer), subject_version=answer.wording)
    return about.exclude(state="withdrawn").exists()


@takes_files
def answer_edit(request: Asking, answer_id: int) -> HttpResponse:
    """Change an answer and say why."""
    answer = answer_visible_to(request.actor, answer_id)
    require(request.actor, "answers.amend_answer", answer)
    kind = AmendForm if represents(request.actor, answer.submission.addressee_id) else RecordedAmendForm
    return _write(request, answer, kind, actions.amend_answer, "answers/answer_edit.html")


def answer_translate(request: Asking, answer_id: int) -> HttpResponse:
    """Put an answer into other languages."""
    answer = answer_visible_to(request.actor, answer_id)
    require(request.actor, "answers.translate_answer", answer)
    return _write(request, answer, TranslationForm, actions.translate_answer, "answers/answer_translate.html")


def _write(request: Asking, answer: Answer, kind: Any, act: Any, template: str) -> HttpResponse:
    seen, values = seen_in(request, answer), kind.values_of(answer)
    form = kind(request.POST or None, request.FILES or None, initial=values, languages=languages_spoken())
    given = {"actor": request.actor, "answer": answer, "seen": seen}
    status = save(request, form, act, edits=answer, now=kind.values_of, **given)
    if status == DONE:
        return redirect("answers:answer_detail", answer.pk)
    context = {"answer": answer, "form": form, "seen": answer.version if status == OVERTAKEN else seen}
    return render(request, template, context, status=status)


@require_POST
def answer_assess(request: Asking, answer_id: int) -> HttpResponse:
    """Ask the members whether an answer answers."""
    answer = answer_visible_to(request.actor, answer_id)
    if errors := attempt(actions.ask_assessment, actor=request.actor, answer=answer):
        return _show(request, answer_visible_to(request.actor, answer_id), errors)
    return redirect("answers:answer_detail", answer.pk)


@login_not_required
@require_safe
def answer_file(request: Asking, answer_id: int) -> HttpResponse:
    """Give the file that came with an answer."""
    return _handed(answer_visible_to(request.actor, answer_id).file)


@login_not_required
@require_safe
def earlier_file(request: Asking, answer_id: int, number: int) -> HttpResponse:
    """Give the file that came with an answer's earlier wording."""
    answer = answer_visible_to(request.actor, answer_id)
    earlier = answer.earlier.select_related("file").filter(number=number).first()
    return _handed(earlier.file if earlier else None)


def _handed(file: StoredFile | None) -> HttpResponse:
    if file is None:
        raise Missing("kernel.missing")
    return hand_out(file)  # type: ignore[return-value]
