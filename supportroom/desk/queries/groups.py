"""Working groups, as they wait: for the team that opens and appoints, for the seats with their tasks and meetings."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import OPEN
from supportroom.desk.waiting import Waiting
from supportroom.groups.models import Seat, WorkingGroup
from supportroom.groups.vocabulary import AT_WORK, CALLED, CANDIDATES, HELD
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.workroom.models import Meeting, Task
from supportroom.workroom.vocabulary import PROPOSED

Seats = dict[int, int]


def seats_held(actor: Actor) -> Seats:
    """Give the seats that the actor holds in groups at work, by the group's id."""
    held = Seat.objects.filter(person_id=actor.person_id or 0, state=HELD, group__state=AT_WORK)
    return dict(held.values_list("group_id", "pk"))


def work_in_groups(actor: Actor, mine: Seats) -> Iterator[Waiting]:
    """Tasks that one has, and meetings for which one has not said when one can come."""
    if not mine or actor.person_id is None:
        return
    for task in Task.objects.filter(whose_id=actor.person_id, done_on=None, group__in=mine).select_related("group"):
        url = reverse("workroom:meeting_list", args=[task.group_id])
        yield Waiting(_("You have a task"), task.group.title, url, _end_of(task), is_deadline=True, verb="due")
    meetings = Meeting.objects.filter(group__in=mine, state=PROPOSED, slots__starts_at__gt=now()).distinct()
    for meeting in meetings.exclude(slots__answers__person_id=actor.person_id):
        url = reverse("workroom:meeting_detail", args=[meeting.pk])
        yield Waiting(_("Say when you can come to a meeting"), meeting.title, url)


def _end_of(task: Task) -> datetime | None:
    """Give the end of a task's day by the reader's clock."""
    if task.due_on is None:
        return None
    return datetime.combine(task.due_on + timedelta(days=1), time(), timezone.get_current_timezone())


def groups_for_team() -> Iterator[Waiting]:
    """Groups called for about which the members are not being asked; groups whose time for candidates is over."""
    asked = set(MembersCheck.objects.filter(state=OPEN).values_list("subject", flat=True))
    moment = now()
    for group in WorkingGroup.objects.filter(state__in=(CALLED, CANDIDATES)):
        if group.state == CALLED and reference(group) not in asked:
            url = reverse("groups:group_detail", args=[group.pk])
            yield Waiting(_("A working group was called for: open it, or say why not"), group.title, url)
        elif group.state == CANDIDATES and not group.takes_candidates(moment):
            url = reverse("groups:candidates", args=[group.pk])
            what = _("The time for candidates is over: appoint the group")
            yield Waiting(what, group.title, url, group.candidates_until)
