"""What waits for somebody, gathered from the floors below; and what moved lately."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from supportroom.desk.waiting import Waiting, in_order
from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import ADDRESSEE, OFFICE, TEAM
from supportroom.points.models import Check, CheckItem, Position
from supportroom.points.rules import own_handle
from supportroom.points.vocabulary import OPEN as CHECK_OPEN
from supportroom.protection.models import Consent
from supportroom.rounds.models import Participant, Session
from supportroom.rounds.queries import rounds_visible_to, sessions_visible_to
from supportroom.rounds.vocabulary import CLOSED, OPEN, PLANNED, PREPARING, RUNNING
from supportroom.statements.models import Report, Spokesperson, Statement
from supportroom.statements.vocabulary import ADOPTED, DELIVERED, DRAFTING

RECENT = timedelta(days=21)
SHOWN = 8


def waiting_for(actor: Actor) -> list[Waiting]:
    """List what waits for the actor in all their roles, the oldest first."""
    things = [*_in_open_sessions(actor), *_texts(actor), *_consents(actor)]
    if actor.holds(TEAM):
        things += [*_rounds_for_team(actor), *_sessions_for_team(), *_reports_for_team()]
    if actor.holds(OFFICE, ADDRESSEE):
        things += _statements_to_answer()
    return in_order(things)


def _board(session: Session) -> str:
    return reverse("points:board", args=[session.pk])


def _in_open_sessions(actor: Actor) -> Iterator[Waiting]:
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
        yield Waiting(what, session.title, _board(session), session.opened_at)


def _unanswered(actor: Actor, sessions: list[Session]) -> set[int]:
    """Give the sessions with an open check that the actor has not answered."""
    handles = [own_handle(actor, session.pk) for session in sessions]
    checks = Check.objects.filter(session__in=sessions, state=CHECK_OPEN)
    answered = Position.objects.filter(item__check_asked__in=checks, handle__in=handles)
    return set(checks.exclude(pk__in=answered.values("item__check_asked")).values_list("session_id", flat=True))


def _texts(actor: Actor) -> Iterator[Waiting]:
    """A statement that one writes on and that nobody has read back yet."""
    if actor.person_id is None:
        return
    for statement in Statement.objects.filter(state=DRAFTING, volunteers__person_id=actor.person_id):
        yield Waiting(_("You write on this statement"), statement.title, _statement(statement))


def _statement(statement: Statement) -> str:
    return reverse("statements:statement_detail", args=[statement.pk])


def _consents(actor: Actor) -> Iterator[Waiting]:
    """A statement that one speaks for without having said whether one may be named."""
    if actor.person_id is None:
        return
    asked = Spokesperson.objects.filter(person_id=actor.person_id).exclude(statement__state=DELIVERED)
    for spokesperson in asked.select_related("statement"):
        statement = spokesperson.statement
        if not Consent.objects.filter(person_id=actor.person_id, thing=reference(statement)).exists():
            yield Waiting(_("Say whether you may be named as spokesperson"), statement.title, _statement(statement))


def _rounds_for_team(actor: Actor) -> Iterator[Waiting]:
    words = {
        **dict.fromkeys(PREPARING, _("Prepare the round and start it")),
        RUNNING: _("All sessions are over: begin the report"),
    }
    unfinished = Session.objects.filter(round=OuterRef("pk")).exclude(state=CLOSED)
    rounds = rounds_visible_to(actor).filter(Q(state__in=PREPARING) | Q(state=RUNNING) & ~Exists(unfinished))
    for round_ in rounds:
        yield Waiting(words[round_.state], round_.title, reverse("rounds:round_detail", args=[round_.pk]))


def _sessions_for_team() -> Iterator[Waiting]:
    due = Session.objects.filter(state=PLANNED, round__state=RUNNING, starts_at__lte=now() + timedelta(hours=1))
    for session in due:
        yield Waiting(_("Open the session"), session.title, _board(session), session.starts_at)


def _reports_for_team() -> Iterator[Waiting]:
    for report in Report.objects.filter(state=ADOPTED).select_related("round"):
        url = reverse("site:report_publish", args=[report.round_id])
        yield Waiting(_("The report is adopted: publish it"), report.round.title, url)


def _statements_to_answer() -> Iterator[Waiting]:
    for statement in Statement.objects.filter(state=DELIVERED, replies=None):
        yield Waiting(_("A statement waits for a reply"), statement.title, _statement(statement))


@dataclass(frozen=True)
class Move:
    """Something that moved: what, about what, where, when."""

    what: str | Promise
    about: MultilingualText
    url: str
    at: datetime


TOLD = {
    "rounds.start_round": _("the round began"),
    "rounds.open_session": _("a session opened"),
    "rounds.close_session": _("a session closed"),
    "rounds.begin_reporting": _("the report began"),
    "statements.adopt_statement": _("a statement was adopted"),
    "statements.deliver_statement": _("a statement was delivered"),
    "statements.record_reply": _("a reply came"),
    "statements.adopt_report": _("the report was adopted"),
    "site.publish_report": _("the report was published"),
    "site.correct_report": _("a correction was published"),
}


def recent_moves(actor: Actor) -> list[Move]:
    """List what moved lately in the rounds that the actor sees, newest first: each thing once, eight at most."""
    rounds = rounds_visible_to(actor)
    places = {reference(round_): (round_.title, reverse("rounds:round_detail", args=[round_.pk])) for round_ in rounds}
    sessions = sessions_visible_to(actor)
    places |= {reference(session): (session.title, _board(session)) for session in sessions}
    statements = Statement.objects.filter(round__in=rounds, state__in=(ADOPTED, DELIVERED))
    places |= {reference(statement): (statement.title, _statement(statement)) for statement in statements}
    reports = Report.objects.filter(round__in=rounds).select_related("round")
    for report in reports:
        places[reference(report)] = (report.round.title, reverse("statements:report_detail", args=[report.round_id]))
    entries = Entry.objects.filter(action__in=TOLD, at__gte=now() - RECENT, thing__in=places).order_by("-at")
    # Under the Chatham House Rule a session's entries carry one instant: of those the later step of its life counts.
    steps = list(TOLD)
    latest: dict[str, Entry] = {}
    for entry in sorted(entries[: SHOWN * 4], key=lambda entry: (entry.at, steps.index(entry.action)), reverse=True):
        latest.setdefault(entry.thing, entry)
    return [Move(TOLD[entry.action], *places[entry.thing], entry.at) for entry in list(latest.values())[:SHOWN]]
