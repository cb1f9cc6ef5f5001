"""The joint paper: what is asked, what the members said, who is opposed; and the page on which the group asks."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.adoption import actions
from supportroom.adoption.allowed import with_opinion, with_paper
from supportroom.adoption.models import Adoption
from supportroom.adoption.queries import OpinionTold, adoption_of, earlier_adoptions, opinions_to, own_part, paper_shown
from supportroom.adoption.readiness import what_is_missing
from supportroom.adoption.sentences import language_names
from supportroom.adoption.translations import lag_of, originals_of
from supportroom.adoption.views.frame import OPINIONS, framed
from supportroom.adoption.vocabulary import ADOPTION_TONES
from supportroom.checks.outcome import Reason
from supportroom.checks.queries import reasons_of
from supportroom.checks.showing import shown
from supportroom.comments.queries import open_comments
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import require
from supportroom.papers.models import Paper
from supportroom.papers.versions import VersionView, draft_view, view_of
from supportroom.papers.vocabulary import ANSWERING
from supportroom.people.middleware import Asking
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.posting import attempt


@dataclass(frozen=True)
class OpinionLine:
    """An opposing opinion with what the page offers its reader."""

    told: OpinionTold
    can: dict[str, bool]


def group_adoption(request: Asking, working_group_id: int) -> HttpResponse:
    """Go to the adoption of a group's paper."""
    paper_id = Paper.objects.filter(group=working_group_id).values_list("pk", flat=True).first()
    return redirect("adoption:adoption_detail", paper_shown(request.actor, paper_id or 0).pk)


def adoption_detail(request: Asking, paper_id: int) -> HttpResponse:
    """Show what is asked about a paper, how it came out, and the opposing opinions."""
    return show_adoption(request, paper_shown(request.actor, paper_id))


def show_adoption(request: Asking, paper: Paper, *, errors: list[str] | None = None) -> HttpResponse:
    """Answer with the page of a paper's adoption; after a refusal with status 422."""
    adoption = adoption_of(paper)
    context = {
        **framed(request, paper, OPINIONS),
        "adoption": adoption,
        "can": with_paper(request.actor, paper, adoption),
        "errors": errors or [],
        "earlier": _turned_down(paper, adoption),
        **(_asked(request, adoption) if adoption else {}),
        **(_before(paper) if paper.state == ANSWERING else {}),
    }
    return render(request, "adoption/detail.html", context, status=REFUSED if errors else SHOWN)


def _asked(request: Asking, adoption: Adoption) -> dict[str, Any]:
    return {
        "asked": shown(request.actor, adoption.asked),
        "tone": ADOPTION_TONES[adoption.state],
        "takes_opinions": adoption.takes_opinions(now()),
        "lines": opinion_lines(request, adoption),
        **standing(view_of(adoption.shown)),
    }


def opinion_lines(request: Asking, adoption: Adoption) -> list[OpinionLine]:
    """Give the opposing opinions with what may be done with each."""
    opinions = opinions_to(adoption)
    own = own_part(request.actor, [told.opinion for told in opinions])
    return [
        OpinionLine(
            told,
            with_opinion(request.actor, told, adoption, own),
        )
        for told in opinions
    ]


def standing(view: VersionView) -> dict[str, Any]:
    """Say how long a version is, what its original is, and which translations lag behind it."""
    lags = lag_of(view)
    return {
        "paragraphs": len(view.numbers),
        "originals": language_names(originals_of(view)),
        "lags": [(language_names([lag.language]), lag) for lag in lags],
    }


def _turned_down(paper: Paper, adoption: Adoption | None) -> list[tuple[Adoption, tuple[Reason, ...]]]:
    return [
        (earlier, reasons_of(earlier.asked))
        for earlier in earlier_adoptions(paper)
        if adoption is None or earlier.pk != adoption.pk
    ]


def _before(paper: Paper) -> dict[str, Any]:
    return {"comments_open": open_comments(paper)}


def joint_make(request: Asking, paper_id: int) -> HttpResponse:
    """Put a paper before the members: first what stands in the way and which translations lag, then the question."""
    paper = paper_shown(request.actor, paper_id)
    require(request.actor, "adoption.make_joint", paper)
    errors: list[str] = []
    if request.method == "POST":
        errors = attempt(actions.make_joint, actor=request.actor, paper=paper)
        if not errors:
            return redirect("adoption:adoption_detail", paper.pk)
        paper = paper_shown(request.actor, paper_id)
    view = draft_view(paper)
    context = {
        **framed(request, paper, OPINIONS),
        **standing(view),
        **_before(paper),
        "missing": what_is_missing(view),
        "errors": errors,
    }
    return render(request, "adoption/make_joint.html", context, status=REFUSED if errors else SHOWN)
