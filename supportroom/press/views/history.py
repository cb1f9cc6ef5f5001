"""How a paper came about, at any stage, for everybody who reads that the group is there."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from supportroom.groups.queries import group_of
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.papers.models import Paper
from supportroom.people.middleware import Asking
from supportroom.press.history import history_of
from supportroom.press.queries import paper_behind, paper_of_pack
from supportroom.press.social import published_at


def paper_of_group(request: Asking, working_group_id: int) -> Paper:
    """Give the paper of a group that the reader may read of; Missing where there is none."""
    paper = Paper.objects.filter(group=group_of(request.actor, working_group_id)).first()
    if paper is None:
        raise Missing("kernel.missing")
    return paper


def group_history(request: Asking, working_group_id: int) -> HttpResponse:
    """Lead to the history of the group's paper."""
    return redirect("press:history", paper_of_group(request, working_group_id).pk)


def group_press(request: Asking, working_group_id: int) -> HttpResponse:
    """Lead to the press pack of the group's paper."""
    paper = paper_of_pack(request.actor, paper_of_group(request, working_group_id).pk)
    return redirect("press:pack_detail", paper.pk)


def history(request: Asking, paper_id: int) -> HttpResponse:
    """Show how the paper came about."""
    paper = paper_behind(request.actor, paper_id)
    require(request.actor, "press.read_history", paper)
    address = published_at(paper, get_language() or "")
    context = {"paper": paper, "group": paper.group, "steps": history_of(paper), "address": address}
    return render(request, "press/history.html", context)
