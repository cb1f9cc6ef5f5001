"""The group on decentralisation: called for by a member; the time for candidates is over and the team has to appoint."""

from collections.abc import Sequence
from datetime import timedelta

from supportroom.demo.decentralisation_group import FIELDS, STANDING, TASK, TITLE
from supportroom.demo.group_life import Life, call, on, take_candidates
from supportroom.demo.meeting import ZONE
from supportroom.kernel.clock import now
from supportroom.people.models import Person

SEATS = 4
CALLED, OPENED, DAYS = 24, 15, 14  # days ago; for how long candidates were taken


def build(people: dict[str, Person], members: Sequence[Person]) -> None:
    """Call, open, and let six stand up to yesterday."""
    life = Life(people, list(members[1:]), [people["member"]])
    today = now().astimezone(ZONE).date()
    with on(today - timedelta(days=CALLED)):
        call(life, TITLE, TASK, FIELDS, SEATS)
    life.seated = []
    with on(today - timedelta(days=OPENED), 18):
        take_candidates(life, STANDING, DAYS)
