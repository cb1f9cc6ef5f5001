"""The members' decision on publication: what is asked, what changed since the adoption, what came of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from supportroom.adoption import actions
from supportroom.adoption.allowed import can_be_asked, newest, with_paper
from supportroom.adoption.changes import changed_since
from supportroom.adoption.composing import outcome_in_words
from supportroom.adoption.models import Adoption, Release
from supportroom.adoption.queries import adoption_of, opinions_to, paper_reviewed, releases_of, review_of
from supportroom.adoption.views.adopting import standing
from supportroom.adoption.views.frame import RELEASE, framed
from supportroom.checks.queries import reasons_of
from supportroom.checks.showing import shown
from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view, view_of
from supportroom.people.middleware import Asking
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.posting import attempt


def release_detail(request: Asking, paper_id: int) -> HttpResponse:
    """Show what the members decide about publication."""
    return _show(request, paper_reviewed(request.actor, paper_id))


def _show(request: Asking, paper: Paper, errors: list[str] | None = None) -> HttpResponse:
    releases = releases_of(paper)
    adoption = adoption_of(paper)
    review = review_of(paper)
    assert adoption is not None
    context = {
        **framed(request, paper, RELEASE),
        "errors": errors or [],
        "can": with_paper(request.actor, paper, adoption),
        "can_be_asked": review is not None and can_be_asked(review),
        "review": review,
        "outcome": outcome_in_words(review) if review else "",
        "opinions": len(opinions_to(adoption)),
        "earlier": [(release, reasons_of(release.asked)) for release in releases[1:]],
        **_asked(request, adoption, newest(releases)),
    }
    return render(request, "adoption/release.html", context, status=REFUSED if errors else SHOWN)


def _asked(request: Asking, adoption: Adoption, release: Release | None) -> dict[str, Any]:
    view = view_of(release.shown) if release else draft_view(adoption.paper)
    return {
        "asked": shown(request.actor, release.asked) if release else None,
        "changes": changed_since(view_of(adoption.shown), view, get_language() or ""),
        **standing(view),
    }


@require_POST
def release_ask(request: Asking, paper_id: int) -> HttpResponse:
    """Ask the members whether the paper is published."""
    paper = paper_reviewed(request.actor, paper_id)
    if errors := attempt(actions.ask_release, actor=request.actor, paper=paper):
        return _show(request, paper_reviewed(request.actor, paper_id), errors)
    return redirect("adoption:release_detail", paper_id)
