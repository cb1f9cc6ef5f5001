"""The page of a round's programme, as each reader sees it: page-shaped values by a fixed number of questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may
from supportroom.programme.changes import MeetingChanges, compare, how_many
from supportroom.programme.conflicts import Conflict, Planning, conflicts_among
from supportroom.programme.frozen import Meeting
from supportroom.programme.models import FacilitationOffer, ProgrammeVersion
from supportroom.programme.queries import (
    contacts_by_topic,
    current_version,
    meetings_of,
    members_by_group,
    offers_visible_to,
    own_among,
    published_state,
    reading_of,
)
from supportroom.rounds.models import Round, Session
from supportroom.rounds.queries import openable_among, sessions_visible_to
from supportroom.rounds.vocabulary import CLOSED, PLANNED, PREPARING
from supportroom.rounds.wall_time import wall_time_of

Offers = Mapping[int, Sequence[FacilitationOffer]]


@dataclass(frozen=True)
class Slot:
    """A meeting in the programme with what its reader can do there; `session` where they may know of it.

    `is_entered` where its page is open to them: of a preparation it shows what was not published yet.
    """

    meeting: Meeting
    session: Session | None = None
    is_entered: bool = False
    link: str = ""
    may_open: bool = False
    may_close: bool = False
    may_offer: bool = False
    own_offer: FacilitationOffer | None = None
    offers: tuple[FacilitationOffer, ...] = ()
    is_unpublished: bool = False


Days = tuple[tuple[date, tuple[Slot, ...]], ...]


@dataclass(frozen=True)
class Sheet:
    """A programme: the version in force, the meetings day by day; for who plans, what is not published yet as well."""

    version: ProgrammeVersion | None
    days: Days
    changed: tuple[MeetingChanges, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def unpublished(self) -> int:
        """How many single changes nobody outside the team knows of yet."""
        return how_many(self.changed)

    @property
    def in_conflict(self) -> set[str]:
        """The keys of the meetings that a warning is about."""
        return {meeting.key for conflict in self.conflicts for meeting in conflict.meetings}


def sheet_for(actor: Actor, round: Round) -> Sheet:
    """Give the programme as the actor sees it: the team as it stands, everybody else as it was published.

    Before the first version it stands as planned, for who takes part; so do the sessions that were added to a round
    under way since its last version.
    """
    sessions = {spell(session.pk): session for session in sessions_visible_to(actor).filter(round=round)}
    version, planned = current_version(round), meetings_of(sessions.values())
    published = published_state(version)
    known = {meeting.key for meeting in published}
    reads_draft = may(actor, "programme.read_draft", round)
    enters = reads_draft or version is None or round.state not in PREPARING
    doors = _doors(actor, round, sessions, known if version else set(sessions), enters=enters)
    if reads_draft:
        changed = compare(published, planned) if version else ()
        found = conflicts_among(*_planning(round, planned, sessions, doors.offers))
        return Sheet(version, _days(round, map(doors.slot, planned)), changed, found)
    if version is None or round.state not in PREPARING:
        published = (*published, *(meeting for meeting in planned if meeting.key not in known))
    return Sheet(version, _days(round, map(doors.slot, reading_of(actor, round)(published))))


def days_of(round: Round, meetings: Iterable[Meeting]) -> Days:
    """Give a programme day by day, for reading alone."""
    return _days(round, [Slot(meeting) for meeting in meetings])


@dataclass(frozen=True)
class _Doors:
    """What the reader may do in which session."""

    actor: Actor
    sessions: Mapping[str, Session]
    known: set[str]
    openable: set[int]
    own: set[int]
    joins: set[int]
    offers: Offers
    reads_offers: bool
    enters: bool

    def slot(self, meeting: Meeting) -> Slot:
        """Give a meeting as the reader finds it."""
        session = self.sessions.get(meeting.key)
        if session is None:
            return Slot(meeting)
        offers = tuple(self.offers.get(session.pk, ()))
        mine = next((offer for offer in offers if offer.person_id == self.actor.person_id), None)
        is_sought = session.facilitator_is_sought and session.state == PLANNED
        return Slot(
            meeting,
            session,
            is_entered=self.enters,
            link=session.link if session.pk in self.joins else "",
            may_open=session.pk in self.openable,
            may_close=session.is_open and may(self.actor, "rounds.close_session", session),
            may_offer=is_sought and session.pk in self.own and mine is None,
            own_offer=mine if is_sought else None,
            offers=offers if self.reads_offers else (),
            is_unpublished=meeting.key not in self.known,
        )


def _doors(actor: Actor, round: Round, sessions: Mapping[str, Session], known: set[str], *, enters: bool) -> _Doors:
    own, offers = own_among(actor, round, sessions.values()), defaultdict(list)
    for offer in offers_visible_to(actor, round):
        offers[offer.session_id].append(offer)
    everywhere = may(actor, "programme.read_links", round)
    return _Doors(
        actor,
        sessions,
        known,
        openable=openable_among(actor, sessions.values()),
        own=own,
        joins={session.pk for session in sessions.values()} if everywhere else own,
        offers=offers,
        reads_offers=may(actor, "programme.read_offers", round),
        enters=enters,
    )


def _days(round: Round, slots: Iterable[Slot]) -> Days:
    """Put meetings in order of time, day by day as the round's clock has it."""
    ordered = sorted(slots, key=lambda slot: (slot.meeting.starts_at, slot.meeting.key))
    days = groupby(ordered, key=lambda slot: wall_time_of(slot.meeting.starts_at, round.time_zone).date())
    return tuple((day, tuple(slots)) for day, slots in days)


def _planning(
    round: Round, meetings: Iterable[Meeting], sessions: Mapping[str, Session], offers: Offers
) -> tuple[list[Meeting], Planning]:
    """Give the meetings that are still to be held, and what planning knows about them."""
    ahead = [meeting for meeting in meetings if sessions[meeting.key].state != CLOSED]
    contacts = contacts_by_topic(round)
    chosen = {meeting.key: _chosen(meeting, sessions[meeting.key], contacts, offers) for meeting in ahead}
    return ahead, Planning(
        first_day=round.starts_on,
        last_day=round.ends_on,
        zone=round.time_zone,
        interpretation=round.interpretation,
        chosen=chosen,
        members=members_by_group(round),
        links={key: session.link for key, session in sessions.items()},
    )


def _chosen(meeting: Meeting, session: Session, contacts: Mapping[str, int], offers: Offers) -> dict[int, str]:
    """Give who is needed in a session, and as what."""
    found = {offer.person_id: "offered" for offer in offers.get(session.pk, ())}
    found |= {contacts[subject.key]: "contact" for subject in meeting.subjects if subject.key in contacts}
    leading = {session.rapporteur_id: "rapporteur", session.facilitator_id: "facilitator"}
    return found | {person: role for person, role in leading.items() if person is not None}
