"""The list of working groups, and a group's own page."""

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.groups.queries import group_of, groups_visible_to
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking


def group_list(request: Asking) -> HttpResponse:
    """List the groups."""
    require(request.actor, "groups.read_groups")
    return render(request, "groups/list.html", {"groups": groups_visible_to(request.actor)})


def group_detail(request: Asking, working_group_id: int) -> HttpResponse:
    """Show a group."""
    return render(request, "groups/detail.html", {"group": group_of(request.actor, working_group_id)})
