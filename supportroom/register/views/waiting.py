"""What is recorded and the public does not see: shown to it, addressed; and what was set aside."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register import actions
from supportroom.register.forms.keeping import AddressForm
from supportroom.register.forms.placing import Lists
from supportroom.register.models import Recommendation
from supportroom.register.queries import set_aside_seen_by, waiting_for
from supportroom.register.showing import bundles_of, gaps_in, shortened, team_tabs
from supportroom.register.views.fetching import take_step
from supportroom.register.vocabulary import SOURCE_KINDS

PAGE, LONGEST_KEY = 50, 20


def waiting_list(request: Asking, errors: list[str] | None = None) -> HttpResponse:
    """Show what is recorded and not shown to the public, by the text that it comes from."""
    require(request.actor, "register.read_register")
    rows = waiting_for(request.actor)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": team_tabs("waiting"),
        "page": page,
        "bundles": bundles_of(list(page)),
        "form": AddressForm(lists=Lists.read()),
        "short": lambda text: shortened(text, get_language() or "en"),
        "gaps_in": gaps_in,
        "ticked": request.POST.getlist("recommendations"),
        "errors": errors or [],
    }
    return render(request, "register/waiting.html", context, status=422 if errors else 200)


def _ticked(request: Asking) -> list[Recommendation]:
    """Give the recommendations that were ticked, each for itself or with all of its text."""
    keys = [int(key) for key in request.POST.getlist("recommendations") if _is_key(key)]
    ticked = Q(pk__in=keys)
    for bundle in request.POST.getlist("texts"):
        kind, _colon, key = bundle.partition(":")
        if kind in SOURCE_KINDS and _is_key(key):
            ticked |= Q(**{kind: int(key)})
    return list(waiting_for(request.actor).filter(ticked))


def _is_key(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < LONGEST_KEY


@require_POST
def waiting_release(request: Asking) -> HttpResponse:
    """Show those that were ticked to the public."""
    require(request.actor, "register.release_recommendations")
    chosen = _ticked(request)
    if not chosen:
        return waiting_list(request, errors=[gettext("Choose the recommendations first.")])
    done = gettext("They are shown to the public now.")
    take_step(request, actions.release_recommendations, done, recommendations=chosen)
    return redirect("register:waiting_list")


@require_POST
def waiting_address(request: Asking) -> HttpResponse:
    """Address those that were ticked to the addressees that were ticked, besides those that they have."""
    require(request.actor, "register.address_recommendations")
    chosen, form = _ticked(request), AddressForm(request.POST, lists=Lists.read())
    if not chosen or not form.is_valid() or not form.cleaned_data["addressees"]:
        return waiting_list(request, errors=[gettext("Choose the recommendations and the addressees first.")])
    given = {"recommendations": chosen, "addressees": form.cleaned_data["addressees"]}
    take_step(request, actions.address_recommendations, gettext("They are addressed now."), **given)
    return redirect("register:waiting_list")


def set_aside_list(request: Asking) -> HttpResponse:
    """Show what was set aside."""
    require(request.actor, "register.read_register")
    page = Paginator(set_aside_seen_by(request.actor), PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": team_tabs("set_aside"),
        "page": page,
        "short": lambda text: shortened(text, get_language() or "en"),
    }
    return render(request, "register/set_aside.html", context)
