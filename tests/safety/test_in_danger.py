"""Somebody is arrested, or loses their phone: locking, unlocking, closing; who is told, and of what."""

import re
from typing import Any

import pytest
import time_machine
from django.core import mail as post
from django.test import Client
from django.urls import reverse

from supportroom.journal.door import _opened
from supportroom.journal.models import Entry, reference
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError
from supportroom.notices.models import Notice
from supportroom.notices.telling import tell
from supportroom.people.actions import invite_person
from supportroom.people.models import Account, Person, Profile, SignedIn, Wait
from supportroom.people.tokens import digest_of, new_token
from supportroom.programme.actions import open_calendar
from supportroom.programme.models import CalendarLink
from supportroom.room.models import Room
from supportroom.safety import actions
from supportroom.safety.former import FORMER
from supportroom.safety.lifecycle import ACCOUNT, BUDDY, INCIDENT
from supportroom.safety.locking import lock, unlock
from supportroom.safety.models import Buddy, Incident, Standing
from supportroom.safety.queries import focal_point
from supportroom.safety.vocabulary import FOCAL_POINT, LOCK, UNLOCK
from tests.factories.personas import PASSWORD, actor_of
from tests.factories.safety import (
    approved,
    asked_for,
    buddies,
    invited_anew,
    named_focal_point,
    reported,
    second_of_team,
)


def refusal(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as caught:
        act(**given)
    return caught.value.code


def words_at_sign_in(email: str, password: str) -> tuple[int, str]:
    """Give what the sign-in page says, without what differs from form to form, an hour after any other try."""
    Wait.objects.all().delete()
    answer = Client().post("/en/sign-in/", {"login": email, "password": password})
    main = answer.content.decode().partition("<main")[2].replace(email, "")
    return answer.status_code, re.sub(r'value="[^"]*"', "", main)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(Account.objects.get(person=person))
    return client


def test_s47_a_buddy_locks_at_once_and_two_of_the_team_unlock(member: Person, stranger: Person, team: Person) -> None:
    pair, phone, email = buddies(member, stranger), signed_in(member), Account.objects.get(person=member).email
    assert phone.get("/en/desk/").status_code == 200
    actions.lock_as_buddy(actor=actor_of(stranger), buddy=pair)
    assert "/sign-in/" in phone.get("/en/desk/")["Location"]
    locked_words = words_at_sign_in(email, PASSWORD)
    assert locked_words == words_at_sign_in(email, "a wrong guess on the sill")
    assert words_at_sign_in("nobody@example.org", PASSWORD) == locked_words
    other = second_of_team()
    request = asked_for(UNLOCK, member, team)
    with pytest.raises(Denied):
        actions.approve_request(actor=actor_of(team), approval_request=request)
    actions.approve_request(actor=actor_of(other), approval_request=request)
    assert words_at_sign_in(email, PASSWORD) == locked_words  # what was forced out of somebody opens nothing any more
    assert invite_person(actor=actor_of(team), person=member, token=new_token()).person_id == member.pk
    assert "/sign-in/" in phone.get("/en/desk/")["Location"]


def test_s47_two_of_the_team_lock_and_what_is_theirs_stays(member: Person, team: Person) -> None:
    Profile.objects.create(person=member, network="Olive net")
    lock_entries = approved(LOCK, member, team, second_of_team())
    assert not Account.objects.get(person=member).is_active
    assert Profile.objects.get(person=member).network == "Olive net"
    assert Person.objects.get(pk=member.pk).name == member.name
    assert Entry.objects.filter(thing=reference(lock_entries)).count() == 2


def test_s47_a_buddy_locks_once_a_day_and_never_unlocks(
    member: Person, stranger: Person, team: Person, clock: time_machine.Traveller
) -> None:
    pair = buddies(member, stranger)
    actions.lock_as_buddy(actor=actor_of(stranger), buddy=pair)
    with pytest.raises(Denied):
        asked_for(UNLOCK, member, stranger)
    approved(UNLOCK, member, team, second_of_team())
    invited_anew(member)
    assert refusal(actions.lock_as_buddy, actor=actor_of(stranger), buddy=pair) == "safety.locked_today"
    clock.shift(24 * 3600)
    actions.lock_as_buddy(actor=actor_of(stranger), buddy=pair)
    assert refusal(asked_for, kind=LOCK, person=member, by=team) == "safety.no_account"


def test_s47_who_was_only_asked_locks_nothing_and_nobody_else_sees_the_pair(
    member: Person, stranger: Person, team: Person, facilitator: Person
) -> None:
    pair = buddies(member, stranger, agreed=False)
    for somebody in (stranger, team, facilitator):
        with pytest.raises(Denied):
            actions.lock_as_buddy(actor=actor_of(somebody), buddy=pair)
    address = reverse("safety:buddy_lock", args=[pair.pk])
    assert (
        signed_in(team).post(address).status_code
        == signed_in(team).post(address.replace(str(pair.pk), "7")).status_code
    )
    for somebody in (team, facilitator):
        assert member.name not in signed_in(somebody).get("/en/settings/more/").content.decode()
    assert not Entry.objects.filter(facts__icontains=stranger.name).exists()
    assert refusal(actions.name_buddy, actor=actor_of(member), person=member, name="Hala") == "safety.buddy_first"
    actions.end_buddy(actor=actor_of(stranger), buddy=pair)
    for name, code in ((member.name, "not_oneself"), ("Nobody At All", "no_such_member"), ("", "no_such_member")):
        assert refusal(actions.name_buddy, actor=actor_of(member), person=member, name=name) == f"safety.{code}"


def test_accounts_and_buddies_take_the_steps_of_their_tables_and_no_other(member: Person, stranger: Person) -> None:
    steps = {"lock": lock, "unlock": unlock}
    for state in ACCOUNT.states:
        for verb, take in steps.items():
            Standing.objects.all().delete()
            Account.objects.filter(person=member).delete()
            invited_anew(member)
            Standing.objects.create(person=member, state=state, since=now())
            with _opened("tests.step"):  # the steps are plain functions of other actions
                if ACCOUNT.allows(state, verb):
                    take(member)
                    assert Standing.objects.get().state == ACCOUNT.step(state, verb).target
                else:
                    assert refusal(take, person=member) == "kernel.not_now", (state, verb)
    invited_anew(member)
    pair = buddies(member, stranger)
    assert pair.state == BUDDY.step("asked", "agree").target
    assert refusal(actions.agree_to_buddy, actor=actor_of(stranger), buddy=pair) == "kernel.not_now"


def test_s47_the_team_is_told_of_a_buddys_lock_by_a_mail_that_says_nothing(
    member: Person, stranger: Person, team: Person
) -> None:
    actions.lock_as_buddy(actor=actor_of(stranger), buddy=buddies(member, stranger))
    tell()
    told = Notice.objects.filter(kind="safety.lock_as_buddy").values_list("person_id", flat=True)
    assert list(told) == [team.pk]


def test_s47_closing_takes_one_request_and_leaves_no_session_address_or_name(member: Person, stranger: Person) -> None:
    phone, laptop, buddy = signed_in(member), signed_in(member), signed_in(stranger)
    account = Account.objects.get(person=member)
    buddies(member, stranger)
    page = laptop.get("/en/settings/account/").content.decode()
    assert "<title>Settings</title>" in page
    refused = laptop.post("/en/settings/account/", {"words": "keep"})
    assert refused.status_code == 422
    answer = laptop.post("/en/settings/account/", {"words": "keep", "sure": "on"})
    assert answer.status_code == 200
    assert "storage" in answer["Clear-Site-Data"]
    for browser in (phone, laptop):
        assert "/sign-in/" in browser.get("/en/desk/")["Location"]
    assert buddy.get("/en/desk/").status_code == 200
    assert not Account.objects.at_address(account.email).exists()
    assert not SignedIn.objects.filter(account_id=account.pk).exists()
    former = Person.objects.get(pk=member.pk)
    assert (former.name, former.roles, former.organisation, former.search_text) == (FORMER, [], None, "")
    assert not Buddy.objects.exists()


def test_s47_closing_removes_what_may_be_removed_if_it_is_wished(member: Person, team: Person) -> None:
    for person in (member, team):
        actions.close_account(actor=actor_of(person), person=person, removes=True)
        assert {each.name for each in Person.objects.filter(pk=person.pk)} <= {FORMER}
        assert not Account.objects.filter(person=person).exists()


def test_a_locked_account_closes_nothing(member: Person, team: Person) -> None:
    actor = actor_of(member)
    approved(LOCK, member, team, second_of_team())
    assert refusal(actions.close_account, actor=actor, person=member) == "safety.gone"


def test_only_the_focal_point_and_the_reporter_read_a_report(
    member: Person, facilitator: Person, team: Person, stranger: Person
) -> None:
    assert refusal(reported, by=member) == "safety.no_focal_point"
    named_focal_point(facilitator, team, second_of_team())
    incident = reported(member, words="canary of the night")
    address = reverse("safety:incident_detail", args=[incident.pk])
    for who, status in ((member, 200), (facilitator, 200), (team, 404), (stranger, 404)):
        answer = signed_in(who).get(address)
        assert answer.status_code == status, who
        assert ("canary of the night" in answer.content.decode()) == (status == 200)
    focal = signed_in(facilitator)
    for verb, note in (("take", "I called back."), ("close", "They are safe.")):
        assert focal.post(address, {"verb": verb, "note": note}).status_code == 302
    assert [(step.verb, step.by_id) for step in incident.steps.all()] == [
        ("report", member.pk),
        ("take", facilitator.pk),
        ("close", facilitator.pk),
    ]
    entries = Entry.objects.filter(thing=reference(incident), actor=member.ref)
    assert not entries.exists()
    tell()
    assert set(Notice.objects.filter(kind="safety.report_incident").values_list("person_id", flat=True)) == {
        facilitator.pk
    }
    assert not post.outbox


def test_who_takes_reports_is_named_to_members_and_to_no_outsider(
    member: Person, facilitator: Person, team: Person, office: Person, observer: Person
) -> None:
    named_focal_point(facilitator, team, second_of_team())
    assert facilitator.name in signed_in(member).get(reverse("safety:incident_report")).content.decode()
    for outsider in (office, observer):
        incident = reported(outsider)
        actions.take_incident(actor=actor_of(facilitator), incident=incident, note="Seen.")
        browser = signed_in(outsider)
        for address in (reverse("safety:incident_report"), reverse("safety:incident_detail", args=[incident.pk])):
            page = browser.get(address.replace("/ar/", "/en/", 1)).content.decode()
            assert facilitator.name not in page
            assert "the person whom the room named for this" in page


def test_a_report_takes_the_steps_of_its_table_and_no_other(member: Person, facilitator: Person, team: Person) -> None:
    named_focal_point(facilitator, team, second_of_team())
    steps = {"take": actions.take_incident, "close": actions.close_incident}
    for state in INCIDENT.states:
        for verb, act in steps.items():
            incident = reported(member)
            Incident.objects.filter(pk=incident.pk).update(state=state)
            incident.refresh_from_db()
            if INCIDENT.allows(state, verb):
                act(actor=actor_of(facilitator), incident=incident)
                assert Incident.objects.get(pk=incident.pk).state == INCIDENT.step(state, verb).target
            else:
                assert refusal(act, actor=actor_of(facilitator), incident=incident) == "kernel.not_now", (state, verb)


def _locked_or_closed(person: Person, by: Person, other: Person, *, closes: bool) -> None:
    if closes:
        actions.close_account(actor=actor_of(person), person=person)
    else:
        approved(LOCK, person, by, other)


def test_s47_who_can_no_longer_sign_in_takes_no_report_and_the_team_learns_that_nobody_does(
    member: Person, facilitator: Person, team: Person, stranger: Person
) -> None:
    other, nobody_reads = second_of_team(), "Nobody can read reports of incidents"
    assert nobody_reads in signed_in(team).get("/en/desk/").content.decode(), "the room begins with nobody"
    for focal in (facilitator, stranger):
        named_focal_point(focal, team, other)
        assert focal_point() == focal
        assert nobody_reads not in signed_in(team).get("/en/desk/").content.decode()
        _locked_or_closed(focal, team, other, closes=focal == stranger)
        assert focal_point() is None
        assert refusal(reported, by=member) == "safety.no_focal_point"
        assert "The room has not named" in signed_in(member).get("/en/settings/more/").content.decode()
        assert "nobody yet" in signed_in(team).get("/en/approvals/").content.decode()
        assert nobody_reads in signed_in(team).get("/en/desk/").content.decode()
        assert nobody_reads not in signed_in(member).get("/en/desk/").content.decode()
    assert Room.objects.get().focal_point_id is None, "a former member is named for nothing"


def test_s47_nobody_is_named_who_lost_their_account_while_the_request_waited(facilitator: Person, team: Person) -> None:
    request, other = asked_for(FOCAL_POINT, facilitator, team), second_of_team()
    lock_asked = asked_for(LOCK, facilitator, team)
    actions.approve_request(actor=actor_of(other), approval_request=lock_asked)
    asked = {"actor": actor_of(other), "approval_request": request}
    assert refusal(actions.approve_request, **asked) == "safety.no_account"
    assert Room.objects.get().focal_point_id is None


def test_s47_a_note_that_comes_after_the_close_is_refused_with_its_words(
    member: Person, facilitator: Person, team: Person
) -> None:
    named_focal_point(facilitator, team, second_of_team())
    incident = reported(member)
    address = reverse("safety:incident_detail", args=[incident.pk]).replace("/ar/", "/en/", 1)
    actions.close_incident(actor=actor_of(facilitator), incident=incident)
    assert "<textarea" not in signed_in(member).get(address).content.decode()
    answer = signed_in(member).post(address, {"verb": "note", "note": "canary of the morning"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "canary of the morning" in page
    assert 'role="alert"' in page
    assert 'name="verb"' not in page, "nothing more can be sent"


def test_s47_lock_unlock_and_close_end_the_address_of_a_calendar(
    member: Person, stranger: Person, team: Person
) -> None:
    other = second_of_team()
    for person in (member, stranger):
        token = new_token()
        open_calendar(actor=actor_of(person), person=person, token=token)
        feed = f"/en/calendar/{token}.ics"
        assert Client().get(feed).status_code == 200
        _locked_or_closed(person, team, other, closes=person == stranger)
        assert not CalendarLink.objects.filter(person=person).exists()
        assert Client().get(feed).status_code == 404
    CalendarLink.objects.create(person=member, digest=digest_of("kept by a lock of before"))
    approved(UNLOCK, member, team, other)
    invited_anew(member)
    assert Client().get("/en/calendar/kept by a lock of before.ics").status_code == 404
    assert not CalendarLink.objects.exists()
