"""The list: who is on it, moving and taking off, confirming, taking it along."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.people.by_name import called
from supportroom.people.confirming import must_confirm
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.rounds.views.participants import named_groups
from supportroom.safety.approving import require_permit, taking
from supportroom.selection import actions
from supportroom.selection.export import sheet_of_list
from supportroom.selection.forms import PlaceForm, PlacesForm
from supportroom.selection.models import Listing
from supportroom.selection.queries import listings_of, registration_of
from supportroom.selection.views.pieces import PER_PAGE, ids_in, listed_round, meter, refusal_of
from supportroom.selection.vocabulary import TAKE_LIST
from supportroom.web.editing import REFUSED, SHOWN, seen_in
from supportroom.web.limits import limited

STEPS = {"confirm": actions.confirm_list, "reopen": actions.reopen_list}
NO_GROUP = "none"


def asked_for(request: Asking, listings: QuerySet[Listing]) -> QuerySet[Listing]:
    """Keep the entries that the page's own search asks for: words of a name, a group."""
    if words := request.GET.get("find", "").strip():
        listings = listings.filter(person__in=called(words, Person.objects.filter(listings__in=listings)))
    group = request.GET.get("group", "")
    if group == NO_GROUP:
        return listings.filter(group=None)
    return listings.filter(group__in=ids_in([group])) if group else listings


def draft_list(request: Asking, round_id: int, refused: str = "") -> HttpResponse:
    """Show the list with the meter beside it."""
    round, kept = listed_round(request, round_id)
    page = Paginator(asked_for(request, listings_of(round)), PER_PAGE).get_page(request.GET.get("page"))
    groups = named_groups(round)
    context = meter(round, kept) | {
        "page": page,
        "groups": groups,
        "place_form": PlaceForm(groups=groups),
        "places_form": PlacesForm(initial={"places": kept.places}),
        "find": request.GET.get("find", ""),
        "group": request.GET.get("group", ""),
        "registration": registration_of(round),
        "taking": taking(request.actor, TAKE_LIST, round),
        "refused": refused,
    }
    return render(request, "selection/list.html", context, status=REFUSED if refused else SHOWN)


@require_POST
def listings_change(request: Asking, round_id: int) -> HttpResponse:
    """Move those ticked, or all found, to a group, or take them off the list."""
    round, kept = listed_round(request, round_id)
    found = asked_for(request, listings_of(round)) if "all" in request.POST else _ticked(request, listings_of(round))
    asked: dict[str, Any] = {"actor": request.actor, "draft_list": kept, "listings": list(found)}
    if request.POST.get("verb") == "remove":
        refused = refusal_of(actions.remove_listings, **asked)
    else:
        form = PlaceForm(request.POST, groups=named_groups(round))
        group = form.cleaned_data["group"] if form.is_valid() else None
        refused = refusal_of(actions.group_listings, **asked, group=group)
    if refused:
        return draft_list(request, round_id, refused)
    return redirect(f"{reverse('selection:draft_list', args=[round_id])}?{request.META['QUERY_STRING']}")


def _ticked(request: Asking, listings: QuerySet[Listing]) -> QuerySet[Listing]:
    return listings.filter(pk__in=ids_in(request.POST.getlist("listing")))


@require_POST
def list_step(request: Asking, round_id: int, verb: str) -> HttpResponse:
    """Confirm the list, or open it again."""
    round, kept = listed_round(request, round_id)
    refused = refusal_of(STEPS[verb], actor=request.actor, draft_list=kept)
    if refused:
        return draft_list(request, round_id, refused)
    words = _("The list is confirmed.") if verb == "confirm" else _("The list is open again.")
    messages.success(request, words)
    return redirect("selection:draft_list", round.pk)


@require_POST
def list_places(request: Asking, round_id: int) -> HttpResponse:
    """Say how many places the list has."""
    round, kept = listed_round(request, round_id)
    require(request.actor, "selection.set_places", kept)
    form = PlacesForm(request.POST)
    if not form.is_valid():
        return draft_list(request, round_id, str(next(iter(form.errors["places"]))))
    seen = seen_in(request, kept)
    refused = refusal_of(actions.set_places, actor=request.actor, draft_list=kept, seen=seen, **form.cleaned_data)
    return draft_list(request, round_id, refused) if refused else redirect("selection:draft_list", round.pk)


@must_confirm
@limited("exports")
def list_file(request: Asking, round_id: int, kind: str) -> HttpResponse:
    """Hand out the list as a file to who asked for it, once another of the team approved."""
    round, _kept = listed_round(request, round_id)
    require_permit(request.actor, TAKE_LIST, round)
    return sheet_of_list(listings_of(round), kind)


def added(request: Asking, before: int, after: int) -> None:
    """Say how many were put on the list."""
    words = ngettext("%(n)s person added.", "%(n)s people added.", after - before) % {"n": after - before}
    messages.success(request, words)
