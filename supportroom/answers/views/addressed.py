"""What is addressed to the bodies for which somebody answers."""

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.answers.due import today
from supportroom.answers.queries import letters_addressed_to
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking


def addressed_list(request: Asking) -> HttpResponse:
    """Show the letters that were sent to us, and how many of their recommendations wait for our answer."""
    require(request.actor, "answers.read_addressed")
    return render(request, "answers/addressed.html", {"letters": letters_addressed_to(request.actor), "day": today()})
