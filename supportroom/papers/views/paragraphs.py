"""The paragraphs of a paper: one at a time, with all that can be done to it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.kernel.errors import Missing, Stale
from supportroom.kernel.permissions import may, require
from supportroom.papers import actions
from supportroom.papers.footnotes import without_notes
from supportroom.papers.forms import START, AddForm, MoveForm, ShapeForm, SplitForm, shape_word
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of, paper_visible_to, paragraph_of, readable
from supportroom.papers.views.answering import (
    attempt,
    back_to,
    editors_in,
    framed,
    number_of,
    place_of,
    posted,
    writable_paragraph,
)
from supportroom.papers.vocabulary import WRITABLE
from supportroom.people.middleware import Asking
from supportroom.texts.models import Paragraph
from supportroom.texts.queries import sides_of, steps_of
from supportroom.web.editing import DONE, save
from supportroom.web.posting import submit
from supportroom.web.wording import WordingForm, two_wordings


def paragraph_detail(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Show a paragraph in its languages, its earlier wordings, and what can be done to it."""
    paper = paper_visible_to(request.actor, paper_id)
    paragraph = writable_paragraph(request, paper, paragraph_id)
    languages = languages_of(paper)
    shown = readable(request.actor, paper).shown
    order = [each.paragraph_id for each in shown]
    place = order.index(paragraph.pk) if paragraph.pk in order else -1
    context = {
        **framed(request, paper),
        "paragraph": paragraph,
        "number": shown[place].number if place >= 0 else None,
        "is_first": place == 0,
        "is_last": place == len(order) - 1,
        "sides": sides_of(paragraph.content, languages),
        "languages": languages,
        "steps": steps_of(paragraph, list(languages)),
        "editors": editors_in(request, paper).get(paragraph.pk, []),
        "may_write": may(request.actor, "papers.write_paper", paper),
        "may_reword": may(request.actor, "papers.reword_paragraph", paper),
        "back": place_of(paper, paragraph.pk),
    }
    return render(request, "papers/paragraph.html", context)


def paragraph_add(request: Asking, paper_id: int) -> HttpResponse:
    """Write a paragraph: after the one that the address names, else at the end."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.write_paper", paper)
    word = request.GET.get("after", "")
    after = paragraph_of(paper, int(word)) if word.isascii() and word.isdigit() and len(word) < 20 else None
    form = AddForm(posted(request), languages=languages_of(paper))
    given = {"paper": paper, "after": after, "is_first": word == START}
    status = save(request, form, actions.write_paragraph, edits=None, now=None, actor=request.actor, **given)
    if status == DONE:
        return back_to(paper, form.answer.pk)  # type: ignore[attr-defined]
    context = {**framed(request, paper), "form": form, "back": place_of(paper, after.pk if after else None)}
    context["number"] = number_of(request, paper, after) if after else None
    return render(request, "papers/add.html", {**context, "after": after, "word": word}, status=status)


def paragraph_edit(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Word a paragraph in its languages, side by side; who may not write the original writes translations."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.reword_paragraph", paper)
    paragraph = writable_paragraph(request, paper, paragraph_id)
    languages, form = languages_of(paper), _wording_form(request, paper, paragraph)
    back = place_of(paper, paragraph.pk)
    given = {"actor": request.actor, "paper": paper, "paragraph": paragraph}
    try:
        if request.method == "POST" and submit(form, actions.reword_paragraph, **given):
            return back_to(paper, paragraph.pk)
    except Stale as stale:
        return two_wordings(request, stale, languages, back)
    context = {
        **framed(request, paper),
        "form": form,
        "paragraph": paragraph,
        "number": number_of(request, paper, paragraph),
        "editors": editors_in(request, paper).get(paragraph.pk, []),
        "is_heading": paragraph.kind == "heading",
        "is_open": paper.state in WRITABLE,
        "back": back,
    }
    return render(request, "papers/edit.html", context, status=422 if form.errors else 200)


def _wording_form(request: Asking, paper: Paper, paragraph: Paragraph) -> WordingForm:
    writes = may(request.actor, "papers.write_paper", paper)
    languages, original = languages_of(paper), paragraph.content.original
    return WordingForm(
        posted(request),
        content=paragraph.content,
        languages=languages,
        open_languages=[code for code in languages if writes or code != original],
        initial={"seen": paragraph.version},
    )


def paragraph_split(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Divide a paragraph where an empty line is put."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.write_paper", paper)
    paragraph = paragraph_of(paper, paragraph_id)
    languages = languages_of(paper)
    form = SplitForm(
        posted(request), content=paragraph.content, languages=languages, initial={"seen": paragraph.version}
    )
    given = {"actor": request.actor, "paper": paper, "paragraph": paragraph}
    try:
        if request.method == "POST" and submit(form, actions.split_paragraph, **given):
            return back_to(paper, paragraph.pk)
    except Stale as stale:
        form.add_error(None, stale.wording)
        form.data = {**request.POST.dict(), "seen": str(stale.theirs.version)}
        return _split_page(request, paper, paragraph, form, status=409, theirs=stale.theirs)
    return _split_page(request, paper, paragraph, form, status=422 if form.errors else 200)


def _split_page(
    request: Asking, paper: Paper, paragraph: Paragraph, form: SplitForm, *, status: int, theirs: Any = None
) -> HttpResponse:
    sides = sides_of(theirs.content, languages_of(paper)) if theirs else []
    context = {**framed(request, paper), "form": form, "paragraph": paragraph, "sides": sides}
    context |= {"number": number_of(request, paper, paragraph), "back": place_of(paper, paragraph.pk)}
    return render(request, "papers/split.html", context, status=status)


def paragraph_move(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Let a paragraph stand after another one."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.write_paper", paper)
    paragraph = paragraph_of(paper, paragraph_id)
    form = MoveForm(posted(request), places=_places(request, paper, paragraph))
    if request.method == "POST" and form.is_valid():
        word = form.cleaned_data["after"]
        after = None if word == START else paragraph_of(paper, int(word))
        attempt(request, actions.move_paragraph, paper=paper, paragraph=paragraph, after=after)
        return back_to(paper, paragraph.pk)
    context = {**framed(request, paper), "form": form, "paragraph": paragraph, "back": place_of(paper, paragraph.pk)}
    context["number"] = number_of(request, paper, paragraph)
    return render(request, "papers/move.html", context, status=422 if form.errors else 200)


def _places(request: Asking, paper: Paper, paragraph: Paragraph) -> list[tuple[str, str]]:
    language = next(iter(languages_of(paper)))
    found = []
    for each in readable(request.actor, paper).shown:
        if each.paragraph_id != paragraph.pk:
            words = without_notes(each.content.said_in(language).text)
            first = f"{words[:60]}…" if len(words) > 60 else words
            found.append((str(each.paragraph_id), f"{each.number}. {first}" if each.number else f"— {first}"))
    return found


def paragraph_shape(request: Asking, paper_id: int, paragraph_id: int) -> HttpResponse:
    """Make a heading of a paragraph, or a paragraph of a heading."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.write_paper", paper)
    paragraph = paragraph_of(paper, paragraph_id)
    if paragraph.removed:
        raise Missing("kernel.missing")
    form = ShapeForm(posted(request), initial={"seen": paragraph.version, "shape": shape_word(paragraph)})
    given = {"actor": request.actor, "paper": paper, "paragraph": paragraph}
    if save(request, form, actions.shape_paragraph, edits=paragraph, now=_shape, **given) == DONE:
        return back_to(paper, paragraph.pk)
    context = {**framed(request, paper), "form": form, "paragraph": paragraph, "back": place_of(paper, paragraph.pk)}
    context["number"] = number_of(request, paper, paragraph)
    return render(request, "papers/shape.html", context, status=422 if form.errors else 200)


def _shape(paragraph: Paragraph) -> dict[str, Any]:
    return {"shape": shape_word(paragraph)}
