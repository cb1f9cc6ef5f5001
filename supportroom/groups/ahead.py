"""Where groups stand, in a word, and what happens next: who does it, by when; for many groups by few queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import COUNTED, OPEN
from supportroom.groups.models import WorkingGroup
from supportroom.groups.vocabulary import AT_WORK, CALLED, CANDIDATES, CLOSED, HELD, NOT_OPENED, TONES
from supportroom.journal.models import reference
from supportroom.kernel.clock import now
from supportroom.room.queries import charter


@dataclass(frozen=True)
class Ahead:
    """A group's state in a word with its tone, and a sentence on what comes next; `moment`: by when, if that is set."""

    word: str
    tone: str
    sentence: str
    moment: datetime | None = None
    seats: int = 0
    is_at_work: bool = False
    is_short: bool = False


def ahead_of(groups: Sequence[WorkingGroup]) -> dict[int, Ahead]:
    """Tell of each group where it stands and what comes next; two queries, however many there are."""
    held = dict(
        WorkingGroup.objects.filter(pk__in=[group.pk for group in groups])
        .order_by()
        .annotate(held=Count("seats", filter=Q(seats__state=HELD)))
        .values_list("pk", "held")
    )
    about = [reference(group) for group in groups]
    checks = {check.subject: check for check in MembersCheck.objects.filter(subject__in=about).order_by("opens_at")}
    return {group.pk: _ahead(group, held.get(group.pk, 0), checks.get(reference(group))) for group in groups}


def _ahead(group: WorkingGroup, seats: int, check: MembersCheck | None) -> Ahead:
    word, tone = str(group.get_state_display()), TONES[group.state]
    if check is not None and group.state in (CALLED, NOT_OPENED):
        if check.state == OPEN:
            sentence = _("All members are asked whether it is opened.")
            return Ahead(_("before the members"), "waiting", sentence, check.closes_at)
        if check.state == COUNTED:
            return Ahead(word, tone, _("The members did not agree to open it. The team alone can ask them again."))
    if group.state == CANDIDATES and group.takes_candidates(now()):
        return Ahead(word, tone, _("Members can stand for it; then the team appoints."), group.candidates_until)
    if group.state == AT_WORK:
        is_short = seats < charter().seats_least
        return Ahead(word, tone, _at_work(group, seats), None, seats, is_at_work=True, is_short=is_short)
    return Ahead(word, tone, _SENTENCES[group.state](), None, seats)


def _at_work(group: WorkingGroup, seats: int) -> str:
    if seats < charter().seats_least:
        return _("Too few seats are held: the team fills the vacant ones. Until then the group works on, "
                 "but takes no further step.")  # fmt: skip
    if group.coordinator_id is None:
        return _("The group collects and writes. It has not named its coordinator yet.")
    return _("The group collects what it needs and writes its paper.")


_SENTENCES = {
    CALLED: lambda: _("The team opens it, turns it down with a reason, or asks the members."),
    CANDIDATES: lambda: _("The time to stand is over: the team appoints by competence, then spread, then quotas."),
    CLOSED: lambda: _("Its work is done. What it wrote and how it was appointed stays readable."),
    NOT_OPENED: lambda: _("It is not opened. The members can still be asked."),
}
