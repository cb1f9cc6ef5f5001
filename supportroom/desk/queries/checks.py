"""Members' checks that wait for an answer."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from supportroom.checks.models import CheckAnswer, MembersCheck
from supportroom.checks.vocabulary import OPEN
from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.vocabulary import MEMBER
from supportroom.protection.handles import handle_for, has_key


def checks_of(actor: Actor) -> Iterator[Waiting]:
    """A members' check that one can answer and has not: what is asked stands there."""
    if actor.person_id is None or not actor.holds(MEMBER):
        return
    moment = now()
    asked = MembersCheck.objects.filter(state=OPEN, opens_at__lte=moment, closes_at__gt=moment)
    checks = [check for check in asked.filter(roll_entries__person_id=actor.person_id) if has_key(check.pk)]
    handles = [handle_for(check.pk, actor.person_id) for check in checks]
    found = CheckAnswer.objects.filter(check_asked__in=checks, handle__in=handles)
    answered = set(found.values_list("check_asked_id", flat=True))
    for check in checks:
        if check.pk not in answered:
            url = reverse("checks:members_check_detail", args=[check.pk])
            yield Waiting(_("The members are asked"), check.question, url, check.closes_at, is_deadline=True)
