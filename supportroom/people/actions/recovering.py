"""Letting somebody in anew who lost password or phone: two of the team, a day to stop it, a link (S04)."""

from datetime import timedelta

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.actions.entering import keep_password
from supportroom.people.lifecycle import RECOVERY
from supportroom.people.models import Account, Passkey, Person, Recovery, RecoveryCode, SecondFactor
from supportroom.people.queries import is_relied_on
from supportroom.people.tokens import digest_of
from supportroom.people.vocabulary import INVITATION_HOURS, LIVING, RECOVERY_LASTS_DAYS, RECOVERY_WAIT_HOURS


@action("people.ask_recovery", on="person")
def ask_recovery(*, actor: Actor, person: Person) -> Recovery:
    """Say, as one of the team, that this person lost the way in and was recognised otherwise than by mail.

    DomainError `people.no_account`, `people.not_for_oneself`, `people.recovery_under_way`.
    """
    account = Account.objects.filter(person=person, is_active=True).first()
    refuse_unless(account, "people.no_account")
    refuse_unless(actor.person_id != person.pk, "people.not_for_oneself")
    for each in Recovery.objects.filter(account=account, state__in=LIVING):
        is_over = each.expires_at <= now() or not is_relied_on(each.asked_by_id)
        refuse_unless(is_over, "people.recovery_under_way")
        advance(each, RECOVERY, "stop", digest="")
    asked_by = Person.objects.get(pk=actor.person_id or 0)
    expires_at = now() + timedelta(days=RECOVERY_LASTS_DAYS)
    recovery = create(Recovery, account=account, asked_by=asked_by, expires_at=expires_at)
    record(person, actor=actor)
    return recovery


@action("people.second_recovery", on="recovery")
def second_recovery(*, actor: Actor, recovery: Recovery) -> Recovery:
    """Say the same as a second one of the team; the day of waiting begins.

    DomainError `people.same_person`, `people.not_for_oneself`, `people.invitation_over`, `people.asker_left`.
    """
    refuse_unless(recovery.expires_at > now(), "people.invitation_over")
    refuse_unless(is_relied_on(recovery.asked_by_id), "people.asker_left")
    refuse_unless(recovery.asked_by_id != actor.person_id, "people.same_person")
    refuse_unless(recovery.account.person_id != actor.person_id, "people.not_for_oneself")
    opens_at, expires_at = now() + timedelta(hours=RECOVERY_WAIT_HOURS), now() + timedelta(days=RECOVERY_LASTS_DAYS)
    advance(recovery, RECOVERY, "second", opens_at=opens_at, expires_at=expires_at)
    record(recovery.account.person, actor=actor)
    return recovery


@action("people.open_recovery", on="recovery")
def open_recovery(*, actor: Actor, recovery: Recovery, token: str) -> Recovery:
    """Make the single-use link after the day of waiting; an earlier one ends. The caller shows `token` once.

    DomainError `people.recovery_waits`, `people.not_for_oneself`, `people.asker_left`.
    """
    refuse_unless(is_relied_on(recovery.asked_by_id), "people.asker_left")
    refuse_unless(recovery.account.person_id != actor.person_id, "people.not_for_oneself")
    refuse_unless(recovery.opens_at and recovery.opens_at <= now() < recovery.expires_at, "people.recovery_waits")
    expires_at = now() + timedelta(hours=INVITATION_HOURS)
    advance(recovery, RECOVERY, "open", digest=digest_of(token), expires_at=expires_at)
    record(recovery.account.person, actor=actor)
    return recovery


@action("people.stop_recovery", on="recovery")
def stop_recovery(*, actor: Actor, recovery: Recovery) -> Recovery:
    """Stop it: as the person themselves, who was not away, or as any of the team."""
    advance(recovery, RECOVERY, "stop", digest="")
    record(recovery.account.person, actor=actor)
    return recovery


@action("people.use_recovery", on="recovery")
def use_recovery(*, actor: Actor, recovery: Recovery, password: str) -> Account:
    """Choose a new password by the link; phone, recovery codes and passkeys of before are over, every session ends.

    DomainError `people.invitation_over`; ValidationError for a password that the rules refuse.
    """
    refuse_unless(recovery.expires_at > now(), "people.invitation_over")
    advance(recovery, RECOVERY, "use", digest="")
    account = recovery.account
    keep_password(account, password)
    erase_all(SecondFactor.objects.filter(account=account))
    erase_all(RecoveryCode.objects.filter(account=account))
    erase_all(Passkey.objects.filter(account=account))
    record(account.person, actor=actor)
    return account
