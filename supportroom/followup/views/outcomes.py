"""What became of what the room asked: of all of it, and of one round."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.answers.due import today
from supportroom.followup.outcomes import askings, outcomes_of
from supportroom.people.middleware import Asking
from supportroom.register.vocabulary import TONES
from supportroom.rounds.views.rounds import round_or_missing

TEXTS_PER_PAGE = 10


@login_not_required
@require_safe
def outcomes(request: Asking) -> HttpResponse:
    """Show text by text what was asked for and where it stands, the newest text first."""
    asked = askings(request.actor)
    page = Paginator(asked, TEXTS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "outcomes": outcomes_of(request.actor, list(page), get_language() or "en", today()),
        "all": sum(one.count for one in asked),
        "still_open": sum(one.still_open for one in asked),
        "texts": len(asked),
        "tones": TONES,
    }
    return render(request, "followup/outcomes.html", context)


@require_safe
def round_outcomes(request: Asking, round_id: int) -> HttpResponse:
    """Show what became of what a round asked for, on the round's own page."""
    round_ = round_or_missing(request, round_id)
    asked = askings(request.actor, round_)
    shown = outcomes_of(request.actor, asked, get_language() or "en", today()) if asked else []
    context = {"round": round_, "outcomes": shown, "tones": TONES}
    return render(request, "followup/round.html", context)
