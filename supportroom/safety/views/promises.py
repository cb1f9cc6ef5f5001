"""What is promised and what is not, for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from supportroom.safety.promised import PROMISES


@login_not_required
def promises(request: HttpRequest) -> HttpResponse:
    """Show it."""
    return render(request, "safety/promises.html", {"promises": PROMISES})
