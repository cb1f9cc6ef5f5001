"""Who is of a working group, stands for it or follows it; what they are told of it, its discussion and its meetings."""

from collections.abc import Iterable
from typing import Any, Final

from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.vocabulary import HELD, NOT_APPOINTED
from supportroom.notices.audiences.audience import Audience, Vanished
from supportroom.notices.audiences.followers import with_followers, without_those_who_left
from supportroom.notices.audiences.people import members, team
from supportroom.notices.vocabulary import GROUPS, NEEDED, PAPERS, TEAM_WORK
from supportroom.people.models import Person
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM
from supportroom.workroom.models import Meeting, Mention, Post, Task

SEEING: Final = frozenset({MEMBER, TEAM, OFFICE, INTERPRETER})
ABOVE = ("thread", "meeting", "paper", "window", "adoption", "review", "pack")


def group_of(thing: Any) -> WorkingGroup:
    """Give the working group that a thing belongs to, or is."""
    if isinstance(thing, WorkingGroup):
        return thing
    if isinstance(found := getattr(thing, "group", None), WorkingGroup):
        return found
    for name in ABOVE:
        if (above := getattr(thing, name, None)) is not None:
            return group_of(above)
    raise Vanished("group")


def thread_of(thing: Post) -> Any:
    """Give the thread that a post stands in."""
    return thing.thread


def seats(thing: Any) -> Iterable[int]:
    """Who holds a seat of the thing's group."""
    return Seat.objects.filter(group=group_of(thing), state=HELD).values_list("person_id", flat=True)


def seats_that_follow(thing: Any) -> Iterable[int]:
    """Who holds a seat of the thing's group and has not stopped following it."""
    return without_those_who_left(seats(thing), group_of(thing))


def following_group(thing: Any) -> Iterable[int]:
    """Who holds a seat of the thing's group, and who follows it and may see groups (any more)."""
    group = group_of(thing)
    wanted = with_followers(seats(group), group)
    people = Person.objects.filter(pk__in=wanted).values_list("pk", "roles")
    return [person_id for person_id, roles in people if SEEING.intersection(roles)]


def newest_seat(thing: Any) -> Iterable[int]:
    """Who holds the seat that was filled again last."""
    filled = Seat.objects.filter(group=group_of(thing), state=HELD, replaces__isnull=False).order_by("-since", "-pk")
    return filled.values_list("person_id", flat=True)[:1]


def passed_over(thing: Any) -> Iterable[int]:
    """Who stood for the thing's group and was not appointed."""
    found = Candidate.objects.filter(group=group_of(thing), state=NOT_APPOINTED)
    return found.values_list("person_id", flat=True)


def caller(thing: WorkingGroup) -> Iterable[int]:
    """Who called for a group."""
    return [thing.called_by_id] if thing.called_by_id else []


def standing(thing: WorkingGroup) -> Iterable[int]:
    """Who stood for a group that came to nothing."""
    return Candidate.objects.filter(group=thing).values_list("person_id", flat=True)


def mentioned(thing: Post) -> Iterable[int]:
    """Whom a post speaks to by name."""
    return Mention.objects.filter(post=thing).values_list("person_id", flat=True)


def whose(thing: Task) -> Iterable[int]:
    """Who has a task."""
    return [thing.whose_id] if thing.whose_id else []


def members_if_open(thing: Meeting) -> Iterable[int]:
    """Every member, where a meeting is open to them."""
    return members(thing) if thing.open_to_members else []


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "groups.call_group": (Audience(GROUPS, members, group_of),),
    "groups.open_group": (Audience(GROUPS, members, group_of),),
    "groups.appoint": (
        Audience(NEEDED, seats, group_of),
        Audience(GROUPS, passed_over, group_of, "groups.passed_over"),
        Audience(GROUPS, following_group, group_of, "groups.appointed", by_following=True),
    ),
    "groups.take_candidates": (Audience(GROUPS, members, group_of),),
    "groups.turn_down_group": (
        Audience(GROUPS, caller, group_of),
        Audience(GROUPS, following_group, group_of, by_following=True),
    ),
    "groups.give_up_group": (
        Audience(GROUPS, standing, group_of),
        Audience(GROUPS, following_group, group_of, by_following=True),
    ),
    "groups.ask_members": (Audience(GROUPS, members, group_of),),
    "groups.replace": (
        Audience(NEEDED, newest_seat, group_of, "groups.appoint"),
        Audience(GROUPS, following_group, group_of, by_following=True),
    ),
    "groups.resign": (
        Audience(TEAM_WORK, team, group_of),
        Audience(GROUPS, following_group, group_of, by_following=True),
    ),
    "groups.close_group": (Audience(GROUPS, following_group, group_of, by_following=True),),
    "workroom.write_post": (
        Audience(NEEDED, mentioned, thread_of, "workroom.mentioned"),
        Audience(GROUPS, seats_that_follow, thread_of, by_following=True),
    ),
    "workroom.propose_meeting": (Audience(NEEDED, seats),),
    **dict.fromkeys(
        ("workroom.set_meeting", "workroom.call_off_meeting"),
        (Audience(NEEDED, seats), Audience(PAPERS, members_if_open)),
    ),
    "workroom.add_task": (Audience(NEEDED, whose, group_of),),
}
