"""The letter and its way out: refused with everything that is missing, one journal entry for each invitation."""

from datetime import datetime

from supportroom.invitations.lifecycle import INVITATION
from supportroom.invitations.models import Invitation, Letter
from supportroom.invitations.preparation import listings_to_invite, missing_in_words, readiness_of
from supportroom.invitations.rules import HEARD
from supportroom.invitations.term import is_possible, notice_days
from supportroom.invitations.vocabulary import DRAFTED, LAPSED, SENT
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.programme.queries import current_version
from supportroom.room.queries import charter
from supportroom.rounds.lifecycle import ROUND
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING, PROGRAMMED


def hold_round(round: Round) -> Round:
    """Hold a round's row until the end, and give it as it stands; DomainError `invitations.round_begun`."""
    held = Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    refuse_unless(held.state in PREPARING, "invitations.round_begun")
    return held


@action("invitations.write_letter", on="round")
def write_letter(
    *,
    actor: Actor,
    round: Round,
    text: MultilingualText,
    answer_by: datetime,
    reason: MultilingualText | None = None,
    seen: int | None = None,
) -> Letter:
    """Write a round's letter with its term and the reason for a short notice; once it was sent the reason alone.

    `seen` is the version that the writer had, 0 for none. DomainError `invitations.term`, `invitations.letter_sent`,
    `invitations.round_begun`; Stale where somebody was faster.
    """
    held = hold_round(round)
    letter = Letter.objects.filter(round=held).first()
    reason = reason or MultilingualText()
    if letter and letter.sent_at:
        refuse_unless((text, answer_by) == (letter.text, letter.answer_by), "invitations.letter_sent")
    else:
        possible = is_possible(answer_by, now(), held.starts_on, held.time_zone)
        refuse_unless(possible, "invitations.term")
    if letter is None:
        letter = create(Letter, round=held, text=text, answer_by=answer_by, reason=reason)
    elif seen == 0:
        raise Stale
    else:
        change(letter, seen=seen, text=text, answer_by=answer_by, reason=reason)
    record(letter, actor=actor, round=round.pk)
    return letter


@action("invitations.send_invitations", on="round")
def send_invitations(*, actor: Actor, round: Round, substitute: Invitation | None = None) -> Letter:
    """Invite everybody on the confirmed list who is not invited yet, or the one substitute that the team confirmed.

    The first time the round goes over to inviting. DomainError `invitations.not_ready` with everything that is
    missing, `invitations.nobody_new`, `invitations.round_begun`.
    """
    held, moment = hold_round(round), now()
    if substitute is not None:
        _send(substitute, held, moment, actor)
        return held.letter
    readiness = readiness_of(held, moment)
    refuse_unless(readiness.is_ready, "invitations.not_ready", missing=missing_in_words(readiness))
    listed = listings_to_invite(held)
    refuse_unless(listed, "invitations.nobody_new")
    if held.state == PROGRAMMED:
        advance(held, ROUND, "invite")
    letter = held.letter
    if letter.sent_at is None:
        days = notice_days(moment, held.starts_on, held.time_zone)
        change(letter, sent_at=moment, notice_days=days, promised_days=charter().minimum_notice_days)
    for listing in listed:
        drafted = create(Invitation, round=held, person=listing.person, group=listing.group, state=DRAFTED)
        _send(drafted, held, moment, actor)
    return letter


def _send(invitation: Invitation, round: Round, moment: datetime, actor: Actor) -> None:
    version = current_version(round)
    number = version.number if version else 0
    advance(invitation, INVITATION, "send", sent_at=moment, programme_number=number)
    record(invitation, actor=actor, round=round.pk)


@action("invitations.extend_term", on="letter")
def extend_term(*, actor: Actor, letter: Letter, answer_by: datetime, invitation: Invitation | None = None) -> Letter:
    """Move the term for answers to a later moment: for everybody, or for one invitation; lapsed ones wait again.

    DomainError `invitations.term`, `invitations.term_later`, `invitations.round_begun`, `invitations.not_waiting` for
    one that was withdrawn or passed on, `kernel.missing` for one of another round.
    """
    held = hold_round(letter.round)
    refuse_unless(invitation is None or invitation.round_id == held.pk, "kernel.missing")
    before = invitation.term if invitation else letter.answer_by
    refuse_unless(answer_by > before, "invitations.term_later")
    refuse_unless(is_possible(answer_by, now(), held.starts_on, held.time_zone), "invitations.term")
    moving = _whose_term_moves(held, invitation)
    refuse_unless(invitation is None or moving, "invitations.not_waiting")
    if invitation is None:
        change(letter, answer_by=answer_by)
        record(letter, actor=actor, term=answer_by.isoformat())
    for each in moving:
        own = answer_by if invitation else _later(each.answer_by, answer_by)
        if each.state == LAPSED:
            advance(each, INVITATION, "extend", answer_by=own, reminded_days=[])
        else:
            change(each, answer_by=own, reminded_days=[])
        if invitation:
            record(each, actor=actor, term=answer_by.isoformat())
    return letter


def _whose_term_moves(round: Round, invitation: Invitation | None) -> list[Invitation]:
    """Give the invitations that a new term concerns: of all but one their answer is waited for, or came too late."""
    waiting = Invitation.objects.filter(round=round, state__in=(SENT, LAPSED)).select_for_update(no_key=True)
    if invitation is None:
        return list(waiting)
    own = Invitation.objects.filter(round=round, pk=invitation.pk, state__in=HEARD)
    return list(own.select_for_update(no_key=True))


def _later(own: datetime | None, answer_by: datetime) -> datetime | None:
    """Keep a term of one's own only where it is later than everybody's."""
    return own if own and own > answer_by else None
