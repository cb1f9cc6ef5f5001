"""A round that is being prepared, in one view: what happens next, who does it, by when; for the team the work in order.

It reads what the floors of the preparation keep; the round's overview and phase bar show it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from supportroom.desk.work import Work, work_of
from supportroom.invitations.models import Invitation, Letter
from supportroom.invitations.queries import invitation_of, letter_of
from supportroom.invitations.vocabulary import SENT
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.programme.models import ProgrammeVersion
from supportroom.rounds.attendance import today_of
from supportroom.rounds.lifecycle import ROUND
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import DRAFT, INVITING, PREPARING, PROGRAMMED, ROUND_STATES, TOPICS
from supportroom.selection.models import Registration
from supportroom.topics.models import Call
from supportroom.topics.queries import call_of
from supportroom.web.deadlines import in_words

Link = tuple[str | Promise, str]


@dataclass(frozen=True)
class Ahead:
    """What happens next in a preparation: a sentence that says who does it, by when, where.

    `is_time` from the day before the round's first: it can be started then.
    """

    sentence: str | Promise
    moment: datetime | None = None
    verb: str = "closes"
    links: tuple[Link, ...] = ()
    is_time: bool = False


def round_ahead(round: Round, actor: Actor) -> Ahead | None:
    """Tell a reader what comes next in a round's preparation; None once it runs."""
    if round.state not in PREPARING:
        return None
    is_time = today_of(round) >= round.starts_on - timedelta(days=1)
    return replace(NEXT[round.state](round, actor), is_time=is_time)


def round_work(round: Round) -> list[Work]:
    """Give the team's steps in a round's preparation; nothing once it runs. For who prepares it."""
    return list(work_of(round)) if round.state in PREPARING else []


def _in_draft(round: Round, actor: Actor) -> Ahead:
    if not may(actor, "rounds.amend_round", round):
        return Ahead(_("The team is preparing this round."))
    links = ((_("Open the call for topics"), reverse("topics:call_edit", args=[round.pk])),)
    return Ahead(_("The team prepares the round, then asks the members what it should speak about."), links=links)


def _in_topics(round: Round, actor: Actor) -> Ahead:
    call, links = call_of(round), ((_("To the topics"), reverse("topics:topic_list", args=[round.pk])),)
    moment = now()
    if call is None or call.is_over(moment):
        return Ahead(
            _("The call is over. The team answers every proposal and puts the programme together."), links=links
        )
    if not call.is_open(moment):
        return Ahead(_("Soon members can propose topics and support them."), call.opens_at, "opens", links)
    words = _("Members propose topics and give their marks to those that matter most to them.")
    return Ahead(words, call.closes_at, "closes", links)


def _in_programmed(round: Round, actor: Actor) -> Ahead:
    registration = Registration.objects.filter(round=round).first()
    links: list[Link] = [(_("To the programme"), reverse("programme:programme", args=[round.pk]))]
    if registration and registration.is_open(now()):
        links.insert(0, (_("To the registration"), reverse("selection:registration", args=[round.pk])))
        words = _("The programme is published. Members register; then the team draws up the list of those invited.")
        return Ahead(words, registration.closes_at, "closes", tuple(links))
    return Ahead(_("The programme is published. The team draws up the list of those invited."), links=tuple(links))


def _in_inviting(round: Round, actor: Actor) -> Ahead:
    letter, own = letter_of(round), invitation_of(actor, round)
    links: list[Link] = [(_("To the programme"), reverse("programme:programme", args=[round.pk]))]
    if own:
        links.insert(0, (_("To your invitation"), reverse("invitations:invitation_detail", args=[own.pk])))
    if own and own.state == SENT and not own.is_over(now()):
        return Ahead(_("You are invited: answer in two taps."), own.term, "due", tuple(links))
    if letter and letter.answer_by > now():
        words = _("The invitations are out. Those invited answer; the team arranges what they need.")
        return Ahead(words, letter.answer_by, "due", tuple(links))
    return Ahead(
        _("The term for answers is over. The team confirms who comes and starts the round."), links=tuple(links)
    )


NEXT = {DRAFT: _in_draft, TOPICS: _in_topics, PROGRAMMED: _in_programmed, INVITING: _in_inviting}


def round_phases(round: Round) -> list[tuple[str, str, str | None]]:
    """Give the phase bar of a round: each phase with done, now or next, and by when the present one ends.

    Phases of the preparation that a round never had are left out once it is past them.
    """
    had = {
        TOPICS: Exists(Call.objects.filter(round=OuterRef("pk"))),
        PROGRAMMED: Exists(ProgrammeVersion.objects.filter(round=OuterRef("pk"))),
        INVITING: Exists(Invitation.objects.filter(round=OuterRef("pk")).exclude(sent_at=None)),
    }
    asked = {f"had_{state}": phase for state, phase in had.items()}
    found = Round.objects.filter(pk=round.pk).values(**asked).first() or {}
    order = list(ROUND.states)
    here = order.index(round.state)
    kept = [state for at, state in enumerate(order) if at >= here or found.get(f"had_{state}", True)]
    return [
        (str(ROUND_STATES[state]), _place(order.index(state), here), _until(round) if state == round.state else None)
        for state in kept
    ]


def _place(at: int, here: int) -> str:
    return "done" if at < here else "now" if at == here else "next"


def _until(round: Round) -> str | None:
    """Say by when the present phase ends, where it has a term that lies ahead."""
    return round_terms([round]).get(round.pk)


def round_terms(rounds: Iterable[Round]) -> dict[int, str]:
    """Say by the rounds' ids by when what goes on in them ends: calls that are open, answers that are waited for."""
    by_state: dict[str, list[int]] = {TOPICS: [], INVITING: []}
    for round in rounds:
        by_state.get(round.state, []).append(round.pk)
    moment = now()
    terms: dict[int, str] = {}
    if by_state[TOPICS]:
        calls = Call.objects.filter(round__in=by_state[TOPICS], opens_at__lte=moment, closes_at__gt=moment)
        terms |= {call.round_id: in_words(call.closes_at, "closes") for call in calls}
    if by_state[INVITING]:
        letters = Letter.objects.filter(round__in=by_state[INVITING], answer_by__gt=moment)
        terms |= {letter.round_id: in_words(letter.answer_by, "due") for letter in letters}
    return terms
