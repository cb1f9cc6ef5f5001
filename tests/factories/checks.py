"""Members' checks: asked, answered and counted by the product's own actions."""

from datetime import timedelta
from typing import Any

from supportroom.checks.actions import answer, open_members_check
from supportroom.checks.counting import settle_if_over
from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import OPEN_GROUP
from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Person
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def asked(*, subject: Any = "tests.thing:1", purpose: str = OPEN_GROUP, **details: Any) -> MembersCheck:
    """Ask the members who are there about a thing."""
    details = {"question": words("Shall we?", "هل نفعل؟"), **details}
    return open_members_check(actor=SYSTEM, purpose=purpose, subject=subject, **details)


def answered(check: MembersCheck, **answers: list[Person]) -> MembersCheck:
    """Let people answer: `answered(check, for_=[...], against=[...], abstain=[...])`."""
    for choice, people in answers.items():
        for person in people:
            answer(actor=actor_of(person), members_check=check, choice=choice.rstrip("_"))
    return check


def over(check: MembersCheck, clock: Any) -> MembersCheck:
    """Move the clock to the close, and let the room count."""
    clock.move_to(check.closes_at + timedelta(seconds=0))
    return settle_if_over(MembersCheck.objects.get(pk=check.pk))
