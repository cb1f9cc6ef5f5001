"""What pages of groups show, to whom, with how many queries; what they refuse."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from supportroom.checks.models import MembersCheck
from supportroom.groups.actions import end_candidates, resign, turn_down_group
from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.groups.queries import seats_of
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.people.actions import add_competence
from supportroom.people.models import Person
from tests.counting import queries_of
from tests.factories.groups import a_group_at_work, called_group, opened_group, stands
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words

SignIn = Callable[[Person], Client]


def here(group: WorkingGroup, rest: str = "", language: str = "en") -> str:
    return f"/{language}/groups/{spell(group.pk)}/{rest}"


def said(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("page", ["groups/", "groups/?view=ended"])
def test_lists_ask_as_much_at_one_row_and_at_three(page: str, member: Person, sign_in: SignIn) -> None:
    browser, counts = sign_in(member), []
    for rows in (1, 2):
        for _row in range(rows):
            group = a_group_at_work(seats=3)
            called = called_group()
            turn_down_group(actor=SYSTEM, group=called, reason=words("No"))
            assert group.pk
        counts.append(queries_of(browser, f"/en/{page}"))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["candidates/", "appointment/"])
def test_the_ranking_asks_as_much_for_three_as_for_five(page: str, opened: WorkingGroup, team: Person,
                                                       sign_in: SignIn) -> None:  # fmt: skip
    browser, counts = sign_in(team), []
    for rows in (3, 2):
        for number in range(rows):
            stands(opened, make_person(f"Candidate-Invented {rows}{number}", "member"))
        counts.append(queries_of(browser, here(opened, page)))
    assert counts[0] == counts[1]


def test_a_group_asks_as_much_for_three_seats_as_for_five(stranger: Person, room: None, sign_in: SignIn) -> None:
    browser = sign_in(stranger)
    counts = [queries_of(browser, here(a_group_at_work(seats=seats))) for seats in (3, 5)]
    assert counts[0] == counts[1]


def test_members_read_seats_and_reasons_without_names(stranger: Person, team: Person, room: None,
                                                      sign_in: SignIn) -> None:  # fmt: skip
    group = a_group_at_work(make_person("Nadia Canary-Invented", "member"))
    page = said(sign_in(stranger).get(here(group)))
    assert "Seat 1" in page
    assert "Six years of work on licences" in page
    assert "Canary-Invented" not in page
    assert "Canary-Invented" in said(sign_in(team).get(here(group)))


def test_who_shows_their_name_is_read_by_members_until_they_hide_it(stranger: Person, room: None,
                                                                   sign_in: SignIn) -> None:  # fmt: skip
    person = make_person("Nadia Canary-Invented", "member")
    group = a_group_at_work(person)
    seat = spell(group.seats.get(person=person).pk)
    own, other = sign_in(person), sign_in(stranger)
    assert other.post(f"/en/seats/{seat}/name/", {"shown": "yes"}).status_code == 403
    for shown in ("yes", "no"):
        assert own.post(f"/en/seats/{seat}/name/", {"shown": shown}).status_code == 302
        assert ("Canary-Invented" in said(other.get(here(group)))) == (shown == "yes")


def test_who_called_for_a_group_and_who_stands_is_read_by_no_other_member(
    member: Person, shielded_member: Person, stranger: Person, sign_in: SignIn
) -> None:
    group = opened_group(by=member)
    stands(group, shielded_member, works="A turn of phrase nobody else uses", conflict="My cousin")
    page = said(sign_in(stranger).get(here(group)))
    for word in (member.name, shielded_member.name, "turn of phrase", "My cousin", "candidates</a>"):
        assert word not in page
    assert "turn of phrase" in said(sign_in(shielded_member).get(here(group, "stand/")))


def test_who_was_passed_over_reads_why_and_nobody_else_does(opened: WorkingGroup, stranger: Person, team: Person,
                                                           sign_in: SignIn) -> None:  # fmt: skip
    strong = [make_person(f"Strong-Invented {number}", "member") for number in range(3)]
    for person in strong:
        stands(opened, person, years=9)
    weak = [stands(opened, make_person(f"Weak-Invented {number}", "member"), years=1, works="") for number in range(1)]
    end_candidates(actor=SYSTEM, group=opened)
    browser = sign_in(team)
    chosen = [*Candidate.objects.filter(group=opened, person__in=strong[:2]), *weak]
    form = {f"seat_{each.pk}": "on" for each in chosen}
    form |= {f"reason_{each.pk}_en": "Knows the field." for each in chosen}
    form["spread_reason"] = "Nobody stood from elsewhere."
    refused = browser.post(here(opened, "appointment/"), form)
    assert refused.status_code == 422
    assert "say why for each person" in said(refused)
    passed = Candidate.objects.get(group=opened, person=strong[2])
    form |= {f"departure_{weak[0].pk}": "Speaks Kurdish.", f"departure_{passed.pk}": "Holds an office."}
    assert browser.post(here(opened, "appointment/"), form).status_code == 302
    assert "Holds an office." in said(sign_in(strong[2]).get(here(opened)))
    for other in (stranger, strong[0]):
        page = said(sign_in(other).get(here(opened)))
        assert "Holds an office." not in page
        assert "Speaks Kurdish." not in page
        assert "departed from the ranking for 2 people" in page
        assert "Nobody stood from elsewhere." in page


def test_the_appointment_keeps_what_was_typed_when_it_is_refused(opened: WorkingGroup, team: Person,
                                                                sign_in: SignIn) -> None:  # fmt: skip
    candidate = stands(opened, make_person("One-Invented", "member"))
    end_candidates(actor=SYSTEM, group=opened)
    form = {f"seat_{candidate.pk}": "on", f"reason_{candidate.pk}_en": "A sentence that took a while."}
    refused = sign_in(team).post(here(opened, "appointment/"), form)
    assert refused.status_code == 422
    assert "A sentence that took a while." in said(refused)


def test_the_steps_of_a_group_by_hand(member: Person, team: Person, sign_in: SignIn) -> None:
    law = add_competence(actor=SYSTEM, name=words("Law", "القانون"))
    group = called_group(member, fields=[law])
    browser, caller = sign_in(team), sign_in(member)
    assert browser.post(here(group, "turn-down/"), {}).status_code == 422
    assert browser.post(here(group, "turn-down/"), {"reason_en": "The round takes this up."}).status_code == 302
    assert "The round takes this up." in said(caller.get(here(group)))
    assert caller.post(here(group, "ask-members/")).status_code == 302
    assert caller.post(here(group, "ask-members/")).status_code == 422
    assert "Should the working group" in said(caller.get(here(group)))
    assert MembersCheck.objects.count() == 1
    tomorrow = (now() + timedelta(days=2)).date().isoformat()
    assert browser.post(here(group, "open/"), {"day": tomorrow, "hour": "18:00"}).status_code == 422
    given = {"title_en": "Councils", "task_en": "Who decides?", "seats_wanted": "4", "fields_wanted": [str(law.pk)]}
    seen = WorkingGroup.objects.get(pk=group.pk).version
    assert browser.post(here(group, "words/"), {**given, "seen": seen}).status_code == 302
    assert browser.post(here(group, "words/"), {**given, "seen": seen, "title_en": "Cities"}).status_code == 409
    group.refresh_from_db()
    assert (str(group.title), group.seats_wanted, list(group.fields.all())) == ("Councils", 4, [law])


def test_standing_and_taking_it_back_by_hand(opened: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    assert browser.post(here(opened, "stand/"), {"years": "-1"}).status_code == 422
    assert browser.post(here(opened, "stand/withdraw/")).status_code == 404
    assert browser.post(here(opened, "stand/"), {"years": "4", "lives_in": "SY-ID"}).status_code == 302
    assert "You stand for this group." in said(browser.get(here(opened)))
    assert browser.post(here(opened, "stand/withdraw/")).status_code == 302
    assert browser.post(here(opened, "stand/withdraw/")).status_code == 422
    end_candidates(actor=SYSTEM, group=opened)
    refused = browser.post(here(opened, "stand/"), {"years": "4"})
    assert refused.status_code == 422
    assert "Candidates are not taken now." in said(refused)


def test_a_seat_is_given_up_and_filled_by_hand(opened: WorkingGroup, team: Person, member: Person,
                                              sign_in: SignIn) -> None:  # fmt: skip
    group = a_group_at_work(seats=3)
    seat = seats_of(group)[0]
    own, browser = sign_in(seat.person), sign_in(team)
    assert sign_in(member).post(f"/en/seats/{spell(seat.pk)}/resign/").status_code == 403
    assert own.post(f"/en/seats/{spell(seat.pk)}/resign/").status_code == 302
    assert own.post(f"/en/seats/{spell(seat.pk)}/resign/").status_code == 422
    page = said(browser.get(here(group)))
    assert "vacant" in page
    assert "Too few seats are held" in page
    assert "Nobody stands." in said(browser.get(f"/en/seats/{spell(seat.pk)}/replace/"))
    day = (now() + timedelta(days=3)).date().isoformat()
    assert browser.post(here(group, "open/"), {"day": day, "hour": "12:00"}).status_code == 302
    candidate = stands(WorkingGroup.objects.get(pk=group.pk), member)
    assert browser.post(here(group, "candidates/end/")).status_code == 302
    given = {"candidate": str(candidate.pk), "reason_en": "Knows the field."}
    assert browser.post(f"/en/seats/{spell(seat.pk)}/replace/", {**given, "reason_en": ""}).status_code == 422
    assert browser.post(f"/en/seats/{spell(seat.pk)}/replace/", given).status_code == 302
    assert "Knows the field." in said(sign_in(member).get(here(group)))


def test_a_coordinator_is_named_from_the_page(at_work: WorkingGroup, stranger: Person, sign_in: SignIn) -> None:
    browser = sign_in(seats_of(at_work)[0].person)
    assert browser.post(here(at_work, "coordinator/"), {"seat": "2"}).status_code == 302
    for wrong in ("", "9", "x"):
        assert browser.post(here(at_work, "coordinator/"), {"seat": wrong}).status_code == 404
    assert sign_in(stranger).post(here(at_work, "coordinator/"), {"seat": "2"}).status_code == 403
    assert "named by 1 seat" in said(browser.get(here(at_work)))


def test_a_group_that_lost_seats_is_marked_in_the_list(
    at_work: WorkingGroup, stranger: Person, sign_in: SignIn
) -> None:
    browser = sign_in(stranger)
    assert "must be filled" not in said(browser.get("/en/groups/"))
    resign(actor=actor_of(seats_of(at_work)[0].person), seat=seats_of(at_work)[0])
    assert "must be filled" in said(browser.get("/en/groups/"))
