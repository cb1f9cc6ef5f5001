"""A group called for, reworded, opened or not, and closed."""

from collections.abc import Sequence
from datetime import datetime

from supportroom.checks.counting import settle_if_over
from supportroom.checks.queries import check_about
from supportroom.checks.vocabulary import OPEN
from supportroom.groups.actions.holding import held
from supportroom.groups.actions.standing import nothing_said
from supportroom.groups.lifecycle import CANDIDATE, GROUP
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import vacant_seats
from supportroom.groups.vocabulary import AT_WORK, CANDIDATES, MEMBERS_OPENED, STANDING, TEAM_OPENED
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Competence
from supportroom.room.queries import charter
from supportroom.topics.models import Topic


def _search_text(title: MultilingualText, task: MultilingualText) -> str:
    return f"{title.search_text} {task.search_text}"


def _refuse_seats(seats_wanted: int) -> None:
    room = charter()
    least, most = room.seats_least, room.seats_most
    refuse_unless(least <= seats_wanted <= most, "groups.seats", least=least, most=most)


@action("groups.call_group", on="title")
def call_group(
    *,
    actor: Actor,
    title: MultilingualText,
    task: MultilingualText,
    topic: Topic | None = None,
    fields: Sequence[Competence] = (),
    seats_wanted: int | None = None,
) -> WorkingGroup:
    """Call for a working group, on a topic or beside one. DomainError `groups.seats`."""
    wanted = charter().seats_most if seats_wanted is None else seats_wanted
    _refuse_seats(wanted)
    group = create(
        WorkingGroup,
        title=title,
        task=task,
        topic=topic,
        seats_wanted=wanted,
        called_by_id=actor.person_id,
        called_on=now().date(),
        search_text=_search_text(title, task),
    )
    group.fields.set(fields)
    record(group, actor=actor)
    return group


@action("groups.reword_group", on="group")
def reword_group(
    *,
    actor: Actor,
    group: WorkingGroup,
    title: MultilingualText,
    task: MultilingualText,
    fields: Sequence[Competence] | None = None,
    seats_wanted: int | None = None,
    seen: int | None = None,
) -> WorkingGroup:
    """Write title, task and what is looked for anew; fields and seats stand still once the group is appointed.

    Stale where somebody was faster; DomainError `groups.seats`.
    """
    wanted = group.seats_wanted if seats_wanted is None or group.appointed_on else seats_wanted
    if wanted != group.seats_wanted:
        _refuse_seats(wanted)
    change(group, seen=seen, title=title, task=task, seats_wanted=wanted, search_text=_search_text(title, task))
    if fields is not None and not group.appointed_on:
        group.fields.set(fields)
    record(group, actor=actor)
    return group


@action("groups.translate_group", on="group")
def translate_group(
    *, actor: Actor, group: WorkingGroup, seen: int | None = None, **texts: MultilingualText
) -> WorkingGroup:
    """Write translations of a group's texts (title, task, reason); the originals stand.

    Stale where somebody was faster; DomainError `groups.translations_only`.
    """
    for name, text in texts.items():
        before: MultilingualText = getattr(group, name)
        refuse_unless((text.original, str(text)) == (before.original, str(before)), "groups.translations_only")
    found = _search_text(texts.get("title", group.title), texts.get("task", group.task))
    change(group, seen=seen, search_text=found, **texts)
    record(group, actor=actor, fields=sorted(texts))
    return group


@action("groups.open_group", on="group")
def open_group(
    *, actor: Actor, group: WorkingGroup, candidates_until: datetime, opened_by_team: bool = True
) -> WorkingGroup:
    """Open a group to candidates until an instant: the team does, or the room by itself after a members' check.

    DomainError `groups.until_past`, `groups.members_asked`, `kernel.not_now`.
    """
    moment = now()
    refuse_unless(candidates_until > moment, "groups.until_past")
    if actor.is_known:
        refuse_while_asked(group)
    kept = held(group)
    opened_by = TEAM_OPENED if opened_by_team else MEMBERS_OPENED
    advance(
        kept,
        GROUP,
        "open",
        opened_by=opened_by,
        candidates_until=candidates_until,
        opened_on=moment.date(),
        reason=MultilingualText(),
    )
    record(group, actor=actor, opened_by=opened_by)
    group.refresh_from_db()
    return group


@action("groups.take_candidates", on="group")
def take_candidates(*, actor: Actor, group: WorkingGroup, candidates_until: datetime) -> WorkingGroup:
    """Take candidates until another instant: longer before the appointment, anew where a seat is vacant.

    DomainError `groups.until_past`, `groups.no_vacancy`, `kernel.not_now`.
    """
    kept = held(group)
    refuse_unless(candidates_until > now(), "groups.until_past")
    refuse_unless(kept.state in (CANDIDATES, AT_WORK), "kernel.not_now")
    refuse_unless(kept.state == CANDIDATES or vacant_seats(kept).exists(), "groups.no_vacancy")
    change(kept, candidates_until=candidates_until)
    record(group, actor=actor)
    group.refresh_from_db()
    return group


@action("groups.end_candidates", on="group")
def end_candidates(*, actor: Actor, group: WorkingGroup) -> WorkingGroup:
    """End the time to stand now. DomainError `groups.not_open_to_candidates`."""
    kept = held(group)
    refuse_unless(kept.takes_candidates(now()), "groups.not_open_to_candidates")
    change(kept, candidates_until=now())
    record(group, actor=actor)
    group.refresh_from_db()
    return group


@action("groups.turn_down_group", on="group")
def turn_down_group(*, actor: Actor, group: WorkingGroup, reason: MultilingualText) -> WorkingGroup:
    """Say that a group is not opened, and why.

    DomainError `groups.reason_missing`, `groups.members_asked`, `kernel.not_now`.
    """
    if actor.is_known:
        refuse_while_asked(group)
    return _ended(actor, group, "turn_down", reason)


@action("groups.give_up_group", on="group")
def give_up_group(*, actor: Actor, group: WorkingGroup, reason: MultilingualText) -> WorkingGroup:
    """Give a group up that looks for candidates, and say why. DomainError `groups.reason_missing`, `kernel.not_now`."""
    return _ended(actor, group, "give_up", reason)


@action("groups.close_group", on="group")
def close_group(*, actor: Actor, group: WorkingGroup, reason: MultilingualText) -> WorkingGroup:
    """Close a group whose work is done or cannot go on, and say how it ended; its seats stay on record.

    DomainError `groups.reason_missing`, `kernel.not_now`.
    """
    return _ended(actor, group, "close", reason)


def refuse_while_asked(group: WorkingGroup) -> None:
    """Raise DomainError `groups.members_asked` while the members are asked whether the group is opened.

    Where the time to answer is over, what they said is counted and done first.
    """
    check = check_about(group)
    check = settle_if_over(check) if check is not None else None
    refuse_unless(check is None or check.state != OPEN, "groups.members_asked")


def _ended(actor: Actor, group: WorkingGroup, verb: str, reason: MultilingualText) -> WorkingGroup:
    """End a group or its call; what candidates said of themselves is needed no more, and is deleted.

    That they stood stays where nobody was appointed: they are told that it came to nothing.
    """
    refuse_unless(reason, "groups.reason_missing")
    advance(held(group), GROUP, verb, reason=reason, closed_on=now().date(), candidates_until=None)
    if verb == "give_up":
        for candidate in group.candidates.filter(state=STANDING):
            advance(candidate, CANDIDATE, "withdraw", **nothing_said())
            candidate.fields.clear()
    else:
        erase_all(group.candidates.all())
    record(group, actor=actor)
    group.refresh_from_db()
    return group
