"""Pages of working groups: each answers in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from supportroom.groups.actions import resign
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.queries import seats_of
from supportroom.groups.vocabulary import AT_WORK, CLOSED
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.answering import unanswered
from tests.factories.groups import PLACES, a_group_at_work, opened_group, stands
from tests.factories.personas import make_person

SignIn = Callable[[Person], Client]
PAGES = {
    "groups/": "everybody",
    "groups/?view=ended": "everybody",
    "groups/new/": "members",
    "groups/{called}/": "everybody",
    "groups/{opened}/": "everybody",
    "groups/{at_work}/": "everybody",
    "groups/{called}/words/": "team",
    "groups/{called}/translate/": "team",
    "groups/{called}/open/": "team",
    "groups/{called}/turn-down/": "team",
    "groups/{opened}/open/": "team",
    "groups/{opened}/give-up/": "team",
    "groups/{at_work}/close/": "team",
    "groups/{opened}/stand/": "members",
    "groups/{opened}/candidates/": "team",
    "groups/{opened}/appointment/": "team",
    "seats/{vacant}/replace/": "team",
}


@pytest.fixture
def ids(called: WorkingGroup, opened: WorkingGroup, shielded_member: Person, facilitator: Person) -> dict[str, str]:
    for person in (shielded_member, facilitator):
        stands(opened, person, conflict="A contract with a ministry")
    at_work = a_group_at_work(seats=4)
    stood = opened_group(title="Relief")
    passed = stands(stood, shielded_member)
    assert passed.pk
    vacant = resign(actor=SYSTEM, seat=seats_of(at_work)[0])
    things = {"called": called, "opened": opened, "at_work": at_work, "vacant": vacant}
    return {name: spell(thing.pk) for name, thing in things.items()}


def test_every_page_answers_the_team_in_each_language(ids: dict[str, str], sign_in: SignIn) -> None:
    assert unanswered(sign_in(make_person("Team And Member-Invented", "team", "member")), PAGES, ids) == []


def test_members_and_those_who_look_on_read_what_is_theirs(
    ids: dict[str, str], stranger: Person, observer: Person, sign_in: SignIn
) -> None:
    member, watcher = sign_in(stranger), sign_in(observer)
    for page, whose in PAGES.items():
        assert member.get(f"/ar/{page.format(**ids)}").status_code == (403 if whose == "team" else 200), page
        assert watcher.get(f"/ar/{page.format(**ids)}").status_code in (403, 404), page


def test_the_whole_way_by_hand(clock: Any, team: Person, member: Person, room: Any, sign_in: SignIn) -> None:
    people = [member, *(make_person(f"Stands-Invented {number}", "member") for number in range(4))]
    browser = sign_in(member)
    browser.post("/en/groups/new/", {"title_en": "Local councils", "task_en": "Who decides what?", "seats_wanted": "3"})
    group = WorkingGroup.objects.get()
    here = f"/en/groups/{spell(group.pk)}/"
    team_browser = sign_in(team)
    answer = team_browser.post(f"{here}open/", {"day": "2026-06-12", "hour": "18:00"})
    assert answer.status_code == 302
    for number, person in enumerate(people):
        said = {"years": str(2 + number * 2), "lives_in": PLACES[number], "works_in": "", "works": "A study"}
        assert sign_in(person).post(f"{here}stand/", said).status_code == 302
    refused = team_browser.post(f"{here}appointment/", {})
    assert refused.status_code == 422
    clock.shift(timedelta(days=11).total_seconds())
    team_browser = sign_in(team)
    page = team_browser.get(f"{here}appointment/")
    assert page.status_code == 200
    best = list(Candidate.objects.filter(group=group).order_by("-years"))[:3]
    form = {f"seat_{each.pk}": "on" for each in best}
    form |= {f"reason_{each.pk}_en": "Knows the law of councils." for each in best}
    assert team_browser.post(f"{here}appointment/", form).status_code == 302
    group.refresh_from_db()
    assert group.state == AT_WORK
    assert {seat.person_id for seat in seats_of(group)} == {each.person_id for each in best}
    for seat in seats_of(group):
        sign_in(seat.person).post(f"{here}coordinator/", {"seat": "2"})
    group.refresh_from_db()
    assert group.coordinator == Seat.objects.get(group=group, number=2)
    assert team_browser.post(f"{here}close/", {"reason_en": "The paper is out."}).status_code == 302
    group.refresh_from_db()
    assert group.state == CLOSED
