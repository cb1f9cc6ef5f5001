"""Notes of the office: given, answered, followed by a change of the text, translated."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.adoption import actions
from supportroom.adoption.allowed import with_review
from supportroom.adoption.forms import AnswerForm, NoteForm, NoteWordsForm, RewordForm, paragraph_choices
from supportroom.adoption.models import OfficeNote
from supportroom.adoption.queries import note_visible_to
from supportroom.adoption.rules import translates_in
from supportroom.adoption.views.frame import REVIEW, framed
from supportroom.adoption.views.reviewing import reviewed
from supportroom.kernel.errors import Missing
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import require
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of
from supportroom.papers.versions import draft_view, view_of
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.texts.models import Paragraph
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def note_add(request: Asking, paper_id: int) -> HttpResponse:
    """Give a note: in time, or late and kept apart."""
    review = reviewed(request, paper_id)
    require(request.actor, "adoption.give_note", review)
    form = NoteForm(request.POST or None, view=view_of(review.shown), languages=languages_spoken())
    status = save(request, form, actions.give_note, actor=request.actor, review=review)
    if status == DONE:
        return redirect("adoption:review_detail", paper_id)
    can = with_review(request.actor, review)
    context = {**framed(request, review.paper, REVIEW), "review": review, "form": form, "can_review": can}
    return render(request, "adoption/note_add.html", context, status=status)


def note_answer(request: Asking, office_note_id: int) -> HttpResponse:
    """Answer a note."""
    note = note_visible_to(request.actor, office_note_id)
    require(request.actor, "adoption.answer_note", note)
    seen = seen_in(request, note)
    form = AnswerForm(request.POST or None, initial=AnswerForm.values_of(note), languages=languages_spoken())
    given = {"actor": request.actor, "note": note, "seen": seen}
    status = save(request, form, actions.answer_note, edits=note, now=AnswerForm.values_of, **given)
    if status == DONE:
        return redirect("adoption:review_detail", note.review.paper_id)
    context = {**framed(request, note.review.paper, REVIEW), "note": note, "form": form}
    context["seen"] = note.version if status == OVERTAKEN else seen
    return render(request, "adoption/note_answer.html", context, status=status)


def note_reword(request: Asking, office_note_id: int) -> HttpResponse:
    """Change the words of a paragraph in answer to a note; `p` chooses another paragraph than the note's own."""
    note = note_visible_to(request.actor, office_note_id)
    require(request.actor, "adoption.reword_for_note", note)
    paper = note.review.paper
    paragraph = _paragraph(paper, note, request.GET.get("p", ""))
    seen = seen_in(request, paragraph)
    form = RewordForm(request.POST or None, initial=RewordForm.values_of(paragraph), languages=languages_of(paper))
    given = {"actor": request.actor, "note": note, "paragraph": paragraph, "seen": seen}
    status = save(request, form, actions.reword_for_note, edits=paragraph, now=RewordForm.values_of, **given)
    if status == DONE:
        return redirect("adoption:review_detail", paper.pk)
    context = {
        **framed(request, paper, REVIEW),
        "note": note,
        "form": form,
        "seen": paragraph.version if status == OVERTAKEN else seen,
        "choices": paragraph_choices(draft_view(paper)),
        "chosen": spell(paragraph.pk),
    }
    return render(request, "adoption/note_reword.html", context, status=status)


def _paragraph(paper: Paper, note: OfficeNote, chosen: str) -> Paragraph:
    """Give the paragraph that was chosen, else the note's own, else the first that bears a number; Missing."""
    keys = {spell(number): number for number in draft_view(paper).numbers}
    wanted = keys.get(chosen) or (note.paragraph_id if note.paragraph_id in keys.values() else None)
    wanted = wanted or next(iter(keys.values()), None)
    found = Paragraph.objects.select_related("text").filter(pk=wanted or 0, text=paper.text_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def note_translate(request: Asking, office_note_id: int) -> HttpResponse:
    """Translate a note and its answer."""
    note = note_visible_to(request.actor, office_note_id)
    require(request.actor, "adoption.translate_note", note)
    seen, values = seen_in(request, note), NoteWordsForm.values_of(note)
    own = translates_in(request.actor, note)
    others = [name for name, text in values.items() if not text or name not in own]
    form = NoteWordsForm(request.POST or None, initial=values, languages=languages_spoken(), leave_out=others)
    given = {"actor": request.actor, "note": note, "seen": seen}
    status = save(request, form, actions.translate_note, edits=note, now=NoteWordsForm.values_of, **given)
    if status == DONE:
        return redirect("adoption:review_detail", note.review.paper_id)
    context = {**framed(request, note.review.paper, REVIEW), "note": note, "form": form}
    context["seen"] = note.version if status == OVERTAKEN else seen
    return render(request, "adoption/note_translate.html", context, status=status)
