"""Reading lists, quotas and registrations. Views ask first who may: `selection.read_list`."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.by_name import by_name
from supportroom.people.models import Person, Profile
from supportroom.people.places import places_within
from supportroom.people.queries import found
from supportroom.room.queries import charter
from supportroom.room.quotas import competence_names, quota_label
from supportroom.rounds.models import Round
from supportroom.selection.criteria import REGISTERED, Criteria
from supportroom.selection.models import Application, DraftList, Listing, Quota, Registration
from supportroom.selection.traits import comes_first, knows, listed_elsewhere
from supportroom.selection.vocabulary import CONFIRMED
from supportroom.selection.ways import on_the_roll, registered


def list_of(round: Round) -> DraftList:
    """Give the round's list; an empty one that is not stored before it is first used."""
    return DraftList.objects.filter(round=round).first() or DraftList(round=round)


def listings_of(round: Round) -> QuerySet[Listing]:
    """The list's entries with person, organisation and group, by name."""
    listed = Listing.objects.filter(draft_list__round=round).select_related("person__organisation", "group")
    return by_name(listed, "person")


def on_list(round: Round) -> QuerySet[Person]:
    """The people on the list who have not withdrawn."""
    return Person.objects.filter(listings__draft_list__round=round, listings__has_left=False)


def confirmed_listings(round: Round) -> QuerySet[Listing]:
    """The entries of the round's list if it is confirmed, without those who withdrew; else none."""
    return listings_of(round).filter(draft_list__state=CONFIRMED, has_left=False)


def own_listing(actor: Actor, round: Round) -> Listing | None:
    """Give the actor's own entry, or None."""
    return Listing.objects.filter(draft_list__round=round, person_id=actor.person_id or 0).first()


def quotas_of(round: Round, draft_list: DraftList | None = None) -> list[Quota]:
    """Give the round's quotas in order: its own, or the charter's before the list is first used (not stored then).

    Who has read the list already hands it over.
    """
    if not (draft_list or list_of(round))._state.adding:
        return list(Quota.objects.filter(round=round))
    return [Quota(round=round, **quota) for quota in charter().quotas]


def reasons_published(round: Round) -> list[tuple[str, int, MultilingualText]]:
    """Give what is published of quotas that the list was last confirmed below: label, per cent, and the reason."""
    below = Quota.objects.filter(round=round, was_below=True)
    rows = [quota for quota in below if quota.reason]
    names = competence_names() if rows else {}
    return [(quota_label(quota.kind, quota.value, names), quota.percent, quota.reason) for quota in rows]


def registration_of(round: Round) -> Registration | None:
    """Give the round's registration, or None."""
    return Registration.objects.filter(round=round).select_related("round").first()


def application_of(actor: Actor, registration: Registration) -> Application | None:
    """Give the actor's own application, or None."""
    return registration.applications.filter(person_id=actor.person_id or 0).first()


def applications_of(round: Round, criteria: Criteria, people: Iterable[Person]) -> dict[int, Application]:
    """Give what these people said when they registered, by the person's id, where the registered are asked for."""
    if criteria.source != REGISTERED:
        return {}
    asked = Application.objects.filter(registration__round=round, person__in=[person.pk for person in people])
    return {application.person_id: application for application in asked}


def candidates(round: Round, criteria: Criteria) -> QuerySet[Person]:
    """Who could be added to the list and is found by the criteria, by name, with organisation and profile."""
    pool = registered(round) if criteria.source == REGISTERED else on_the_roll(round)
    listed = Exists(Listing.objects.filter(draft_list__round=round, person=OuterRef("pk")))
    asked = found(pool.filter(~listed, _said(criteria)), criteria.find)
    if criteria.competence:
        asked = asked.filter(knows(criteria.competence))
    if criteria.first_time:
        asked = asked.filter(comes_first(round))
    if criteria.not_before:
        asked = asked.filter(~listed_elsewhere(round))
    return by_name(asked.select_related("organisation", "profile"))


def _said(criteria: Criteria) -> Q:
    asked = Q()
    for name in ("situation", "gender", "age_band", "disability"):
        if wanted := getattr(criteria, name):
            asked &= Q(**{f"profile__{name}": wanted})
    if criteria.region:
        asked &= Q(profile__region__in=places_within(criteria.region))
    if criteria.language:
        asked &= Q(profile__languages__icontains=f'"{criteria.language}"')
    if criteria.organisation:
        asked &= Q(organisation__name__icontains=criteria.organisation)
    return asked


def places_said() -> set[str]:
    """Give the codes of the places that anybody names in their profile."""
    return set(Profile.objects.exclude(region="").values_list("region", flat=True).distinct())
