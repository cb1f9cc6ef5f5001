"""The members asked whether a group is opened; what they say is done by the room itself."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.checks.actions import open_members_check
from supportroom.checks.counting import settle_if_over
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_about
from supportroom.checks.vocabulary import OPEN_GROUP
from supportroom.groups.actions.calling import open_group, turn_down_group
from supportroom.groups.actions.holding import held
from supportroom.groups.lifecycle import GROUP
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import may_ask_again
from supportroom.groups.vocabulary import CALLED, DAYS_TO_STAND
from supportroom.journal.door import action, record
from supportroom.journal.writing import refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import CURRENT, MultilingualText


@action("groups.ask_members", on="group")
def ask_members(*, actor: Actor, group: WorkingGroup) -> MembersCheck:
    """Ask all members whether a group is opened. Where they said no, the team alone asks again.

    DomainError `groups.members_said`, `checks.open_already`, `kernel.not_now`.
    """
    before = check_about(group)
    if before is not None:
        settle_if_over(before)
    kept = held(group)
    refuse_unless(GROUP.allows(kept.state, "open"), "kernel.not_now")
    refuse_unless(may_ask_again(actor, kept), "groups.members_said")
    check = open_members_check(actor=actor, purpose=OPEN_GROUP, subject=group, question=_question(kept))
    record(group, actor=actor)
    return check


def _question(group: WorkingGroup) -> MultilingualText:
    return in_both(group.title.original, lambda code: _("Should the working group “%(title)s” be opened?") % {
        "title": group.title.said_in(code)
    })  # fmt: skip


def in_both(original: str, said: Callable[[str], str]) -> MultilingualText:
    """Give a sentence of the room itself in each language of the interface."""
    texts = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            texts[code] = said(code)
    original = original if original in texts else next(iter(texts))
    return MultilingualText(original, texts, {code: CURRENT for code in texts if code != original})


def do_what_members_said(check: MembersCheck) -> None:
    """Open the group or turn it down, as was counted; inside the counting. Nothing where it went another way."""
    group = WorkingGroup.objects.filter(pk=check.subject.rpartition(":")[2]).first()
    if group is None or not GROUP.allows(group.state, "open"):
        return
    if check.is_agreed:
        until = now() + timedelta(days=DAYS_TO_STAND)
        open_group(actor=SYSTEM, group=group, candidates_until=until, opened_by_team=False)
    elif group.state == CALLED:
        reason = in_both("", lambda _code: _("The members were asked and did not agree to open it."))
        turn_down_group(actor=SYSTEM, group=group, reason=reason)
