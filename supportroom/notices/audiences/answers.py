"""What is told of letters, answers, assessments, deliveries and the steps after them."""

from collections.abc import Iterable
from typing import Any, Final

from supportroom.answers.models import Answer, Delivery, Letter
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_about
from supportroom.journal.models import reference
from supportroom.notices.audiences.audience import Audience, Vanished
from supportroom.notices.audiences.people import members, team
from supportroom.notices.audiences.recommendations import (
    following_each,
    following_recommendation,
    members_following,
    recommendation_of,
)
from supportroom.notices.vocabulary import ADDRESSED, FOLLOWUP, TEAM_WORK
from supportroom.people.models import Person
from supportroom.people.vocabulary import ADDRESSEE, OFFICE
from supportroom.protection.models import Consent
from supportroom.register.models import Addressee, Recommendation

ANSWERING: Final = frozenset({ADDRESSEE, OFFICE})


def addressee_of(thing: Any) -> Addressee:
    """Give the addressee of a letter or an answer."""
    found = thing.submission.addressee if isinstance(thing, Answer) else thing.addressee
    if not isinstance(found, Addressee):
        raise Vanished("addressee")
    return found


def representatives(thing: Letter) -> Iterable[int]:
    """Who answers for a letter's addressee in the room."""
    people = Person.objects.filter(pk__in=thing.addressee.representatives.values("person"))
    return [person_id for person_id, roles in people.values_list("pk", "roles") if ANSWERING.intersection(roles)]


def following_what_it_puts(thing: Letter) -> Iterable[int]:
    """Who follows something that a letter puts to its addressee."""
    asked = Recommendation.objects.filter(submissions__letters=thing).select_related("round").distinct()
    return following_each(list(asked))


def check_on(thing: Answer) -> MembersCheck:
    """Give the members' check on an answer that was opened last."""
    found = check_about(thing)
    if found is None:
        raise Vanished("check")
    return found


def carrier(thing: Delivery) -> Iterable[int]:
    """Who carried a delivery, as long as they have not said whether they may be named."""
    said = Consent.objects.filter(thing=reference(thing), person_id=thing.carrier_id or 0).exists()
    return [thing.carrier_id] if thing.carrier_id and not said else []


def _of_an_answer(kind: str) -> tuple[Audience, ...]:
    """Who follows what it answers hears of each, the team and members once a day of an addressee."""
    return (
        Audience(FOLLOWUP, following_recommendation, recommendation_of, by_following=True),
        Audience(TEAM_WORK, team, addressee_of, kind, once_a_day=True),
        Audience(FOLLOWUP, members, addressee_of, kind, once_a_day=True),
    )


ARRIVED: Final = (Audience(TEAM_WORK, team, addressee_of, "answers.acknowledge"),)
OF_A_STEP: Final = (Audience(FOLLOWUP, members_following, recommendation_of, by_following=True),)
AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "answers.send_letter": (
        Audience(ADDRESSED, representatives),
        Audience(FOLLOWUP, following_what_it_puts, addressee_of, "answers.sent"),
    ),
    "answers.remind": (Audience(ADDRESSED, representatives),),
    **dict.fromkeys(("answers.acknowledge", "answers.acknowledge_by_link"), ARRIVED),
    "answers.answer": _of_an_answer("answers.answered"),
    "answers.amend_answer": _of_an_answer("answers.amended"),
    "answers.deliver": (Audience(FOLLOWUP, carrier, kind="answers.carried"), Audience(FOLLOWUP, members)),
    **dict.fromkeys(("answers.say_under_way", "answers.say_done", "answers.say_lapsed", "answers.reopen"), OF_A_STEP),
    "answers.ask_assessment": (Audience(FOLLOWUP, members, check_on),),
    "answers.settle_assessment": OF_A_STEP,
}
