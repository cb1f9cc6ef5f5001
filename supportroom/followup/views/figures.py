"""How much of what was asked is answered, after how long, and what briefings hold of it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from supportroom.answers.due import today
from supportroom.followup.counted import lines_of
from supportroom.followup.pictures import answers_picture, days_picture, reflected_picture
from supportroom.followup.vocabulary import BY_ADDRESSEE, COLUMN, WAYS
from supportroom.people.middleware import Asking


@login_not_required
@require_safe
def figures(request: Asking) -> HttpResponse:
    """Show the figures of what the reader may see: by addressee, or by what the address says."""
    way = request.GET.get("by", BY_ADDRESSEE)
    way = way if way in WAYS else BY_ADDRESSEE
    lines, all_of_it = lines_of(request.actor, way, today())
    here = reverse("followup:figures")
    context = {
        "lines": lines,
        "all": all_of_it,
        "tabs": [(word, f"{here}?by={code}", code == way) for code, word in WAYS.items()],
        "answers": answers_picture(way, lines),
        "days": days_picture(way, lines),
        "reflected": reflected_picture(way, lines),
        "first_column": COLUMN[way],
    }
    return render(request, "followup/figures.html", context)
