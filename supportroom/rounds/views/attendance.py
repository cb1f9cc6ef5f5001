"""Who comes, and who came: the list by group with the day's check-in."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.rounds import actions
from supportroom.rounds.attendance import checkable_among, checked_in_on, days_begun, leads_now, today_of
from supportroom.rounds.models import Participant, Round
from supportroom.rounds.queries import groups_of, participants_visible_to
from supportroom.rounds.views.rounds import round_or_missing

VERBS = {"come": actions.check_in, "undo": actions.undo_check_in}


def attendance(request: Asking, round_id: int) -> HttpResponse:
    """Show who comes, by group; check in, or take it back, whoever's button was pressed."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.read_participants", round)
    days = days_begun(round)
    day = _day_asked(request, days)
    if request.method == "POST":
        return _note(request, round, day)
    listed = list(participants_visible_to(request.actor, round))
    came = checked_in_on(round, day) if day else set()
    context = {"round": round, "days": days, "day": day, "groups": _by_group(request, round, listed, came)}
    context |= {"total": len(listed), "came": len(came), "sees_all": _sees_all(request, round)}
    context |= {"may_check": _checkable(request, round, listed, day)}
    return render(request, "rounds/attendance.html", context)


def _day_asked(request: Asking, days: list[date]) -> date | None:
    """Give the day that the page is about: the one asked for, else the last that has begun; None before the first."""
    asked = request.POST.get("day") or request.GET.get("day") or ""
    return next((day for day in days if day.isoformat() == asked), days[-1] if days else None)


def _note(request: Asking, round: Round, day: date | None) -> HttpResponse:
    """Do what a button says: its name is the verb, its value the participant."""
    verb = next((verb for verb in VERBS if verb in request.POST), None)
    listed = participants_visible_to(request.actor, round).select_related("round")
    participant = listed.filter(pk=_id_of(request.POST.get(verb or "", ""))).first()
    if verb is None or participant is None:
        raise Missing("kernel.missing")
    VERBS[verb](actor=request.actor, participant=participant, day=day)
    query = f"?day={day}" if day else ""
    return redirect(f"{reverse('rounds:attendance', args=[round.pk])}{query}#p{participant.pk}")


def _id_of(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 20 else 0


def _sees_all(request: Asking, round: Round) -> bool:
    """Tell whether the reader sees of everybody whether they came: the team, and who leads a session now."""
    return may(request.actor, "rounds.add_participant", round) or bool(leads_now(request.actor, round))


def _checkable(request: Asking, round: Round, listed: list[Participant], day: date | None) -> set[int]:
    may_change = may(request.actor, "rounds.add_participant", round) or day == today_of(round)
    return checkable_among(request.actor, round, listed) if day and may_change and not round.is_published else set()


def _by_group(request: Asking, round: Round, listed: list[Participant], came: set[int]) -> list[tuple[Any, ...]]:
    """Give each group or None with how many came and [(participant, name, came, is the reader)]."""
    here = {group.pk: group for group in groups_of(round)}
    rows: dict[int | None, list[Any]] = {key: [] for key in (*here, None)}
    for each in listed:
        own = each.person_id == request.actor.person_id
        rows[each.group_id].append((each, name_for(each.person, SAME_ROUND), each.pk in came, own))
    return [(here.get(key or 0), sum(row[2] for row in people), people) for key, people in rows.items() if people]
