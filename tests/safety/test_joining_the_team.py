"""Nobody makes themselves two: the role Team is given by two of the team, as soon as two of it can sign in (S13)."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.ids import spell
from supportroom.notices.telling import tell
from supportroom.people.actions import add_person, give_role, invite_person, take_role
from supportroom.people.models import Account, Person
from supportroom.people.tokens import new_token
from supportroom.safety import actions
from supportroom.safety.models import ApprovalRequest
from supportroom.safety.vocabulary import JOIN_TEAM, LOCK, OPEN
from tests.factories.notices import kinds_told
from tests.factories.personas import actor_of, make_person
from tests.factories.safety import approved, asked_for, locked, second_of_team

SignIn = Callable[[Person], Client]
NEWCOMER = {"name": "Rana Newcomer-Invented", "language": "en", "time_zone": "Europe/Zurich", "organisation": ""}


def page_of(person: Person, step: str = "") -> str:
    return f"/en/people/{spell(person.pk)}/{step}"


def is_in_team(person: Person) -> bool:
    return "team" in Person.objects.get(pk=person.pk).roles


def approve_page(browser: Client) -> str:
    way = re.search(r'action="(/en/approvals/[^"]+/approve/)"', browser.get("/en/approvals/").content.decode())
    return way[1] if way else ""


def refusal(act: Callable[..., Any], **given: Any) -> str:
    with pytest.raises(DomainError) as caught:
        act(**given)
    return caught.value.code


def test_s13_one_alone_adds_nobody_to_the_team(team: Person, sign_in: SignIn) -> None:
    second_of_team()
    answer = sign_in(team).post("/en/people/new/", NEWCOMER | {"roles": ["team", "interpreter"]}, follow=True)
    newcomer = Person.objects.exclude(account__isnull=False).get()
    assert newcomer.roles == ["interpreter"], "what takes one is given at once"
    assert "Another of the team has to approve" in answer.content.decode()
    request = ApprovalRequest.objects.get()
    assert (request.kind, request.concerns, request.asked_by, request.state) == (JOIN_TEAM, newcomer, team, OPEN)


def test_s13_one_alone_gives_nobody_the_teams_role(team: Person, member: Person, sign_in: SignIn) -> None:
    second_of_team()
    browser = sign_in(team)
    assert "Ask another of the team" in browser.get(page_of(member)).content.decode()
    answer = browser.post(page_of(member, "give-role/"), {"role": "team"}, follow=True)
    said = answer.content.decode()
    assert "Another of the team has to approve" in said
    assert "Waits for another of the team" in said
    assert "Ask another of the team" not in said
    assert browser.post(page_of(member, "give-role/"), {"role": "team"}).status_code == 422, "asked for already"
    assert refusal(give_role, actor=actor_of(team), person=member, role="team") == "people.takes_two"
    assert approve_page(browser) == ""
    with pytest.raises(Denied):
        actions.approve_request(actor=actor_of(team), approval_request=ApprovalRequest.objects.get())
    assert not is_in_team(member)
    assert browser.post(page_of(member, "give-role/"), {"role": "observer"}).status_code == 302
    assert Person.objects.get(pk=member.pk).roles == ["member", "observer"], "other roles take one"


def test_s13_a_second_of_the_team_lets_somebody_in_and_all_of_it_are_told(
    team: Person, member: Person, sign_in: SignIn
) -> None:
    other, third = second_of_team(), make_person("Thaer Third-Invented", "team")
    theirs = sign_in(member)
    sign_in(team).post(page_of(member, "give-role/"), {"role": "team"})
    tell()
    assert "Another of the team asks: Take somebody into the team" in sign_in(third).get("/en/desk/").content.decode()
    browser = sign_in(other)
    assert browser.post(approve_page(browser)).status_code == 302
    assert is_in_team(member)
    assert theirs.get("/en/desk/").status_code == 302, "who got a role signs in anew (S05)"
    told = Entry.objects.about(reference(member)).filter(action="people.give_role").values_list("actor", "facts")
    assert list(told) == [(SYSTEM.ref, {"role": "team"})]
    tell()
    for one in (team, other, third):
        assert kinds_told(one).count("people.joined_team") == 1
    assert "people.give_role" in kinds_told(member)
    assert "people.joined_team" not in kinds_told(member), "they are told once, as themselves"
    page = browser.get("/en/notices/").content.decode()
    assert "Somebody was taken into the team" in page


def test_s13_the_team_is_told_of_no_other_role_and_of_who_leaves_it(team: Person, member: Person) -> None:
    other = second_of_team()
    give_role(actor=actor_of(team), person=member, role="observer")
    give_role(actor=actor_of(team), person=other, role="observer")
    take_role(actor=actor_of(team), person=member, role="observer")
    tell()
    assert not {"people.joined_team", "people.left_team"} & set(kinds_told(other))
    third = make_person("Thaer Third-Invented", "team")
    take_role(actor=actor_of(team), person=third, role="team")
    tell()
    assert "people.left_team" in kinds_told(other)
    assert "people.take_role" in kinds_told(third)


def test_s13_the_only_one_of_the_team_who_can_sign_in_still_gives_the_role_at_once(
    team: Person, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    add_person(actor=SYSTEM, name="Wael Without-Invented", roles=("team",))  # who has no account approves nothing
    browser = sign_in(team)
    assert "Ask another of the team" not in browser.get(page_of(member)).content.decode()
    browser.post("/en/people/new/", NEWCOMER | {"roles": ["team"]})
    assert Person.objects.holding("team").filter(account=None).count() == 2
    give_role(actor=actor_of(team), person=member, role="team")
    assert is_in_team(member)
    assert refusal(give_role, actor=actor_of(team), person=stranger, role="team") == "people.takes_two", "now two can"
    assert not ApprovalRequest.objects.exists()


def test_s13_a_locked_account_approves_nothing_and_does_not_count(
    team: Person, member: Person, stranger: Person
) -> None:
    other, third = second_of_team(), make_person("Thaer Third-Invented", "team")
    locked(third, team, other)
    assert refusal(give_role, actor=actor_of(team), person=member, role="team") == "people.takes_two"
    take_role(actor=SYSTEM, person=other, role="team")
    give_role(actor=actor_of(team), person=member, role="team")
    assert is_in_team(member)


def test_s13_the_room_itself_gives_the_role_at_once(team: Person, member: Person) -> None:
    second_of_team()
    give_role(actor=SYSTEM, person=member, role="team")
    added = add_person(actor=SYSTEM, name="Rana Newcomer-Invented", roles=("team",))
    assert is_in_team(member)
    assert is_in_team(added)
    assert not ApprovalRequest.objects.exists()


def test_s13_two_who_approve_the_same_give_the_role_once(team: Person, member: Person) -> None:
    other, third = second_of_team(), make_person("Thaer Third-Invented", "team")
    request = asked_for(JOIN_TEAM, member, team)
    same = ApprovalRequest.objects.get(pk=request.pk)
    actions.approve_request(actor=actor_of(other), approval_request=request)
    with pytest.raises(Stale):
        actions.approve_request(actor=actor_of(third), approval_request=same)
    assert Person.objects.get(pk=member.pk).roles == ["member", "team"]
    assert Entry.objects.about(reference(member)).filter(action="people.give_role").count() == 1
    assert refusal(asked_for, kind=JOIN_TEAM, person=member, by=team) == "kernel.not_now", "in the team already"


def test_s13_nobody_joins_for_whom_it_is_not_right_any_more(team: Person, member: Person, stranger: Person) -> None:
    other, third = second_of_team(), make_person("Thaer Third-Invented", "team")
    request = asked_for(JOIN_TEAM, member, third)
    approved(LOCK, member, team, other)
    asked = {"actor": actor_of(other), "approval_request": request}
    assert refusal(actions.approve_request, **asked) == "kernel.not_now", "locked meanwhile"
    asked["approval_request"] = asked_for(JOIN_TEAM, stranger, third)
    actions.close_account(actor=actor_of(stranger), person=stranger)
    assert refusal(actions.approve_request, **asked) == "safety.gone", "closed meanwhile"
    added = add_person(actor=actor_of(third), name="Rana Newcomer-Invented", roles=("team",))
    asked["approval_request"] = ApprovalRequest.objects.get(concerns=added)
    take_role(actor=actor_of(team), person=third, role="team")
    assert refusal(actions.approve_request, **asked) == "people.asker_left"
    assert not Account.objects.filter(person=added).exists()
    assert not any(is_in_team(one) for one in (member, stranger, added))


def test_s13_a_link_made_before_the_approval_is_over_with_it(team: Person) -> None:
    other = second_of_team()
    added = add_person(actor=actor_of(team), name="Rana Newcomer-Invented", roles=("team",))
    invite_person(actor=actor_of(team), person=added, token=new_token())
    request = ApprovalRequest.objects.get(concerns=added)
    actions.approve_request(actor=actor_of(other), approval_request=request)
    assert is_in_team(added)
    assert not added.account_invitations.filter(used=False).exists()


def test_s05_a_new_person_and_the_link_to_an_account_ask_for_the_password(
    team: Person, sign_in: SignIn, settings: Any
) -> None:
    added = add_person(actor=SYSTEM, name="Rana Newcomer-Invented")
    browser, settings.CONFIRM_SECONDS = sign_in(team), 300
    assert browser.post("/en/people/new/", NEWCOMER).status_code == 403
    assert browser.post(page_of(added, "invite/")).status_code == 403
    assert Person.objects.filter(account=None).count() == 1
    assert not added.account_invitations.exists()
