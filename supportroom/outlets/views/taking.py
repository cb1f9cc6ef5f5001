"""The pages on which people learn how to take along what is public."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from supportroom.outlets.feeds import KINDS
from supportroom.outlets.interface.describing import ROOT
from supportroom.outlets.interface.filters import PAGING
from supportroom.outlets.interface.offered import RESOURCES


@login_not_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """List feeds, files, and the ways for machines."""
    feeds = [(str(kind.title), reverse("outlets:feed", args=[name])) for name, kind in KINDS.items()]
    return render(request, "outlets/data.html", {"feeds": feeds})


@login_not_required
@require_safe
def interface(request: HttpRequest) -> HttpResponse:
    """Explain the read interface: what there is, what can be asked for, what answers look like."""
    context = {
        "resources": list(RESOURCES.values()),
        "paging": PAGING,
        "root": ROOT,
        "description": reverse("interface:description"),
    }
    return render(request, "outlets/interface.html", context)
