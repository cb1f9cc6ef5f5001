"""What everybody may read: the briefings, what each says of public recommendations, and the table of both."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from supportroom.briefings.coverage import COUNTED, readers_of, table
from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.queries import (
    absent_lists_of,
    absent_waiting,
    briefing_visible_to,
    briefings_visible_to,
    reflections_in,
)
from supportroom.briefings.vocabulary import READING_STATES, STATE_TONES, TONES, UNREAD, VERDICTS
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.register.queries import recommendations_visible_to

PAGE = 12
COLUMNS = 6
READINGS = 50
WORDS = {"verdicts": VERDICTS, "tones": TONES, "states": READING_STATES, "state_tones": STATE_TONES, "unread": UNREAD}


@login_not_required
def briefing_list(request: Asking) -> HttpResponse:
    """Show the briefings, the newest first, each with what it says of the recommendations in figures."""
    page = Paginator(briefings_visible_to(request.actor), PAGE).get_page(request.GET.get("page"))
    counted = table(request.actor, page.object_list)
    context = {
        **WORDS,
        "page": page,
        "rows": list(zip(counted.briefings, counted.sums, strict=True)),
        "counted": COUNTED,
        "can": _abilities(request.actor, None),
    }
    return render(request, "briefings/list.html", context)


@login_not_required
def coverage(request: Asking) -> HttpResponse:
    """Show rounds by briefings: what was reflected, partly, absent, and what nobody has read yet."""
    page = Paginator(briefings_visible_to(request.actor), COLUMNS).get_page(request.GET.get("page"))
    counted = table(request.actor, page.object_list)
    can = _abilities(request.actor, None)
    context = {
        **WORDS,
        "page": page,
        "table": counted,
        "can": can,
        "readers": _named_readers(counted.briefings) if can["names"] else {},
    }
    return render(request, "briefings/coverage.html", context)


@login_not_required
def briefing_detail(request: Asking, briefing_id: int) -> HttpResponse:
    """Show what a briefing says of each recommendation that the reader may read."""
    briefing = briefing_visible_to(request.actor, briefing_id)
    can = _abilities(request.actor, briefing)
    readings = _readings(request.actor, briefing, request.GET.get("verdict", ""))
    page = Paginator(readings, READINGS).get_page(request.GET.get("page"))
    counted = table(request.actor, [briefing])
    context = {
        **WORDS,
        "briefing": briefing,
        "page": page,
        "verdict": request.GET.get("verdict", ""),
        "cell": counted.sums[0],
        "rows": counted.rows,
        "can": can,
        "readers": _named_readers([briefing]).get(briefing.pk, []) if can["names"] else [],
        "absent_lists": absent_lists_of(briefing) if can["read_absent"] else [],
        "absent_waiting": absent_waiting(briefing) if can["send"] else 0,
        "names": _names(list(page.object_list)) if can["names"] else {},
    }
    return render(request, "briefings/detail.html", context)


def _readings(actor: Actor, briefing: Briefing, verdict: str) -> Any:
    visible = recommendations_visible_to(actor).select_related(None).order_by().values("pk")
    rows = reflections_in(briefing).filter(recommendation__in=visible).select_related("recommendation__round")
    if verdict in VERDICTS:
        rows = rows.filter(verdict=verdict)
    return rows.order_by("recommendation__asked_on", "recommendation__year", "recommendation__number")


def _abilities(actor: Actor, briefing: Briefing | None) -> dict[str, bool]:
    """Tell what the reader may do besides reading."""
    asked = {
        "log": "briefings.log_briefing",
        "amend": "briefings.amend_briefing",
        "trash": "briefings.trash_briefing",
        "read": "briefings.read",
        "names": "briefings.read_names",
        "send": "briefings.send_absent",
        "text": "briefings.read_text",
        "read_absent": "briefings.read_absent",
    }
    return {word: may(actor, name, briefing) for word, name in asked.items()}


def _named_readers(briefings: Any) -> dict[int, list[tuple[str, int, int]]]:
    """Give who read each briefing by name, for the team and the office."""
    return {
        key: [(name_for(reader.person, TEAM), reader.first, reader.again) for reader in readers]
        for key, readers in readers_of(briefings).items()
    }


def _names(readings: list[Reflection]) -> dict[int, tuple[str, str]]:
    """Give the names of the first and the second reader of each reading, for the team and the office."""
    return {
        reading.pk: (
            name_for(reading.first_reader, TEAM),
            name_for(reading.second_reader, TEAM) if reading.second_verdict else "",
        )
        for reading in readings
    }
