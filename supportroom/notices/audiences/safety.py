"""Who is told when somebody is in danger, or an act takes two. Mails say no more than that something waits."""

from collections.abc import Iterable
from typing import Final

from supportroom.notices.audiences.audience import Audience
from supportroom.notices.audiences.people import team
from supportroom.notices.vocabulary import SECURITY
from supportroom.safety.models import ApprovalRequest, Buddy, Incident, Standing
from supportroom.safety.queries import focal_point


def _others_of_the_team(thing: ApprovalRequest) -> Iterable[int]:
    return [person_id for person_id in team(thing) if person_id != thing.concerns_id]


def _the_team_without_them(thing: Standing) -> Iterable[int]:
    return [person_id for person_id in team(thing) if person_id != thing.person_id]


def _who_asked(thing: ApprovalRequest) -> Iterable[int]:
    return [thing.asked_by_id]


def _the_buddy(thing: Buddy) -> Iterable[int]:
    return [thing.buddy_id]


def _who_trusts(thing: Buddy) -> Iterable[int]:
    return [thing.person_id]


def _focal_point(thing: Incident) -> Iterable[int]:
    named = focal_point()
    return [named.pk] if named and named.pk != thing.reported_by_id else []


def _who_reported(thing: Incident) -> Iterable[int]:
    return [thing.reported_by_id]


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "safety.ask_approval": (Audience(SECURITY, _others_of_the_team),),
    "safety.approve_request": (Audience(SECURITY, _who_asked),),
    "safety.refuse_request": (Audience(SECURITY, _who_asked),),
    "safety.name_buddy": (Audience(SECURITY, _the_buddy),),
    "safety.agree_to_buddy": (Audience(SECURITY, _who_trusts),),
    "safety.lock_as_buddy": (Audience(SECURITY, _the_team_without_them),),
    "safety.report_incident": (Audience(SECURITY, _focal_point),),
    "safety.take_incident": (Audience(SECURITY, _who_reported),),
    "safety.close_incident": (Audience(SECURITY, _who_reported),),
}
