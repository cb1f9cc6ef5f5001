"""A group's paper: begun, read, named."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import group_of
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.papers import actions
from supportroom.papers.composing import gaps_in
from supportroom.papers.forms import BeginForm, TitleForm
from supportroom.papers.models import Paper
from supportroom.papers.queries import editings_in, languages_of, paper_of, paper_visible_to, readable, removed_from
from supportroom.papers.versions import VersionView
from supportroom.papers.views.answering import back_to, editors_in, framed, laid_out, posted
from supportroom.papers.vocabulary import PAPER_NEXT, PAPER_STATES, TONES
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def group_paper(request: Asking, working_group_id: int) -> HttpResponse:
    """Go to the paper of a group; for its seats, begin it where there is none."""
    group = group_of(request.actor, working_group_id)
    paper = paper_of(request.actor, group)
    if paper:
        return redirect("papers:paper_detail", paper.pk)
    if not may(request.actor, "groups.read_work", group):
        raise Missing("kernel.missing")
    return _begin(request, group)


def _begin(request: Asking, group: WorkingGroup) -> HttpResponse:
    may_begin = may(request.actor, "papers.begin_paper", group)
    form = BeginForm(posted(request), languages=languages_spoken())
    status = save(request, form, actions.begin_paper, actor=request.actor, group=group)
    if status == DONE:
        return redirect("papers:group_paper", group.pk)
    context = {"group": group, "form": form, "may_begin": may_begin}
    return render(request, "papers/begin.html", context, status=status)


def paper_detail(request: Asking, paper_id: int) -> HttpResponse:
    """Show a paper: to the group and who translates the draft, to others the version that is for them."""
    paper = paper_visible_to(request.actor, paper_id)
    view = readable(request.actor, paper)
    languages = languages_of(paper)
    is_draft = view.version is None
    can = _can(request, paper)
    context = {
        **framed(request, paper),
        **laid_out(request, view, languages, is_draft=is_draft),
        "title": view.title,
        "languages": languages,
        "version": view.version,
        "can": can,
        "removed": removed_from(paper) if can["write"] else [],
        "gaps": _gaps(view, languages) if is_draft else {},
        "word": PAPER_STATES[paper.state],
        "tone": TONES[paper.state],
        "next": PAPER_NEXT[paper.state],
    }
    return render(request, "papers/detail.html", context)


def _can(request: Asking, paper: Paper) -> dict[str, bool]:
    """Tell what the reader may do with the paper now."""
    return {
        "write": may(request.actor, "papers.write_paper", paper),
        "reword": may(request.actor, "papers.reword_paragraph", paper),
        "read_draft": may(request.actor, "papers.read_draft", paper),
        "keep": may(request.actor, "papers.keep_version", paper),
    }


def _gaps(view: VersionView, languages: dict[str, str]) -> dict[str, list[str]]:
    found = {code: [str(gap) for gap in gaps_in(view, code)] for code in languages}
    return {code: gaps for code, gaps in found.items() if gaps}


def paper_working(request: Asking, paper_id: int) -> HttpResponse:
    """Show who works on which paragraph now: the part of the paper's page that asks for itself anew."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.read_draft", paper)
    numbers = readable(request.actor, paper).numbers
    editors = editors_in(request, paper)
    mine = {editing.paragraph_id for editing in editings_in(paper) if editing.person_id == request.actor.person_id}
    rows = [(key, numbers.get(key), names) for key, names in editors.items()]
    context: dict[str, Any] = {"paper": paper, "working": rows, "mine": [(key, numbers.get(key)) for key in mine]}
    return render(request, "papers/_working.html", context)


def paper_name(request: Asking, paper_id: int) -> HttpResponse:
    """Give the paper another title."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "papers.name_paper", paper)
    seen = seen_in(request, paper)
    form = TitleForm(posted(request), initial=_title(paper), languages=languages_of(paper))
    asked = {"actor": request.actor, "paper": paper, "seen": seen}
    status = save(request, form, actions.name_paper, edits=paper, now=_title, **asked)
    if status == DONE:
        return back_to(paper)
    context = {**framed(request, paper), "form": form, "seen": paper.version if status == OVERTAKEN else seen}
    context["is_open"] = may(request.actor, "papers.write_paper", paper)
    return render(request, "papers/name.html", context, status=status)


def _title(paper: Paper) -> dict[str, Any]:
    return {"title": paper.title}
