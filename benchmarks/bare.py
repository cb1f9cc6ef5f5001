"""What a usual Django project would show: a signed-in list by the ORM with joins, through Django's own templates."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from supportroom.people.middleware import Asking
from supportroom.points.models import Point

ROWS = 100


def bare_list(request: Asking, session_id: int) -> HttpResponse:
    """Show a hundred points of a session in a table, for whoever is signed in."""
    if not request.actor.is_known:
        raise PermissionDenied
    points = Point.objects.filter(raised_in=session_id).select_related("pillar", "raised_in").order_by("number")
    return render(request, "benchmarks/bare.html", {"points": points[:ROWS]})
