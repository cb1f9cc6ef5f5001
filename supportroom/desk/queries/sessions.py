"""Open sessions, as they wait for who is in them; and those that the team opens."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.points.models import Check, CheckItem, Position
from supportroom.points.rules import own_handle
from supportroom.points.vocabulary import OPEN as CHECK_OPEN
from supportroom.rounds.models import Participant, Session
from supportroom.rounds.queries import sessions_visible_to
from supportroom.rounds.vocabulary import OPEN, PLANNED, RUNNING


def board_of(session: Session) -> str:
    """Give the address of a session's page."""
    return reverse("points:board", args=[session.pk])


def in_open_sessions(actor: Actor) -> Iterator[Waiting]:
    """A check that is open now; an outcome to confirm; a session that one takes part in or leads."""
    if actor.person_id is None:
        return
    mine = set(Participant.objects.of(actor).values_list("round_id", flat=True))
    sessions = [s for s in sessions_visible_to(actor).filter(state=OPEN) if s.round_id in mine or s.is_led_by(actor)]
    unanswered = _unanswered(actor, [session for session in sessions if session.round_id in mine])
    unconfirmed = CheckItem.objects.filter(check_asked__session__in=sessions, outcome="").exclude(proposal="")
    to_confirm = set(unconfirmed.values_list("check_asked__session_id", flat=True))
    for session in sessions:
        if session.pk in to_confirm and actor.person_id == session.facilitator_id:
            what = _("Confirm the outcome of a check")
        elif session.pk in unanswered:
            what = _("A check is open: say where you stand")
        else:
            what = _("A session is open now")
        yield Waiting(what, session.title, board_of(session), session.opened_at)


def _unanswered(actor: Actor, sessions: list[Session]) -> set[int]:
    """Give the sessions with an open check that the actor has not answered."""
    handles = [own_handle(actor, session.pk) for session in sessions]
    checks = Check.objects.filter(session__in=sessions, state=CHECK_OPEN)
    answered = Position.objects.filter(item__check_asked__in=checks, handle__in=handles)
    return set(checks.exclude(pk__in=answered.values("item__check_asked")).values_list("session_id", flat=True))


def sessions_for_team() -> Iterator[Waiting]:
    """Sessions whose hour has come and that nobody has opened."""
    due = Session.objects.filter(state=PLANNED, round__state=RUNNING, starts_at__lte=now() + timedelta(hours=1))
    for session in due:
        yield Waiting(_("Open the session"), session.title, board_of(session), session.starts_at)
