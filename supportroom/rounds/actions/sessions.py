"""Sessions: planned, opened with a facilitator and a rapporteur chosen on the spot, closed for good."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM
from supportroom.protection.handles import open_key
from supportroom.room.queries import charter
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.rounds.closing import finish_closing, finish_interrupted_closings, run_callbacks
from supportroom.rounds.lifecycle import SESSION
from supportroom.rounds.models import Group, Participant, Round, Session
from supportroom.rounds.vocabulary import CLOSED_CONSULTATION, PLANNED

CHANGED_ANY_TIME = frozenset({"title", "place", "link"})


def _refuse_wrong(round: Round, group: Group | None, starts_at: datetime, ends_at: datetime) -> None:
    refuse_unless(group is None or group.round_id == round.pk, "rounds.foreign_group")
    refuse_unless(starts_at < ends_at, "rounds.session_dates")


def _refuse_wrong_details(details: Mapping[str, Any]) -> None:
    refuse_unless(not details.get("link") or is_web_address(details["link"]), "rounds.link")
    refuse_unless(set(details.get("interpretation", ())) <= set(charter().languages), "kernel.unknown_language")


@action("rounds.add_session", on="round")
def add_session(
    *,
    actor: Actor,
    round: Round,
    title: MultilingualText,
    starts_at: datetime,
    ends_at: datetime,
    kind: str = CLOSED_CONSULTATION,
    group: Group | None = None,
    is_chatham: bool = True,
    **details: Any,
) -> Session:
    """Plan a session; while the report is written too, since it is adopted in one.

    `details` are place, link, interpretation and whether a facilitator is sought. DomainError `rounds.round_over`,
    `rounds.foreign_group`, `rounds.session_dates`, `rounds.link`, `kernel.unknown_language`.
    """
    refuse_if_over(round)
    _refuse_wrong(round, group, starts_at, ends_at)
    _refuse_wrong_details(details)
    session = create(
        Session,
        round=round,
        group=group,
        title=title,
        kind=kind,
        starts_at=starts_at,
        ends_at=ends_at,
        is_chatham=is_chatham,
        position=round.sessions.count() + 1,
        **details,
    )
    record(session, actor=actor, round=round.pk)
    return session


@action("rounds.amend_session", on="session")
def amend_session(*, actor: Actor, session: Session, seen: int | None = None, **fields: Any) -> Session:
    """Change a planned session; of one that has begun title, place and link alone.

    Stale where somebody was faster; DomainError `rounds.session_begun`, `rounds.round_over`, `rounds.foreign_group`,
    `rounds.session_dates`, `rounds.link`, `kernel.unknown_language`.
    """
    refuse_if_over(session.round)
    refuse_unless(session.state == PLANNED or set(fields) <= CHANGED_ANY_TIME, "rounds.session_begun")
    _refuse_wrong_details(fields)
    _refuse_wrong(
        session.round,
        fields.get("group", session.group),
        fields.get("starts_at", session.starts_at),
        fields.get("ends_at", session.ends_at),
    )
    change(session, seen=seen, **fields)
    record(session, actor=actor, fields=sorted(fields))
    return session


@action("rounds.remove_session", on="session")
def remove_session(*, actor: Actor, session: Session) -> None:
    """Take a planned session out of the programme; DomainError `rounds.session_begun`, `rounds.round_over`."""
    refuse_if_over(session.round)
    refuse_unless(session.state == PLANNED, "rounds.session_begun")
    record(session, actor=actor, round=session.round_id)
    erase(session)


@action("rounds.open_session", on="session")
def open_session(
    *, actor: Actor, session: Session, facilitator: Person, rapporteur: Person | None = None, present: int
) -> Session:
    """Open a session with those whom it chose and the number present; its key is made here (S14).

    DomainError `rounds.not_running`, `rounds.not_in_round`, `rounds.nobody_present`, `rounds.too_many_present`,
    `kernel.not_now`; Stale where somebody opened it first.
    """
    held = Round.objects.select_for_update(no_key=True).get(pk=session.round_id)  # it cannot be published meanwhile
    refuse_unless(held.can_meet, "rounds.not_running")
    taking_part = Participant.objects.of_session(session)
    for person in filter(None, (facilitator, rapporteur)):
        known = TEAM in person.roles or taking_part.filter(person=person).exists()
        refuse_unless(known, "rounds.not_in_round")
    refuse_unless(present > 0, "rounds.nobody_present")
    refuse_unless(present <= taking_part.count(), "rounds.too_many_present")
    advance(
        session,
        SESSION,
        "open",
        facilitator=facilitator,
        rapporteur=rapporteur,
        present=present,
        opened_at=now().replace(microsecond=0),
    )
    open_key(session.pk)
    record(session, actor=actor)
    transaction.on_commit(partial(finish_interrupted_closings, scrub=False), robust=True)
    return session


@action("rounds.close_session", on="session")
def close_session(*, actor: Actor, session: Session) -> Session:
    """Close a session for good: floors above erase who said what, then, after the commit, its key is destroyed (S14).

    DomainError `kernel.not_now` where it is not open; Stale where somebody closed it first.
    """
    advance(session, SESSION, "close")
    run_callbacks(session)
    record(session, actor=actor)
    transaction.on_commit(partial(finish_closing, session), robust=True)
    return session
