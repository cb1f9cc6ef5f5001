"""Meetings: times proposed, one set, called off; minutes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from supportroom.groups.models import WorkingGroup
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.multilingual import MultilingualText
from supportroom.web.vocabulary import CITIES
from supportroom.workroom.lifecycle import MEETING
from supportroom.workroom.models import Meeting, Slot
from supportroom.workroom.vocabulary import HELD, MOST_SLOTS, PROPOSED, SET


@action("workroom.propose_meeting", on="group")
def propose_meeting(
    *,
    actor: Actor,
    group: WorkingGroup,
    title: MultilingualText,
    times: Sequence[datetime],
    time_zone: str = "Asia/Damascus",
    **fields: Any,
) -> Meeting:
    """Propose one to ten times for a meeting; fields: agenda, minutes_long, place, link, open_to_members.

    DomainError `kernel.empty`, `workroom.no_times`, `workroom.too_many_times`, `workroom.time_past`,
    `workroom.time_unknown`, `workroom.link_not_web`.
    """
    refuse_unless(title, "kernel.empty")
    refuse_unless(time_zone in CITIES, "workroom.time_unknown")
    _refuse_wrong_link(fields)
    meeting = create(Meeting, group=group, title=title, time_zone=time_zone, **fields)
    _propose(meeting, times)
    record(meeting, actor=actor, group=group.pk, open_to_members=meeting.open_to_members)
    return meeting


def _propose(meeting: Meeting, times: Sequence[datetime]) -> None:
    chosen = sorted(set(times))
    refuse_unless(chosen, "workroom.no_times")
    refuse_unless(len(chosen) <= MOST_SLOTS, "workroom.too_many_times", limit=MOST_SLOTS)
    refuse_unless(chosen[0] > now(), "workroom.time_past")
    for time in chosen:
        create(Slot, meeting=meeting, starts_at=time)


def _refuse_wrong_link(fields: dict[str, Any]) -> None:
    link = fields.get("link", "")
    refuse_unless(not link or is_web_address(link), "workroom.link_not_web")


@action("workroom.amend_meeting", on="meeting")
def amend_meeting(*, actor: Actor, meeting: Meeting, seen: int | None = None, **fields: Any) -> Meeting:
    """Change what a meeting is about, where it is held, and whether members may come; its time is set by itself.

    DomainError `kernel.not_now` once it was held or called off, `kernel.empty`, `workroom.link_not_web`; Stale.
    """
    held = _held(meeting)
    refuse_unless(held.state in (PROPOSED, SET), "kernel.not_now")
    refuse_unless(fields.get("title", meeting.title), "kernel.empty")
    _refuse_wrong_link(fields)
    change(held, seen=meeting.version if seen is None else seen, **fields)
    record(held, actor=actor, group=held.group_id, fields=sorted(fields))
    return held


@action("workroom.set_meeting", on="meeting")
def set_meeting(*, actor: Actor, meeting: Meeting, starts_at: datetime) -> Meeting:
    """Set when a meeting is held: one of the times proposed, or another; it can be set anew until it was held.

    DomainError `workroom.time_past`, `kernel.not_now`.
    """
    held = _held(meeting)
    refuse_unless(starts_at > now(), "workroom.time_past")
    advance(held, MEETING, "set", starts_at=starts_at)
    record(held, actor=actor, group=held.group_id, open_to_members=held.open_to_members)
    return held


@action("workroom.call_off_meeting", on="meeting")
def call_off_meeting(*, actor: Actor, meeting: Meeting) -> Meeting:
    """Call a meeting off. DomainError `kernel.not_now`."""
    held = advance(_held(meeting), MEETING, "call_off")
    record(held, actor=actor, group=held.group_id, open_to_members=held.open_to_members)
    return held


@action("workroom.write_minutes", on="meeting")
def write_minutes(*, actor: Actor, meeting: Meeting, minutes: MultilingualText, seen: int | None = None) -> Meeting:
    """Write what a meeting came to, once it has begun; the first time it counts as held.

    DomainError `kernel.empty`, `workroom.minutes_too_early`, `kernel.not_now`; Stale.
    """
    held = _held(meeting)
    refuse_unless(minutes, "kernel.empty")
    begun = held.starts_at is not None and held.starts_at <= now()
    refuse_unless(held.state != SET or begun, "workroom.minutes_too_early")
    change(held, seen=meeting.version if seen is None else seen, minutes=minutes)
    if held.state != HELD:
        advance(held, MEETING, "hold")
    record(held, actor=actor, group=held.group_id)
    return held


def _held(meeting: Meeting) -> Meeting:
    """Hold a meeting as the database has it now until the end of the action."""
    return Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
