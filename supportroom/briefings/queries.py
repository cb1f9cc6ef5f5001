"""What pages and floors above read of briefings. `briefings_visible_to(actor)` is the entrance to rows."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from supportroom.briefings.models import AbsentList, Briefing, Passage, Reflection
from supportroom.briefings.vocabulary import ABSENT, CONFIRMED, DISPUTED, READ
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.papers.vocabulary import OFFICE_READS
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.vocabulary import OPEN_STATES


def briefings_visible_to(actor: Actor) -> QuerySet[Briefing]:
    """Every briefing that does not lie in the trash, newest first: what the Envoy says to the Council is public."""
    return Briefing.objects.filter(trashed_at=None)


def public_briefings() -> QuerySet[Briefing]:
    """The briefings that leave the room (search, API, export)."""
    return Briefing.objects.filter(trashed_at=None)


def briefing_visible_to(actor: Actor, briefing_id: int) -> Briefing:
    """Give a briefing; Missing for one in the trash."""
    found = briefings_visible_to(actor).filter(pk=briefing_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def trashed_seen_by(actor: Actor) -> QuerySet[Briefing]:
    """What lies in the trash, for who can take it out again; the one put there last stands first."""
    rows = Briefing.objects.filter(trashed_at__isnull=False).order_by("-trashed_at")
    return rows if may(actor, "briefings.read_trash") else rows.none()


def trashed_briefing(actor: Actor, briefing_id: int) -> Briefing:
    """Give a briefing that lies in the trash; Missing."""
    found = trashed_seen_by(actor).filter(pk=briefing_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def concerned(briefing: Briefing, recommendations: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Keep the recommendations that a briefing could have spoken of: asked before it was given, and open then.

    Whatever was read in it already stays among them.
    """
    was_open = Q(asked_on__lte=briefing.given_on) & (Q(state__in=OPEN_STATES) | Q(state_since__gt=briefing.given_on))
    was_read = Reflection.objects.filter(briefing=briefing, recommendation=OuterRef("pk"))
    return recommendations.filter(was_open | Exists(was_read))


def to_read(actor: Actor, briefing: Briefing) -> QuerySet[Recommendation]:
    """What is to be read in a briefing, of what somebody may read: the oldest first."""
    return concerned(briefing, recommendations_visible_to(actor)).order_by("asked_on", "year", "number")


def reflections_in(briefing: Briefing) -> QuerySet[Reflection]:
    """What was read in a briefing, with its readers."""
    return Reflection.objects.filter(briefing=briefing).select_related("first_reader", "second_reader", "passage")


def reflections_of(recommendations: Iterable[Recommendation]) -> dict[int, list[Reflection]]:
    """Give, by a recommendation's id, what each briefing says of it, the newest briefing first; one query."""
    keys = [recommendation.pk for recommendation in recommendations]
    rows = Reflection.objects.filter(recommendation__in=keys, briefing__trashed_at=None)
    found: dict[int, list[Reflection]] = defaultdict(list)
    for reflection in rows.select_related("briefing", "passage").order_by("-briefing__given_on", "briefing_id"):
        found[reflection.recommendation_id].append(reflection)
    return dict(found)


def reflection_of(briefing: Briefing, recommendation: Recommendation) -> Reflection | None:
    """Give what was read of a recommendation in a briefing, with its readers, or None."""
    return reflections_in(briefing).filter(recommendation=recommendation).first()


def passages_of(briefing: Briefing) -> list[Passage]:
    """Give a briefing's passages in their order."""
    return list(briefing.passages.all())


def absent_lists_of(briefing: Briefing) -> QuerySet[AbsentList]:
    """The lists of what was absent from a briefing that went to the office, the newest first."""
    return AbsentList.objects.filter(briefing=briefing)


def absent_list_visible_to(actor: Actor, absent_list_id: int) -> AbsentList:
    """Give a list that went to the office; Missing for who may not read it, and with its briefing in the trash."""
    found = AbsentList.objects.select_related("briefing").filter(pk=absent_list_id, briefing__trashed_at=None).first()
    if found is None or not may(actor, "briefings.read_absent", found):
        raise Missing("kernel.missing")
    return found


def absent_in(briefing: Briefing) -> QuerySet[Reflection]:
    """What two readers found absent from a briefing and the office may read, the oldest first."""
    rows = Reflection.objects.filter(briefing=briefing, verdict=ABSENT, state=CONFIRMED)
    of_the_office = Q(recommendation__paper=None) | Q(recommendation__paper__state__in=OFFICE_READS)
    of_the_office |= Q(recommendation__released_on__isnull=False)
    chosen = rows.filter(of_the_office, recommendation__set_aside=False).select_related("recommendation__round")
    return chosen.order_by("recommendation__asked_on", "recommendation__year", "recommendation__number")


def absent_waiting(briefing: Briefing) -> int:
    """Count what one reader found absent and nobody has read again yet, or the readers differ on."""
    rows = Reflection.objects.filter(briefing=briefing, recommendation__set_aside=False)
    once = Q(verdict=ABSENT, state=READ)
    return rows.filter(once | Q(state=DISPUTED) & (Q(verdict=ABSENT) | Q(second_verdict=ABSENT))).count()


def reflection_visible_to(actor: Actor, reflection_id: int) -> Reflection:
    """Give a reading of what somebody may read in a briefing that is not in the trash; Missing."""
    rows = Reflection.objects.select_related("briefing", "recommendation", "first_reader", "second_reader", "passage")
    found = rows.filter(pk=reflection_id, briefing__trashed_at=None).first()
    if found is None or not recommendations_visible_to(actor).filter(pk=found.recommendation_id).exists():
        raise Missing("kernel.missing")
    return found
