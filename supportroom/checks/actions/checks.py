"""Members asked, counted, or not asked any more."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Count

from supportroom.checks.ending import forget_answers
from supportroom.checks.hearing import can_be_withdrawn, hear_count, hear_withdrawal
from supportroom.checks.lifecycle import CHECK
from supportroom.checks.models import MembersCheck, RollEntry
from supportroom.checks.outcome import decide
from supportroom.checks.vocabulary import CHOICES, LEAST_DAYS, MOST_DAYS, OPEN
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, change, create, create_many, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.protection.handles import open_key
from supportroom.room.queries import charter


@action("checks.open_members_check", on="subject")
def open_members_check(
    *,
    actor: Actor,
    purpose: str,
    subject: models.Model | str,
    question: MultilingualText,
    subject_version: int = 1,
    closes_at: datetime | None = None,
) -> MembersCheck:
    """Ask all members about a thing (or a reference); majority, quorum and who may answer stand still from now on.

    Without an end it lasts the charter's days. DomainError `checks.days`, `checks.open_already`, `checks.no_members`.
    """
    room, moment = charter(), now()
    until = closes_at or moment + timedelta(days=room.members_check_days)
    is_right = timedelta(days=LEAST_DAYS) <= until - moment <= timedelta(days=MOST_DAYS)
    refuse_unless(is_right, "checks.days")
    about = reference(subject)
    refuse_unless(not MembersCheck.objects.filter(subject=about, state=OPEN).exists(), "checks.open_already")
    members = list(Person.objects.holding(MEMBER).values_list("pk", flat=True))
    refuse_unless(members, "checks.no_members")
    check = create(
        MembersCheck,
        purpose=purpose,
        subject=about,
        subject_version=subject_version,
        question=question,
        opens_at=moment,
        closes_at=until,
        majority_percent=room.members_majority,
        quorum_percent=room.members_quorum,
        roll=len(members),
    )
    create_many(RollEntry, [{"check_asked": check, "person_id": person_id} for person_id in members])
    open_key(check.pk)
    record(check, actor=actor, purpose=purpose)
    return check


@action("checks.count_check", on="members_check")
def count_check(*, actor: Actor, members_check: MembersCheck) -> MembersCheck:
    """Count a check that is over, tell who asked, and destroy what could tell who answered what.

    DomainError `checks.not_over`, `kernel.not_now` where it was counted or taken back.
    """
    check = held(members_check)
    refuse_unless(CHECK.allows(check.state, "count"), "kernel.not_now")
    refuse_unless(check.is_over(now()), "checks.not_over")
    tally = _tally(check)
    outcome = decide(tally, check.roll, check.majority_percent, check.quorum_percent)
    advance(check, CHECK, "count", tally=dict(tally), is_agreed=outcome.is_agreed)
    forget_answers(check)
    record(check, actor=actor, purpose=check.purpose, is_agreed=outcome.is_agreed)
    hear_count(check)
    members_check.refresh_from_db()
    return members_check


def _tally(check: MembersCheck) -> Mapping[str, int]:
    counted: dict[str, Any] = dict(
        check.answers.order_by().values_list("choice").annotate(number=Count("pk")).values_list("choice", "number")
    )
    return {choice: counted.get(choice, 0) for choice in CHOICES}


@action("checks.withdraw_members_check", on="members_check")
def withdraw_members_check(*, actor: Actor, members_check: MembersCheck, reason: MultilingualText) -> MembersCheck:
    """Take a check back before its end, and say why; its answers are destroyed uncounted.

    DomainError `checks.stays` where who asked cannot go on without an outcome, `checks.reason_missing`,
    `checks.over`, `kernel.not_now`.
    """
    check = held(members_check)
    refuse_unless(reason, "checks.reason_missing")
    refuse_unless(can_be_withdrawn(check), "checks.stays")
    refuse_unless(not check.is_over(now()), "checks.over")
    advance(check, CHECK, "withdraw", reason=reason)
    forget_answers(check)
    record(check, actor=actor, purpose=check.purpose)
    hear_withdrawal(check)
    members_check.refresh_from_db()
    return members_check


@action("checks.ask_again", on="members_check")
def ask_again(*, actor: Actor, members_check: MembersCheck, since: datetime) -> MembersCheck:
    """Begin an open check anew in a room that was restored: those answers were written under a key that is no more.

    They are erased, the roll stays, a key is made where there is none, and the members have as long as was left at the
    instant `since` to which the room went back, a day at least. DomainError `checks.over` where it is over already.
    """
    check = held(members_check)
    refuse_unless(check.state == OPEN, "checks.over")
    left = max(check.closes_at - since, timedelta(days=LEAST_DAYS))
    erase_all(check.answers.all())
    change(check, closes_at=now() + left)
    open_key(check.pk)
    record(check, actor=actor, purpose=check.purpose)
    members_check.refresh_from_db()
    return members_check


def held(check: MembersCheck) -> MembersCheck:
    """Give a check as it stands now and hold it: answers and the count follow one another."""
    return MembersCheck.objects.select_for_update(no_key=True).get(pk=check.pk)
