"""What pages read about rounds. `..._visible_to(actor)` is the only entrance to rows."""

from django.db.models import Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.people.vocabulary import OFFICE, TEAM
from supportroom.room.models import Pillar
from supportroom.rounds.models import Group, Participant, Round, Session
from supportroom.rounds.vocabulary import DRAFT, PUBLISHED


def rounds_visible_to(actor: Actor) -> QuerySet[Round]:
    """All for the team; for the office those that run or ran; for others their own and what is published."""
    rounds = Round.objects.all()
    if actor.holds(TEAM, "system"):
        return rounds
    if actor.holds(OFFICE):
        return rounds.exclude(state=DRAFT)
    own = Participant.objects.of(actor).values("round")
    return rounds.filter(Q(state=PUBLISHED) | Q(pk__in=own))


def sessions_visible_to(actor: Actor) -> QuerySet[Session]:
    """Sessions with round and group: of a round under way one's own group's and those of all, of published ones all."""
    sessions = Session.objects.select_related("round", "group", "facilitator", "rapporteur")
    if actor.holds(TEAM, "system"):
        return sessions
    if actor.holds(OFFICE):
        return sessions.exclude(round__state=DRAFT)
    own = Participant.objects.of(actor)
    mine = Q(round__in=own.values("round")) & (Q(group=None) | Q(group__in=own.values("group")))
    led = Q(facilitator_id=actor.person_id) | Q(rapporteur_id=actor.person_id) if actor.is_known else Q(pk=None)
    return sessions.filter(Q(round__state=PUBLISHED) | mine | led)


def participants_visible_to(actor: Actor, round: Round) -> QuerySet[Participant]:
    """Who takes part in a round, with person, organisation and group; nobody for whom takes no part in it (S16)."""
    listed = round.participants.select_related("person__organisation", "group").order_by("person__name", "pk")
    shares = actor.holds(TEAM, "system") or round.participants.of(actor).exists()
    return listed if shares else listed.none()


def participant_of(actor: Actor, round: Round) -> Participant | None:
    """Give the actor's own row in a round, or None."""
    return Participant.objects.of(actor).filter(round=round).select_related("group").first()


def participants_of_session(session: Session) -> QuerySet[Participant]:
    """Who takes part in a session, with their persons, by name."""
    return Participant.objects.of_session(session).select_related("person").order_by("person__name", "pk")


def takes_part(actor: Actor, session: Session) -> bool:
    """Tell whether the actor takes part in a session: is in its group, or in the round where it is of no group."""
    return Participant.objects.of_session(session).of(actor).exists()


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
    return list(chosen.order_by("name", "pk"))
