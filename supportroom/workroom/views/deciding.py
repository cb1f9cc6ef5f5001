"""One meeting's page, as it is shown first and after a refusal: when it can be, when it is, what it came to."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.groups.queries import is_of_group
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.web.formatting import localmoment
from supportroom.workroom.agenda import lines_for
from supportroom.workroom.forms import AnswerForm, TimeForm
from supportroom.workroom.lifecycle import MEETING
from supportroom.workroom.models import Meeting
from supportroom.workroom.queries import answers_to, people_named
from supportroom.workroom.shown import names_of
from supportroom.workroom.timing import Chance, chances
from supportroom.workroom.vocabulary import MEETING_TONES, PROPOSED, SLOT_ANSWERS


def show_meeting(
    request: Asking, meeting: Meeting, *, forms: dict[str, Any] | None = None, errors: list[str] | None = None
) -> HttpResponse:
    """Answer with a meeting's page; after a refusal with status 422."""
    reads = may(request.actor, "workroom.read_discussion", meeting.group)
    can = _can(request, meeting)
    context = {
        "group": meeting.group,
        "meeting": meeting,
        "tone": MEETING_TONES[meeting.state],
        "lines": lines_for(meeting, request.actor),
        "reads": reads,
        "is_seated": is_of_group(request.actor, meeting.group),
        "can": can,
        "spell": spell,
        "words": SLOT_ANSWERS,
        "errors": errors or [],
        "time_form": TimeForm(zone=meeting.time_zone),
        **(_table(request, meeting) if reads and meeting.state == PROPOSED else {"chances": [], "names": []}),
        "answer_form": answer_form(request, meeting) if can["answer"] else None,
        **{f"{name}_form": form for name, form in (forms or {}).items()},
    }
    return render(request, "workroom/meeting.html", context, status=422 if forms or errors else 200)


def answer_form(request: Asking, meeting: Meeting, *args: Any) -> AnswerForm:
    """Give the form with one answer for each time."""
    me, known = request.actor.person_id or 0, answers_to(meeting)
    times = [(slot.pk, localmoment(slot.starts_at, meeting.time_zone)) for slot in meeting.slots.all()]
    mine = {slot_id: answer for (slot_id, person), answer in known.items() if person == me}
    return AnswerForm(*args, times=times, mine=mine)


def _can(request: Asking, meeting: Meeting) -> dict[str, bool]:
    """Tell what may be done with a meeting now."""
    works = may(request.actor, "workroom.set_meeting", meeting)
    begun = meeting.starts_at is not None and meeting.starts_at <= now()
    return {
        "amend": works and MEETING.allows(meeting.state, "set"),
        "set": works and MEETING.allows(meeting.state, "set"),
        "call_off": works and MEETING.allows(meeting.state, "call_off"),
        "answer": may(request.actor, "workroom.answer_slots", meeting),
        "write": works and (bool(meeting.minutes) or (begun and MEETING.allows(meeting.state, "hold"))),
    }


def _table(request: Asking, meeting: Meeting) -> dict[str, Any]:
    """Give who can come when."""
    people = people_named(meeting.group)
    times = [(slot.pk, slot.starts_at) for slot in meeting.slots.all()]
    rows: list[Chance] = chances(times, [person.pk for person in people], answers_to(meeting))
    return {"chances": rows, "names": list(names_of(people).values()), "moment": now()}
