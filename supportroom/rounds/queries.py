"""What pages read about rounds. `..._visible_to(actor)` is the only entrance to rows."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.clock import now
from supportroom.kernel.kept_queries import Kept
from supportroom.people.by_name import by_name
from supportroom.people.models import Person
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM
from supportroom.room.models import Pillar
from supportroom.rounds.circles import seen_through_circles
from supportroom.rounds.models import Group, Participant, Round, Session
from supportroom.rounds.roster import Roll
from supportroom.rounds.vocabulary import DRAFT, PLANNED, PUBLISHED, TOPICS


def rounds_visible_to(actor: Actor) -> QuerySet[Round]:
    """All for the team; for office and interpreters all but drafts; for members those whose topics were called for;
    for everybody their own, those that circles above name (whoever is invited), and the published.
    """
    return Round.objects.filter(_from_within(actor) | _as_member(actor) | Q(state=PUBLISHED))


def rounds_prepared_before(actor: Actor) -> QuerySet[Round]:
    """Those of them whose preparation the actor may read: not what is seen for its published report alone."""
    return Round.objects.filter(_from_within(actor) | _as_member(actor))


def rounds_from_within(actor: Actor) -> QuerySet[Round]:
    """Those in which the actor works, takes part or is invited: who may know where it meets (decision 15)."""
    return Round.objects.filter(_from_within(actor))


def _from_within(actor: Actor) -> Q:
    if actor.holds(TEAM, "system"):
        return ~Q(pk=None)
    if actor.holds(OFFICE, INTERPRETER):
        return ~Q(state=DRAFT)
    return Q(pk__in=Participant.objects.of(actor).values("round")) | seen_through_circles(actor)


def _as_member(actor: Actor) -> Q:
    return Q(is_open_to_members=True) if actor.holds(MEMBER) else Q(pk=None)


def sessions_visible_to(actor: Actor) -> QuerySet[Session]:
    """Sessions with round and group: of a round under way one's own group's and those of all, of published ones all."""
    sessions = Session.objects.select_related("round", "group", "facilitator", "rapporteur")
    if actor.holds(TEAM, "system"):
        return sessions
    if actor.holds(OFFICE):
        return sessions.exclude(round__state__in=(DRAFT, TOPICS))
    own = Participant.objects.of(actor)
    mine = Q(round__in=own.values("round")) & (Q(group=None) | Q(group__in=own.values("group")))
    led = Q(facilitator_id=actor.person_id) | Q(rapporteur_id=actor.person_id) if actor.is_known else Q(pk=None)
    return sessions.filter(Q(round__state=PUBLISHED) | mine | led)


def participants_visible_to(actor: Actor, round: Round) -> QuerySet[Participant]:
    """Who takes part in a round, with person, organisation and group; nobody for whom takes no part in it (S16)."""
    listed = by_name(round.participants.select_related("person__organisation", "group"), "person")
    shares = actor.holds(TEAM, "system") or round.participants.of(actor).exists()
    return listed if shares else listed.none()


def participant_of(actor: Actor, round: Round) -> Participant | None:
    """Give the actor's own row in a round, or None."""
    return Participant.objects.of(actor).filter(round=round).select_related("group").first()


def participants_of_session(session: Session) -> QuerySet[Participant]:
    """Who takes part in a session, with their persons, by name."""
    return by_name(Participant.objects.of_session(session), "person")


def takes_part(actor: Actor, session: Session) -> bool:
    """Tell whether the actor takes part in a session: is in its group, or in the round where it is of no group."""
    if not actor.person_id:
        return False
    return bool(_own_row(round_id=session.round_id, group_id=session.group_id, person_id=actor.person_id))


@Kept
def _own_row(round_id: int, group_id: int | None, person_id: int) -> QuerySet[Participant, tuple[int]]:
    """Write the query that every board asks."""
    session, actor = Session(pk=0, round_id=round_id, group_id=group_id), Actor(ref="", person_id=person_id)
    return Participant.objects.of_session(session).of(actor).values_list("pk")


def openable_among(actor: Actor, sessions: Iterable[Session]) -> set[int]:
    """Give the ids of the planned sessions of one round that the actor may open now: what the rule says, asked at once
    for all of them.
    """
    planned = [session for session in sessions if session.state == PLANNED and session.round.can_meet]
    if actor.holds(TEAM) or not planned:
        return {session.pk for session in planned}
    groups = set(Participant.objects.of(actor).filter(round=planned[0].round_id).values_list("group", flat=True))
    moment = now()
    return {
        session.pk
        for session in planned
        if session.day_has_come(moment) and (session.group_id in groups if session.group_id else groups)
    }


def is_facilitator(actor: Actor, session: Session) -> bool:
    """Tell whether the actor was chosen to facilitate this session."""
    return actor.person_id is not None and actor.person_id == session.facilitator_id


def is_rapporteur(actor: Actor, session: Session) -> bool:
    """Tell whether the actor was chosen to record this session."""
    return actor.person_id is not None and actor.person_id == session.rapporteur_id


def pillars_of(round: Round) -> QuerySet[Pillar]:
    """The round's pillars in the round's order."""
    return Pillar.objects.filter(round_pillars__round=round).order_by("round_pillars__position", "round_pillars__pk")


def groups_of(round: Round) -> QuerySet[Group]:
    """The round's parallel groups in order."""
    return round.groups.all()


def choosable_for(session: Session) -> list[Person]:
    """Who can be chosen to facilitate or record: those who take part in the session, then the team; by name."""
    taking_part = Participant.objects.of_session(session).values("person")
    chosen = Person.objects.filter(Q(pk__in=taking_part) | Q(roles__icontains=f'"{TEAM}"'))
    return list(by_name(chosen))


def pillars_to_attach(round: Round) -> list[Pillar]:
    """The room's pillars that the round does not use."""
    return list(Pillar.objects.exclude(round_pillars__round=round))


def group_names(round: Round) -> dict[str, int]:
    """Give the id of each group by its folded names in every language, for reading a list."""
    return {fold(words): group.pk for group in groups_of(round) for words in group.name.texts.values() if words}


def roll_about(round: Round, names: Iterable[str]) -> Roll:
    """Give what the roll knows about these names: persons by name and organisation, by name, and who takes part."""
    by_full, by_name = defaultdict(list), defaultdict(list)
    wanted = {fold(name) for name in names if name.strip()}
    for person in Person.objects.only("name", "search_text").iterator(chunk_size=2000):
        if (folded := fold(person.name)) in wanted:
            by_name[folded].append(person.pk)
            by_full[person.search_text].append(person.pk)
    taking_part = frozenset(round.participants.values_list("person_id", flat=True))
    return Roll(
        {key: tuple(ids) for key, ids in by_full.items()},
        {key: tuple(ids) for key, ids in by_name.items()},
        taking_part,
    )


def headcount(round: Round) -> dict[int | None, int]:
    """Give how many take part in each group, by the group's id; None for those of no group."""
    counted = round.participants.values("group").annotate(people=Count("pk")).order_by()
    return {row["group"]: row["people"] for row in counted}
