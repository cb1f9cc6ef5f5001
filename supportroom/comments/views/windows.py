"""Opening a comment window."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.comments import actions
from supportroom.comments.allowed import on_paper
from supportroom.comments.forms import WindowForm
from supportroom.comments.queries import open_comments, window_of
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import require
from supportroom.papers.queries import paper_visible_to
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter
from supportroom.web.editing import DONE, save


def window_add(request: Asking, paper_id: int) -> HttpResponse:
    """Open a paper to the comments of all members."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "comments.open_window", paper)
    room = charter()
    initial = WindowForm.usual(now(), room.comment_window_days, room.comment_days_least, room.time_zone)
    form = WindowForm(request.POST or None, zone=room.time_zone, initial=initial)
    status = save(request, form, actions.open_window, actor=request.actor, paper=paper)
    if status == DONE:
        return redirect("comments:comment_list", paper.pk)
    context = {
        "group": paper.group,
        "paper": paper,
        "form": form,
        "least": room.comment_days_least,
        "most": room.comment_days_most,
        "left": open_comments(paper),
        "is_possible": on_paper(request.actor, paper, window_of(paper))["open"],
    }
    return render(request, "comments/window.html", context, status=status)
