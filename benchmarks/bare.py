"""What a usual Django project would show: a signed-in list by the ORM with joins, through Django's own templates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from supportroom.points.models import Point

ROWS = 100


def bare_list(request: HttpRequest, session_id: int) -> HttpResponse:
    """Show a hundred points of a session in a table, for whoever is signed in."""
    points = Point.objects.filter(raised_in=session_id).select_related("pillar", "raised_in").order_by("number")
    return render(request, "benchmarks/bare.html", {"points": points[:ROWS]})
