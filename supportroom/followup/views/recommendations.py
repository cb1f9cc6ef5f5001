"""A recommendation's whole way, and a demand with all its sources and dates."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.answers.due import today
from supportroom.answers.showing import steps_for as answering_steps
from supportroom.followup.pictures import picture_of_demand, picture_of_way
from supportroom.followup.queries import for_list, rows_of, together_with
from supportroom.followup.sources import origin_of
from supportroom.followup.standing import standing_of
from supportroom.followup.ways import way_of
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.register.goals import GOALS
from supportroom.register.queries import demand_at, members_of_demand, recommendation_at, submissions_of
from supportroom.register.showing import buttons_for, steps_for
from supportroom.register.themes import theme_words
from supportroom.register.vocabulary import SAME, TONES


@login_not_required
@require_safe
def recommendation_detail(request: Asking, recommendation_slug: str) -> HttpResponse:
    """Show a recommendation and everything that happened to it."""
    found, day, language = recommendation_at(request.actor, recommendation_slug), today(), get_language() or "en"
    submissions = list(submissions_of(found))
    standing = standing_of(found.state, submissions, day)
    steps = way_of(found, standing)
    same, related = together_with(request.actor, found, day)
    context = {
        "recommendation": found,
        "standing": standing,
        "submissions": submissions,
        "steps": steps,
        "picture": picture_of_way(found, steps, day),
        "origin": origin_of(request.actor, found, language),
        "themes": theme_words(found.themes, language),
        "goals": [(number, GOALS[number]) for number in found.goals if number in GOALS],
        "same": same,
        "related": related,
        "tones": TONES,
        "kept_by": [*steps_for(request.actor, found), *answering_steps(request.actor, found)],
        "buttons": buttons_for(request.actor, found),
        "since": min([found, *(row.recommendation for row in same)], key=lambda one: one.asked_on),
    }
    return render(request, "followup/recommendation.html", context)


@login_not_required
@require_safe
def demand_detail(request: Asking, demand_slug: str) -> HttpResponse:
    """Show a demand: who asked for it when, and what became of each."""
    demand, day = demand_at(demand_slug), today()
    rows = rows_of(request.actor, for_list(members_of_demand(request.actor, demand)), day)
    if not rows:
        raise Missing("kernel.missing")
    if demand.slug != demand_slug:  # it was brought together with another
        return redirect("followup:demand_detail", demand.slug)
    same = [row for row in rows if row.recommendation.bond == SAME]
    context = {
        "demand": demand,
        "same": same,
        "related": [row for row in rows if row not in same],
        "years": sorted({row.recommendation.year for row in same}),
        "tones": TONES,
        "may_keep": may(request.actor, "register.amend_demand", demand),
        "picture": picture_of_demand(demand, [row.recommendation for row in same], day),
    }
    return render(request, "followup/demand.html", context)
