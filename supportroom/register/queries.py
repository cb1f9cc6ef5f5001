"""What pages and floors above read of the register. `recommendations_visible_to(actor)` is the entrance to rows."""

import re

from django.db.models import Exists, OuterRef, Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.searching import holding
from supportroom.papers.vocabulary import OFFICE_READS
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM
from supportroom.register.models import (
    Addressee,
    Demand,
    Document,
    Happening,
    Recommendation,
    RecommendationQuerySet,
    Submission,
)

NUMBER = re.compile(r"([0-9]{4})\s*[-/–]\s*([0-9]{1,5})")
_WITH = ("pillar", "round", "demand", "statement", "report__round", "paper", "document")


def recommendations_visible_to(actor: Actor) -> RecommendationQuerySet:
    """The recommendations that somebody may read, with pillar, round, demand and source; none that was set aside.

    All for the team, members, the office and interpreters (the office not those of a paper that it has not read yet);
    for everybody else what was released, and for an addressee's representatives what was sent to it.
    """
    rows = Recommendation.objects.select_related(*_WITH).filter(set_aside=False)
    if actor.holds(TEAM, MEMBER, INTERPRETER, "system"):
        return rows
    seen = Q(released_on__isnull=False)
    if actor.holds(OFFICE):
        seen |= Q(paper=None) | Q(paper__state__in=OFFICE_READS)
    if actor.is_known:
        sent = Submission.objects.filter(recommendation=OuterRef("pk"), sent_on__isnull=False)
        seen |= Q(Exists(sent.filter(addressee__representatives__person=actor.person_id)))
    return rows.filter(seen)


def released() -> RecommendationQuerySet:
    """The recommendations that the public sees, with pillar, round, demand and source."""
    return Recommendation.objects.select_related(*_WITH).filter(set_aside=False, released_on__isnull=False)


def public_recommendations() -> RecommendationQuerySet:
    """The recommendations that leave the room (feeds, API, search, export)."""
    return released()


def waiting_for(actor: Actor) -> RecommendationQuerySet:
    """What is recorded and the public does not see, newest first, for who releases it; nothing for others."""
    rows = recommendations_visible_to(actor).filter(released_on=None).order_by("-asked_on", "source_kind", "position")
    return rows if actor.holds(TEAM, "system") else rows.none()


def asked_by(words: str) -> Q:
    """Mean the recommendations that hold every word, however it is typed, or bear the number (`2020-14`)."""
    number = NUMBER.fullmatch(words.strip())
    return Q(year=int(number[1]), number=int(number[2])) if number else holding(words)


def set_aside_seen_by(actor: Actor) -> RecommendationQuerySet:
    """What was set aside, for the team alone."""
    rows = Recommendation.objects.select_related(*_WITH).filter(set_aside=True)
    return rows if actor.holds(TEAM, "system") else rows.none()


def recommendation_at(actor: Actor, slug: str) -> Recommendation:
    """Give the recommendation of an address; Missing. The team finds what was set aside as well."""
    found = recommendations_visible_to(actor).filter(slug=slug).first()
    found = found or set_aside_seen_by(actor).filter(slug=slug).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def addressees() -> QuerySet[Addressee]:
    """The bodies that recommendations are addressed to, in the room's order. Their addresses are for the team alone."""
    return Addressee.objects.all()


def addressee_at(slug: str) -> Addressee:
    """Give the addressee of an address; Missing."""
    found = Addressee.objects.filter(slug=slug).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def represented_by(actor: Actor) -> QuerySet[Addressee]:
    """The addressees for which somebody answers."""
    if not actor.is_known:
        return Addressee.objects.none()
    return Addressee.objects.filter(representatives__person=actor.person_id).distinct()


def submissions_of(recommendation: Recommendation) -> QuerySet[Submission]:
    """To whom a recommendation is addressed and how it stands with each, in the room's order."""
    return Submission.objects.filter(recommendation=recommendation).select_related("addressee")


def happenings_of(recommendation: Recommendation) -> QuerySet[Happening]:
    """The steps of a recommendation's way in the order in which they happened, each with its addressee."""
    return Happening.objects.filter(recommendation=recommendation).select_related("addressee")


def demand_at(slug: str) -> Demand:
    """Give the demand of an address, or the one into which it went; Missing."""
    found = Demand.objects.filter(slug=slug).select_related("merged_into").first()
    if found is None:
        raise Missing("kernel.missing")
    return found.merged_into or found


def members_of_demand(actor: Actor, demand: Demand) -> RecommendationQuerySet:
    """What a demand brings together and somebody may read, oldest first."""
    return recommendations_visible_to(actor).filter(demand=demand).order_by("asked_on", "number")


def documents() -> QuerySet[Document]:
    """The texts of earlier years, newest first; for who records."""
    return Document.objects.select_related("round", "file")


def document_of(document_id: int) -> Document:
    """Find an earlier document; Missing."""
    found = documents().filter(pk=document_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found
