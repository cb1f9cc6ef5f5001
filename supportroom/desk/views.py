"""My desk."""

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.desk.queries import recent_moves, waiting_for
from supportroom.notices.queries import unread_count
from supportroom.people.middleware import Asking


def show(request: Asking) -> HttpResponse:
    """Show what waits for the reader; where nothing does, what moved lately."""
    waiting = waiting_for(request.actor)
    context = {"waiting": waiting, "moves": recent_moves(request.actor), "unread": unread_count(request.actor)}
    return render(request, "desk/desk.html", context)
