"""A group's meetings and tasks; one meeting; proposing, changing, setting, calling off; minutes."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from supportroom.groups.queries import group_of
from supportroom.kernel.errors import Missing
from supportroom.kernel.ids import unspell
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.programme.diary import entry_for
from supportroom.programme.views.calendars import calendar_file, calendar_reader
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import attempt, submit
from supportroom.web.vocabulary import CITIES
from supportroom.workroom import actions
from supportroom.workroom.diary import held
from supportroom.workroom.forms import MeetingForm, MinutesForm, ProposeForm, TimeForm
from supportroom.workroom.models import Meeting
from supportroom.workroom.queries import (
    answered_by,
    coming,
    done_tasks,
    meeting_visible_to,
    meetings_visible_to,
    open_tasks,
    over,
    workroom_of,
)
from supportroom.workroom.shown import called
from supportroom.workroom.views.deciding import answer_form, show_meeting
from supportroom.workroom.views.showing import whole_number
from supportroom.workroom.vocabulary import MEETING_TONES

PAGE, FURTHER = 20, 3


def meeting_list(request: Asking, working_group_id: int) -> HttpResponse:
    """Show a group's meetings, and to itself its tasks; other members see the meetings that are open to them."""
    group = group_of(request.actor, working_group_id)
    meetings, reads = meetings_visible_to(request.actor, group), may(request.actor, "workroom.read_discussion", group)
    context = {
        "group": group,
        "coming": list(coming(meetings)),
        "page": Paginator(over(meetings), PAGE).get_page(request.GET.get("page")),
        "reads": reads,
        "works": may(request.actor, "workroom.propose_meeting", group),
        "answered": answered_by(request.actor, group) if reads else set(),
        "open_tasks": list(open_tasks(group)) if reads else [],
        "done_tasks": list(done_tasks(group)) if reads else [],
        "today": timezone.localdate(),
        "me": request.actor.person_id,
        "called": called,
        "tones": MEETING_TONES,
    }
    return render(request, "workroom/meetings.html", context)


def meeting_add(request: Asking, working_group_id: int) -> HttpResponse:
    """Propose a meeting with its times; the button for more times keeps what was typed."""
    group = workroom_of(request.actor, working_group_id)
    require(request.actor, "workroom.propose_meeting", group)
    rows, languages = whole_number(request.POST.get("rows", "")) or FURTHER, languages_spoken()
    form = ProposeForm(request.POST or None, rows=rows, initial=_own_clock(), languages=languages)
    status = 200
    if "more" in request.POST:
        form = ProposeForm(initial=_typed(request, form), rows=rows + FURTHER, languages=languages)
    else:
        status = save(request, form, actions.propose_meeting, actor=request.actor, group=group)
    if status == DONE:
        return redirect("workroom:meeting_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "workroom/meeting_add.html", {"group": group, "form": form}, status=status)


def _own_clock() -> dict[str, Any]:
    name = timezone.get_current_timezone_name()
    return {"time_zone": name if name in CITIES else "Asia/Damascus"}


def _typed(request: Asking, form: ProposeForm) -> dict[str, Any]:
    """Give what was typed so far, right or wrong, as a form that was not sent shows it."""
    return {name: field.widget.value_from_datadict(request.POST, {}, name) for name, field in form.fields.items()}


def meeting_detail(request: Asking, meeting_id: int) -> HttpResponse:
    """Show a meeting."""
    return show_meeting(request, meeting_visible_to(request.actor, meeting_id))


def meeting_edit(request: Asking, meeting_id: int) -> HttpResponse:
    """Change what a meeting is about and where it is held."""
    meeting = meeting_visible_to(request.actor, meeting_id)
    require(request.actor, "workroom.amend_meeting", meeting)
    seen = seen_in(request, meeting)
    form = MeetingForm(request.POST or None, initial=MeetingForm.values_of(meeting), languages=languages_spoken())
    asked = {"actor": request.actor, "meeting": meeting, "seen": seen}
    status = save(request, form, actions.amend_meeting, edits=meeting, now=MeetingForm.values_of, **asked)
    if status == DONE:
        return redirect("workroom:meeting_detail", meeting_id)
    context = {"group": meeting.group, "meeting": meeting, "form": form}
    context["seen"] = meeting.version if status == OVERTAKEN else seen
    return render(request, "workroom/meeting_edit.html", context, status=status)


@require_POST
def meeting_answer(request: Asking, meeting_id: int) -> HttpResponse:
    """Answer the times that are proposed."""
    meeting = meeting_visible_to(request.actor, meeting_id)
    form = answer_form(request, meeting, request.POST)
    if submit(form, actions.answer_slots, actor=request.actor, meeting=meeting):
        return redirect("workroom:meeting_detail", meeting_id)
    return show_meeting(request, meeting, forms={"answer": form})


@require_POST
def meeting_set(request: Asking, meeting_id: int) -> HttpResponse:
    """Set when a meeting is held: one of the times proposed, or another."""
    meeting = meeting_visible_to(request.actor, meeting_id)
    if "slot" in request.POST:
        starts_at = _slot(meeting, request.POST["slot"])
        errors = attempt(actions.set_meeting, actor=request.actor, meeting=meeting, starts_at=starts_at)
        return show_meeting(request, meeting, errors=errors) if errors else _to(meeting)
    form = TimeForm(request.POST, zone=meeting.time_zone)
    if submit(form, actions.set_meeting, actor=request.actor, meeting=meeting):
        return _to(meeting)
    return show_meeting(request, meeting, forms={"time": form})


def _slot(meeting: Meeting, word: str) -> datetime:
    try:
        slot = meeting.slots.filter(pk=unspell(word)).first()
    except ValueError:
        slot = None
    if slot is None:
        raise Missing("kernel.missing")
    return slot.starts_at


def _to(meeting: Meeting) -> HttpResponse:
    return redirect("workroom:meeting_detail", meeting.pk)


@require_POST
def meeting_call_off(request: Asking, meeting_id: int) -> HttpResponse:
    """Call a meeting off."""
    meeting = meeting_visible_to(request.actor, meeting_id)
    errors = attempt(actions.call_off_meeting, actor=request.actor, meeting=meeting)
    return show_meeting(request, meeting, errors=errors) if errors else _to(meeting)


def minutes_edit(request: Asking, meeting_id: int) -> HttpResponse:
    """Write a meeting's minutes."""
    meeting = meeting_visible_to(request.actor, meeting_id)
    require(request.actor, "workroom.write_minutes", meeting)
    seen = seen_in(request, meeting)
    form = MinutesForm(request.POST or None, initial=MinutesForm.values_of(meeting), languages=languages_spoken())
    asked = {"actor": request.actor, "meeting": meeting, "seen": seen}
    status = save(request, form, actions.write_minutes, edits=meeting, now=MinutesForm.values_of, **asked)
    if status == DONE:
        return redirect("workroom:meeting_detail", meeting_id)
    context = {"group": meeting.group, "meeting": meeting, "form": form}
    context["seen"] = meeting.version if status == OVERTAKEN else seen
    return render(request, "workroom/minutes.html", context, status=status)


@require_safe
def meeting_calendar(request: Asking, meeting_id: int) -> HttpResponse:
    """Give a meeting whose time is set as a file for the reader's calendar: it says when, and nothing else."""
    meeting, person = meeting_visible_to(request.actor, meeting_id), calendar_reader(request)
    appointment = held(meeting)
    if appointment is None:
        raise Missing("kernel.missing")
    return calendar_file(person, [entry_for(person, appointment)], "meeting")
