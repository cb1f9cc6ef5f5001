"""A group opened, turned down, put before the members, called for longer, given up, closed."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.groups import actions
from supportroom.groups.forms import ReasonForm, UntilForm
from supportroom.groups.queries import group_of
from supportroom.groups.views.showing import show_group, take_step
from supportroom.groups.vocabulary import CALLED, DAYS_TO_STAND, NOT_OPENED
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save


def group_open(request: Asking, working_group_id: int) -> HttpResponse:
    """Open a group to candidates, or take them until another instant."""
    group = group_of(request.actor, working_group_id)
    opens = group.state in (CALLED, NOT_OPENED)
    act = actions.open_group if opens else actions.take_candidates
    require(request.actor, "groups.open_group" if opens else "groups.take_candidates", group)
    until = group.candidates_until or now() + timedelta(days=DAYS_TO_STAND)
    form = UntilForm(request.POST or None, initial=UntilForm.values_of(until))
    status = save(request, form, act, actor=request.actor, group=group)
    if status == DONE:
        return redirect("groups:group_detail", group.pk)
    return render(request, "groups/open.html", {"group": group, "form": form, "opens": opens}, status=status)


@require_POST
def candidates_end(request: Asking, working_group_id: int) -> HttpResponse:
    """End the time to stand now."""
    return _stepped(request, working_group_id, actions.end_candidates)


@require_POST
def members_ask(request: Asking, working_group_id: int) -> HttpResponse:
    """Ask all members whether the group is opened."""
    return _stepped(request, working_group_id, actions.ask_members)


def _stepped(request: Asking, group_id: int, act: Any) -> HttpResponse:
    if errors := take_step(request, group_id, act):
        return show_group(request, group_of(request.actor, group_id), errors=errors)
    return redirect("groups:group_detail", group_id)


def group_turn_down(request: Asking, working_group_id: int) -> HttpResponse:
    """Say that a group is not opened, and why."""
    words = (_("Turn this call down"), _("The members read the reason, and can be asked all the same."))
    return _end(request, working_group_id, actions.turn_down_group, "groups.turn_down_group", words)


def group_give_up(request: Asking, working_group_id: int) -> HttpResponse:
    """Give a group up that looks for candidates, and say why."""
    words = (_("Give this group up"), _("Nobody is appointed. It can be opened again later."))
    return _end(request, working_group_id, actions.give_up_group, "groups.give_up_group", words)


def group_close(request: Asking, working_group_id: int) -> HttpResponse:
    """Close a group, and say how it ended."""
    words = (_("Close this group"), _("Nobody works in it any more; everything it wrote stays as it is."))
    return _end(request, working_group_id, actions.close_group, "groups.close_group", words)


def _end(request: Asking, group_id: int, act: Any, permission: str, words: tuple[str, str]) -> HttpResponse:
    group = group_of(request.actor, group_id)
    require(request.actor, permission, group)
    form = ReasonForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, act, actor=request.actor, group=group)
    if status == DONE:
        return redirect("groups:group_detail", group.pk)
    context = {"group": group, "form": form, "heading": words[0], "meaning": words[1]}
    return render(request, "groups/end.html", context, status=status)
