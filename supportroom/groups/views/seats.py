"""What who holds a seat does with it: gives it up, shows their name or not, names the coordinator."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from supportroom.groups import actions
from supportroom.groups.models import Seat
from supportroom.groups.queries import group_of, seat_visible_to, seats_of
from supportroom.groups.views.showing import show_group
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.web.posting import attempt


@require_POST
def seat_resign(request: Asking, seat_id: int) -> HttpResponse:
    """Give up one's seat."""
    seat = seat_visible_to(request.actor, seat_id)
    if errors := attempt(actions.resign, actor=request.actor, seat=seat):
        return show_group(request, seat.group, errors=errors)
    return redirect("groups:group_detail", seat.group_id)


@require_POST
def seat_name(request: Asking, seat_id: int) -> HttpResponse:
    """Show the members one's name beside the seat, or hide it again."""
    seat = _own(request, seat_visible_to(request.actor, seat_id))
    act = give_consent if request.POST.get("shown") == "yes" else withdraw_consent
    if errors := attempt(act, actor=request.actor, person=seat.person, thing=seat):
        return show_group(request, seat.group, errors=errors)
    return redirect("groups:group_detail", seat.group_id)


def _own(request: Asking, seat: Seat) -> Seat:
    require(request.actor, "groups.resign", seat)
    return seat


@require_POST
def coordinator_name(request: Asking, working_group_id: int) -> HttpResponse:
    """Name, for one's own seat, who coordinates."""
    group = group_of(request.actor, working_group_id)
    word = request.POST.get("seat", "")[:20]
    named = seats_of(group).filter(number=word).first() if word.isascii() and word.isdigit() else None
    if named is None:
        raise Missing("kernel.missing")
    if errors := attempt(actions.name_coordinator, actor=request.actor, group=group, seat=named):
        return show_group(request, group_of(request.actor, group.pk), errors=errors)
    return redirect("groups:group_detail", group.pk)
