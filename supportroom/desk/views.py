"""My desk."""

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.desk.queries import moved_since, recent_moves, waiting_for
from supportroom.notices.queries import unread_count
from supportroom.people.middleware import Asking


def show(request: Asking) -> HttpResponse:
    """Show what waits for the reader, then what moved: in the register since they last looked, elsewhere lately."""
    waiting = waiting_for(request.actor)
    context = {
        "waiting": waiting,
        "outcomes": moved_since(request.actor),
        "moves": recent_moves(request.actor),
        "unread": unread_count(request.actor),
    }
    return render(request, "desk/desk.html", context)
