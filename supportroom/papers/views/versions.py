"""Versions of a paper: kept by name, read, compared with each other or with the draft, taken along."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import direction_of
from supportroom.kernel.permissions import may, require
from supportroom.papers import actions
from supportroom.papers.comparing import changes_between
from supportroom.papers.forms import KeepForm
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.queries import languages_of, paper_visible_to, versions_visible_to
from supportroom.papers.versions import VersionView, draft_view, view_of
from supportroom.papers.views.answering import framed, laid_out, posted
from supportroom.papers.vocabulary import FATES
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, save

DRAFT = "draft"


@dataclass(frozen=True)
class Choice:
    """A state that can be compared: the word for it in an address, and its name."""

    word: str
    name: str


def versions(request: Asking, paper_id: int) -> HttpResponse:
    """List the kept versions, and keep one more."""
    paper = paper_visible_to(request.actor, paper_id)
    may_keep = may(request.actor, "papers.keep_version", paper)
    form = KeepForm(posted(request))
    if request.method == "POST":
        require(request.actor, "papers.keep_version", paper)
    status = save(request, form, actions.keep_version, actor=request.actor, paper=paper)
    if status == DONE:
        return redirect("papers:versions", paper.pk)
    context = {
        **framed(request, paper),
        "versions": list(versions_visible_to(request.actor, paper).defer("content")),
        "choices": _choices(request, paper),
        "languages": languages_of(paper),
        "form": form,
        "may_keep": may_keep,
        "sees_draft": may(request.actor, "papers.read_draft", paper),
    }
    return render(request, "papers/versions.html", context, status=status)


def version_detail(request: Asking, paper_id: int, paper_version_id: int) -> HttpResponse:
    """Show a frozen version as it stood."""
    paper = paper_visible_to(request.actor, paper_id)
    version = version_or_missing(request, paper, paper_version_id)
    view, languages = view_of(version), languages_of(paper)
    context = {
        **framed(request, paper),
        **laid_out(request, view, languages, is_draft=False),
        "title": view.title,
        "version": version,
        "languages": languages,
    }
    return render(request, "papers/version.html", context)


def version_or_missing(request: Asking, paper: Paper, paper_version_id: int) -> PaperVersion:
    """Give a version of a paper that the reader may see; Missing."""
    found = versions_visible_to(request.actor, paper).filter(pk=paper_version_id).first()
    if found is None:
        raise Missing("kernel.missing")
    found.paper = paper
    return found


def differences(request: Asking, paper_id: int) -> HttpResponse:
    """Show what changed from one state to another, in one language: word by word, paragraph by paragraph."""
    paper = paper_visible_to(request.actor, paper_id)
    choices, languages = _choices(request, paper), languages_of(paper)
    if not choices:
        raise Missing("kernel.missing")
    language = request.GET.get("language", "")
    language = language if language in languages else next(iter(languages))
    later, earlier = _asked(request, choices)
    comparison = changes_between(_state(request, paper, earlier), _state(request, paper, later), language)
    context: dict[str, Any] = {
        **framed(request, paper),
        "choices": choices,
        "languages": languages,
        "language": language,
        "direction": direction_of(language),
        "earlier": earlier,
        "later": later,
        "comparison": comparison,
        "fates": FATES,
        "shows_all": request.GET.get("all") == "on",
    }
    return render(request, "papers/differences.html", context)


def _choices(request: Asking, paper: Paper) -> list[Choice]:
    """Give what the reader can compare, newest first: the draft for who reads it, then the versions."""
    kept = versions_visible_to(request.actor, paper).defer("content")
    choices = [Choice(str(version.number), f"{version.number}. {version}") for version in kept]
    return [Choice(DRAFT, ""), *choices] if may(request.actor, "papers.read_draft", paper) else choices


def _asked(request: Asking, choices: list[Choice]) -> tuple[str, str]:
    """Give the words of the later and the earlier state that are asked for; else the newest two."""
    words = [choice.word for choice in choices]
    later = request.GET.get("to", "")
    later = later if later in words else words[0]
    earlier = request.GET.get("from", "")
    following = words[words.index(later) + 1 :] or [words[-1]]
    return later, earlier if earlier in words else following[0]


def _state(request: Asking, paper: Paper, word: str) -> VersionView:
    if word == DRAFT:
        return draft_view(paper)
    version = versions_visible_to(request.actor, paper).get(number=int(word))
    version.paper = paper
    return view_of(version)
