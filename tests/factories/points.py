"""Points, checks and answers, made by the product's own actions."""

from collections.abc import Mapping, Sequence
from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.points.actions import (
    close_check,
    confirm_outcome,
    import_points,
    open_check,
    raise_point,
    take_position,
)
from supportroom.points.models import Check, CheckItem, Point
from supportroom.points.vocabulary import AGREED, CANNOT_ACCEPT, REMAINING, SUPPORT
from supportroom.rounds.models import Session
from supportroom.rounds.queries import participants_of_session
from tests.factories.personas import actor_of
from tests.factories.rounds import pillar_of


def persons_of(session: Session) -> list[Person]:
    """Give who takes part in a session."""
    return [participant.person for participant in participants_of_session(session)]


def actors_of(session: Session) -> list[Actor]:
    """Give the actors of who takes part in a session."""
    return [actor_of(person) for person in persons_of(session)]


def leader(session: Session) -> Actor:
    """Give the actor who facilitates a session."""
    assert session.facilitator
    return actor_of(session.facilitator)


def raised(session: Session, by: Person | Actor | None = None, text: str = "Clinics stay open", **fields: Any) -> Point:
    """Raise a point in Arabic or English: by somebody, or by the facilitator for the room."""
    actor = actor_of(by) if isinstance(by, Person) else by or leader(session)
    fields = {"language": "en", "pillar": pillar_of(session.round), **fields}
    return raise_point(actor=actor, session=session, text=text, **fields)


def imported(session: Session, number: int, **fields: Any) -> list[Point]:
    """Bring this many points into a session under its round's first pillar."""
    pillar = pillar_of(session.round).pk
    rows = [(pillar, "en", f"Point {n} of the list") for n in range(1, number + 1)]
    import_points(actor=leader(session), session=session, rows=rows)
    return list(Point.objects.filter(raised_in=session).order_by("number"))


def asked(session: Session, *points: Point) -> Check:
    """Open a check on points, or on a new one."""
    return open_check(actor=leader(session), session=session, points=points or [raised(session)])


def only_item(check: Check) -> CheckItem:
    """Give a check's only item."""
    return CheckItem.objects.select_related("check_asked__session").get(check_asked=check)


def answered(check: Check, choices: Sequence[str] | None = None) -> Check:
    """Let those present answer every item of a check: all with support, or one after another as given."""
    people = actors_of(check.session)
    for item in CheckItem.objects.filter(check_asked=check).select_related("check_asked__session"):
        for actor, choice in zip(people, choices or [SUPPORT] * len(people), strict=False):
            reason = "It helps nobody." if choice == CANNOT_ACCEPT else ""
            take_position(actor=actor, item=item, choice=choice, reason=reason, language="en")
    return check


def closed(check: Check, **fields: Any) -> Check:
    """Close a check."""
    return close_check(actor=leader(check.session), check=check, **fields)


def settle(session: Session, outcomes: Mapping[int, bool]) -> None:
    """Ask about points (by id: whether they are agreed), answer, close and confirm, in one check."""
    points = list(Point.objects.filter(pk__in=outcomes))
    check = asked(session, *points)
    for item in CheckItem.objects.filter(check_asked=check).select_related("check_asked__session"):
        choice = SUPPORT if outcomes[item.point_id or 0] else CANNOT_ACCEPT
        for actor in actors_of(session):
            take_position(actor=actor, item=item, choice=choice, reason="Not like this.", language="en")
    closed(check)
    for item in CheckItem.objects.filter(check_asked=check).select_related("check_asked__session"):
        agreed = outcomes[item.point_id or 0]
        outcome, word = (AGREED, "") if agreed else (REMAINING, "The room is divided.")
        confirm_outcome(actor=leader(session), item=item, outcome=outcome, word=word)
