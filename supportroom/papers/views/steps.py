"""What is done to a paragraph by one press: taken up, let go, moved by one place, taken out, brought back."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.papers import actions
from supportroom.papers.queries import paper_visible_to, paragraph_of, readable
from supportroom.papers.views.answering import attempt, back_to, writable_paragraph
from supportroom.people.middleware import Asking
from supportroom.texts.writing import DOWN, UP


@require_POST
def take_up(request: Asking, paper_id: int) -> HttpResponse:
    """Say that one works on a paragraph, and go to its form: the paper's page has one form for all paragraphs."""
    paper = paper_visible_to(request.actor, paper_id)
    word = request.POST.get("paragraph", "")
    if not (word.isascii() and word.isdigit() and len(word) < 20):
        raise Missing("kernel.missing")
    paragraph = writable_paragraph(request, paper, int(word))
    if not attempt(request, actions.take_up_paragraph, paper=paper, paragraph=paragraph):
        return back_to(paper)
    return redirect("papers:paragraph_edit", paper.pk, paragraph.pk)


@require_POST
def paragraph_stay(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Say again that one works on a paragraph: the open form asks for this by itself. Answers nothing."""
    paper = paper_visible_to(request.actor, paper_id)
    paragraph = writable_paragraph(request, paper, paragraph_id)
    actions.take_up_paragraph(actor=request.actor, paper=paper, paragraph=paragraph)
    return HttpResponse(status=204)


@require_POST
def paragraph_let_go(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Say that one does not work on a paragraph any more, and go back."""
    paper = paper_visible_to(request.actor, paper_id)
    paragraph = writable_paragraph(request, paper, paragraph_id)
    attempt(request, actions.let_go_paragraph, paper=paper, paragraph=paragraph)
    return back_to(paper, paragraph.pk)


@require_POST
def paragraph_shift(request: Asking, paper_id: int, paragraph_id: int, way: str) -> HttpResponse:
    """Move a paragraph up or down by one place."""
    paper = paper_visible_to(request.actor, paper_id)
    paragraph = writable_paragraph(request, paper, paragraph_id)
    if way not in (UP, DOWN):
        raise Missing("kernel.missing")
    row = [each.paragraph_id for each in readable(request.actor, paper).shown]
    if paragraph.pk in row:
        rest = [key for key in row if key != paragraph.pk]
        place = max(0, min(row.index(paragraph.pk) + (-1 if way == UP else 1), len(rest)))
        after = paragraph_of(paper, rest[place - 1]) if place else None
        attempt(request, actions.move_paragraph, paper=paper, paragraph=paragraph, after=after)
    return back_to(paper, paragraph.pk)


@require_POST
def paragraph_remove(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Take a paragraph out."""
    paper = paper_visible_to(request.actor, paper_id)
    attempt(request, actions.remove_paragraph, paper=paper, paragraph=writable_paragraph(request, paper, paragraph_id))
    return back_to(paper)


@require_POST
def paragraph_restore(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Bring a paragraph back."""
    paper = paper_visible_to(request.actor, paper_id)
    paragraph = writable_paragraph(request, paper, paragraph_id)
    attempt(request, actions.restore_paragraph, paper=paper, paragraph=paragraph)
    return back_to(paper, paragraph.pk)
