"""A group's own page, also as the answer to a step that was refused."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from supportroom.checks.queries import check_about
from supportroom.checks.showing import shown
from supportroom.groups.lifecycle import GROUP
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import (
    candidacy_of,
    candidates_of,
    group_of,
    is_short,
    may_ask_again,
    seat_of,
    vacant_seats,
)
from supportroom.groups.showing import balance_lines, seat_lines
from supportroom.groups.vocabulary import AT_WORK, CANDIDATES, OPENERS
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.web.editing import REFUSED, SHOWN
from supportroom.web.posting import attempt


def show_group(request: Asking, group: WorkingGroup, *, errors: list[str] | None = None) -> HttpResponse:
    """Show a group; with what was refused, if something was."""
    actor, check = request.actor, check_about(group)
    context: dict[str, Any] = {
        "group": group,
        "asked": shown(actor, check) if check else None,
        "lines": seat_lines(actor, group) if group.appointed_on else [],
        "own_seat": seat_of(actor, group),
        "candidacy": candidacy_of(actor, group),
        "takes_candidates": group.takes_candidates(now()),
        "is_short": is_short(group),
        "balance": balance_lines(group),
        "opened_by": OPENERS.get(group.opened_by, ""),
        "errors": errors or [],
        "can": _can(request, group),
    }
    if context["can"]["read_candidates"]:
        context["standing"] = candidates_of(group).count()
    return render(request, "groups/detail.html", context, status=REFUSED if errors else SHOWN)


def _can(request: Asking, group: WorkingGroup) -> dict[str, bool]:
    """Tell what the reader can do on this page now."""
    actor, is_open = request.actor, group.takes_candidates(now())
    names = ("reword_group", "translate_group", "ask_members", "stand", "read_candidates", "work_in_group")
    can = {name: may(actor, f"groups.{name}", group) for name in names}
    for verb, name in (("open", "open_group"), ("turn_down", "turn_down_group"), ("give_up", "give_up_group"),
                       ("close", "close_group"), ("appoint", "appoint")):  # fmt: skip
        can[verb] = GROUP.allows(group.state, verb) and may(actor, f"groups.{name}", group)
    can["appoint"] = can["appoint"] and not is_open
    can["stand"] = can["stand"] and is_open and seat_of(actor, group) is None
    seeks = group.state == CANDIDATES or (group.state == AT_WORK and vacant_seats(group).exists())
    can["take_candidates"] = seeks and may(actor, "groups.take_candidates", group)
    can["ask_members"] = can["ask_members"] and may_ask_again(actor, group)
    can["replace"] = group.state == AT_WORK and not is_open and may(actor, "groups.replace", group)
    return can


def take_step(request: Asking, group_id: int, act: Any, **given: Any) -> list[str]:
    """Do something to a group; give what it refuses."""
    return attempt(act, actor=request.actor, group=group_of(request.actor, group_id), **given)


def address_of(group: WorkingGroup) -> str:
    """Give the address of a group's page."""
    return reverse("groups:group_detail", args=[group.pk])
