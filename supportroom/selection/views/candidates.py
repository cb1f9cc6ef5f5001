"""Filling the list: who is found by hand, by filter or among the registrations, and adding them."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.places import place_name
from supportroom.people.queries import competences
from supportroom.people.vocabulary import AGE_BANDS, GENDERS, SITUATIONS
from supportroom.rounds.models import Round
from supportroom.rounds.views.participants import named_groups
from supportroom.selection import actions
from supportroom.selection.forms import CandidateForm, PlaceForm
from supportroom.selection.models import DraftList
from supportroom.selection.queries import applications_of, candidates, listings_of, places_said
from supportroom.selection.views.lists import added
from supportroom.selection.views.pieces import PER_PAGE, ids_in, listed_round, meter, refusal_of
from supportroom.selection.ways import can_be_listed, way_of
from supportroom.web.editing import REFUSED, SHOWN

MORE = "situation age_band disability language competence organisation first_time not_before".split()  # noqa: SIM905
NAMES = {"situations": SITUATIONS, "genders": GENDERS, "ages": AGE_BANDS}


def candidate_list(request: Asking, round_id: int) -> HttpResponse:
    """Look for people, tick them or take all that are found, and put them on the list."""
    round, kept = listed_round(request, round_id)
    form = CandidateForm(request.GET or None, fields_known=list(competences()), places_said=places_said())
    found = candidates(round, form.criteria)
    if form.errors:  # a filter that is not understood finds nobody: less asked would be more people
        found = found.none()
    refused = ""
    if request.method == "POST":
        refused = _add(request, kept, found, way_of(form.criteria))
        if not refused:
            query = request.META["QUERY_STRING"]
            return redirect(f"{reverse('selection:candidate_list', args=[round_id])}?{query}")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = meter(round, kept, with_pool=False) | NAMES
    context |= {"form": form, "page": page, "refused": refused, "place_name": place_name, "more": MORE}
    context |= {"place_form": PlaceForm(groups=named_groups(round)), "query": _without_page(request)}
    context |= {"applications": applications_of(round, form.criteria, page)}
    context |= {"asks_more": any(map(request.GET.get, MORE))}
    return render(request, "selection/candidates.html", context, status=REFUSED if refused else SHOWN)


def _add(request: Asking, kept: DraftList, found: QuerySet[Person], way: str) -> str:
    """Put on the list whom the form means; give the sentence of a refusal, or nothing when it was done."""
    place = PlaceForm(request.POST, groups=named_groups(kept.round))
    group = place.cleaned_data["group"] if place.is_valid() else None
    before = listings_of(kept.round).count()
    asked = {"actor": request.actor, "draft_list": kept, "persons": _chosen(request, kept.round, found), "group": group}
    refused = refusal_of(actions.add_listings, **asked, way=way)
    if not refused:
        added(request, before, listings_of(kept.round).count())
    return refused


def _chosen(request: Asking, round: Round, found: QuerySet[Person]) -> list[Person]:
    """Give whom the form means: all that are found now, or those ticked, as far as a place can be given to them."""
    if "all" in request.POST:
        return list(found)
    return list(can_be_listed(round).filter(pk__in=ids_in(request.POST.getlist("person"))))


def _without_page(request: Asking) -> str:
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()
