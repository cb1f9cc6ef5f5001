"""A round in preparation: what is kept and told afterwards, hostile words, windows to the second, links and races."""

import re
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from time_machine import Traveller

from supportroom.invitations import actions as inviting
from supportroom.invitations.models import Invitation, Response, SupportRequest
from supportroom.invitations.vocabulary import TAKE_LIST
from supportroom.journal import door
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.once import fresh_key
from supportroom.notices.digests import queue
from supportroom.notices.models import Mail, Notice
from supportroom.notices.sending import send
from supportroom.people.actions import set_profile
from supportroom.people.models import Account, Person
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from supportroom.room.queries import forget_charter
from supportroom.rounds.actions import begin_reporting, remove_group, remove_session, start_round
from supportroom.rounds.actions.rounds import publish_round_step
from supportroom.rounds.models import Participant, Round
from supportroom.selection import actions as selecting
from supportroom.selection.models import Application, Listing
from supportroom.selection.queries import list_of
from supportroom.topics import actions as topics
from supportroom.topics.models import DiscussionPoint, Remark, Topic
from tests.architecture.conftest import signed_in
from tests.factories.invitations import accepted_by, invitation_to, invited_round
from tests.factories.notices import told
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.safety import permitted
from tests.factories.selection import make_prepared_round, make_quotas, make_registration
from tests.factories.topics import called_round, contributed, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.either_database, pytest.mark.usefixtures("clock")]
outside = pytest.mark.writes_outside_actions
CONTROLS = "\u202eevil\u2066\u200f\x00\x07"


def to(name: str, *parts: Any) -> str:
    with override("en"):
        return reverse(name, args=parts)


def of(person: Person) -> Client:
    return signed_in(Account.objects.get(person=person))


def published(round: Round) -> Round:
    """Take a round's last step as the publication of its report does, inside an action."""
    with transaction.atomic(), door._opened("tests"):
        return publish_round_step(Round.objects.get(pk=round.pk))


# --- what is kept, and told, once the report is out


@pytest.fixture
def over(member: Person, shielded_member: Person) -> Round:
    """A round that was prepared and published, with everything confided in between."""
    made = invited_round([member, shielded_member])
    opened = make_registration(made, closes_at=now() + timedelta(days=3))
    selecting.apply(actor=actor_of(member), registration=opened, text=words("I fled in 2013"))
    accepted_by(made, member, ("visa", "Passport of my mother"))
    given: dict[str, Any] = {
        "name": "Nour Third-Invented",
        "contact": "+963 000",
        "reason": words("My brother was taken"),
    }
    inviting.propose_substitute(
        actor=actor_of(shielded_member), invitation=invitation_to(made, shielded_member), **given
    )
    inviting.ask_question(actor=actor_of(member), invitation=invitation_to(made, member), text=words("Who pays?"))
    topic = Topic.objects.get(round=made)
    Topic.objects.filter(pk=topic.pk).update(proposed_by=member)
    Round.objects.filter(pk=made.pk).update(is_open_to_members=True)
    topic.refresh_from_db()
    topics.remark(actor=actor_of(member), topic=topic, text=words("I was there"))
    contributed(Topic.objects.select_related("round").get(pk=topic.pk), member)
    start_round(actor=SYSTEM, round=Round.objects.get(pk=made.pk))
    begin_reporting(actor=SYSTEM, round=Round.objects.get(pk=made.pk))
    return published(made)


@outside
def test_what_was_confided_for_a_round_is_forgotten_when_it_is_published(over: Round) -> None:
    assert not SupportRequest.objects.exists()
    assert not Application.objects.exists()
    for response in Response.objects.all():
        assert (response.support, response.substitute_name, response.substitute_contact) == ([], "", "")
        assert not response.reason
    assert over.questions.get().invitation is None
    assert Topic.objects.get(round=over).proposed_by is None
    assert set(Remark.objects.values_list("written_by", flat=True)) == {None}
    assert set(DiscussionPoint.objects.values_list("contributed_by", flat=True)) == {None}
    assert sorted(over.invitations.values_list("state", flat=True)) == ["accepted", "declined"], "that stays"


@outside
def test_after_its_report_a_preparation_is_read_only_for_everybody(
    over: Round, member: Person, shielded_member: Person, team: Person
) -> None:
    topic, point = Topic.objects.get(round=over), DiscussionPoint.objects.filter(topic__round=over).first()
    own, first, question = invitation_to(over, member), invitation_to(over, shielded_member), over.questions.get()
    assert point
    presses = [
        (member, "invitations:decline", own.pk, {}),
        (member, "invitations:question_ask", own.pk, {"text": "X"}),
        (member, "topics:remark_add", topic.pk, {"remark-text": "X", "remark-language": "en"}),
        (member, "topics:point_add", topic.pk, {"point-text": "X", "point-language": "en"}),
        (member, "selection:leave", over.pk, {}),
        (team, "invitations:question_answer", question.pk, {"answer_en": "X"}),
        (team, "invitations:invitation_withdraw", own.pk, {}),
        (team, "invitations:substitute_refuse", first.pk, {"reply": "X"}),
        (team, "invitations:invitation_remind", own.pk, {}),
        (team, "topics:topic_defer", topic.pk, {"reason_en": "X"}),
        (team, "topics:topic_to_agenda", topic.pk, {}),
        (team, "topics:point_settle", point.pk, {"verb": "take_up"}),
        (team, "selection:list_reopen", over.pk, {}),
        (team, "selection:list_confirm", over.pk, {}),
        (team, "programme:programme_publish", over.pk, {}),
        (team, "rounds:round_start", over.pk, {}),
    ]
    answers = [
        (name, of(who).post(to(name, part), {**form, "once": fresh_key()}).status_code)
        for who, name, part, form in presses
    ]
    assert [(name, status) for name, status in answers if status not in (403, 404, 409, 422)] == []


@outside
def test_of_a_preparation_its_report_tells_outsiders_and_its_pages_do_not(
    over: Round, observer: Person, addressee: Person, interpreter: Person
) -> None:
    topic = Topic.objects.get(round=over)
    for person in (observer, addressee):
        client = of(person)
        assert client.get(to("topics:topic_detail", topic.pk)).status_code == 404
        for name in ("topics:topic_list", "programme:programme", "programme:version_list", "rounds:round_detail"):
            answer = client.get(to(name, over.pk))
            assert answer.status_code == 200
            for secret in (
                "Visits",
                "Olive hall",
                "Contact-Invented",
                "It matters",
                to("topics:topic_detail", topic.pk),
            ):
                assert secret not in answer.content.decode(), name
    assert of(interpreter).get(to("topics:topic_detail", topic.pk)).status_code == 200


# --- words


def test_hidden_controls_and_endless_words_reach_no_record(member: Person, team: Person) -> None:
    made = called_round()
    client, place = of(member), to("topics:topic_add", made.pk)
    endless = {"title_en": "x" * 10_000, "why_en": "y" * 10_000, "once": fresh_key()}
    assert client.post(place, endless).status_code == 422
    client.post(place, {"title_en": f"Schools{CONTROLS}", "why_en": f"Now{CONTROLS}", "once": fresh_key()})
    for topic in Topic.objects.all():
        assert not set(f"{topic.title}{topic.why}") & set("\u202e\u2066\x00\x07")
    topic = proposed(made, member)
    reading = to("topics:reading_add", topic.pk)
    for address in (
        "javascript:alert(1)",
        "https://a.example@evil.example/",
        "https://x",
        "data:text/html,x",
        "//evil.example",
    ):
        form = {"reading-title": "T", "reading-language": "en", "reading-address": address, "once": fresh_key()}
        assert client.post(reading, form).status_code == 422, address
    assert not topic.readings.exists()


def test_s46_what_those_invited_write_is_no_formula_in_the_teams_sheets(member: Person, team: Person) -> None:
    made = invited_round([member])
    form = {"reason": '=HYPERLINK("http://evil.example")', "seen": "0"}
    assert of(member).post(to("invitations:decline", invitation_to(made, member).pk), form).status_code == 302
    permitted(TAKE_LIST, made, team)
    text = of(team).get(to("invitations:invitation_export_csv", made.pk)).content.decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert re.search(r'(^|,)"?=', text) is None


@outside
def test_s40_no_mail_carries_what_somebody_wrote(member: Person, settings: Any) -> None:
    settings.MAIL_IS_ON = True
    member.name, member.language = "Bcc: evil@example.org", "ar\nBcc: e@x"
    member.save()
    made = invited_round([member], title=words("Subject\nBcc: evil@example.org"))
    told()
    send()
    assert made
    (letter,) = [each for each in mail.outbox if each.to == [Account.objects.get(person=member).email]]
    plain = letter.message().as_string()
    assert "evil" not in plain
    assert "\nBcc" not in plain


@outside
@pytest.mark.parametrize("zone", ["", "Nowhere/At_All", "../../etc/passwd", "\x01", "Damascus"])
def test_one_clock_that_nobody_knows_keeps_nobody_else_from_being_told(
    zone: str, member: Person, stranger: Person, settings: Any
) -> None:
    settings.MAIL_IS_ON = True
    Person.objects.filter(pk=member.pk).update(time_zone=zone)
    invited_round([member, stranger])
    called_round()
    told()
    queue()
    assert Notice.objects.filter(person=stranger).exists()
    assert Mail.objects.filter(person=member).exists()
    assert of(member).get(to("desk:show")).status_code == 200


def test_somebody_without_an_account_or_a_profile_is_invited_all_the_same(team: Person, settings: Any) -> None:
    from supportroom.people.actions import add_person

    settings.MAIL_IS_ON = True
    nobody = add_person(actor=SYSTEM, name="Paper Guest-Invented")
    made = invited_round([nobody])
    told()
    assert not Mail.objects.filter(person=nobody).exists()
    permitted(TAKE_LIST, made, team)
    for name in ("invitations:invitation_list", "selection:draft_list", "invitations:invitation_export_xlsx"):
        assert of(team).get(to(name, made.pk)).status_code == 200


# --- links


@outside
def test_the_secret_calendar_is_kept_by_nobody_and_says_nothing(member: Person) -> None:
    invited_round([member])
    accepted_by(Round.objects.get(), member)
    page = of(member).post(to("programme:calendar"), {"once": fresh_key()})
    (address,) = re.findall(r"https?://[^\s\"<]+\.ics", page.content.decode())
    token = address.rpartition("/")[2].removesuffix(".ics")
    answer = Client().get(address.replace("http://testserver", ""))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert not answer.cookies
    for secret in ("Detainees", "Olive", "Salma", "http", token):
        assert secret not in answer.content.decode()
    for wrong in (token[:-1], token + "x", token.swapcase(), "x" * 300, "%00"):
        assert Client().get(f"/en/calendar/{wrong}.ics").status_code == 404
    assert Client().post(address.replace("http://testserver", "")).status_code in (403, 405)
    Account.objects.filter(person=member).update(is_active=False)
    assert Client().get(address.replace("http://testserver", "")).status_code == 404


# --- the exact second, and the same press again


def test_a_mark_counts_to_the_last_second_of_the_call(member: Person, clock: Traveller) -> None:
    made = called_round(closes_at=now() + timedelta(hours=1))
    topic, support = proposed(made, member), partial(topics.support_topic, actor=actor_of(member))
    clock.shift(3599)
    support(topic=topic)
    clock.shift(1)
    with pytest.raises(DomainError, match="call_not_open"):
        topics.take_mark_back(actor=actor_of(member), topic=topic)


def test_the_same_press_with_a_fresh_key_says_what_stands(member: Person) -> None:
    made = called_round()
    client, place = of(member), to("topics:topic_support", proposed(made, member).pk)
    key = fresh_key()
    assert [client.post(place, {"once": each}).status_code for each in (key, key, fresh_key())] == [302, 302, 422]


# --- what others rest on, taken away


@pytest.fixture
def charter_of_three(room: Room) -> Room:
    """A charter with a third language and two countries whose regions are told apart."""
    amend_charter(actor=SYSTEM, room=room, seen=room.version, languages=["ar", "en", "fr"], countries=["SY", "TR"])
    return Room.objects.get()


def test_a_charter_that_is_changed_midway_breaks_no_page(charter_of_three: Room, member: Person, team: Person) -> None:
    set_profile(actor=SYSTEM, person=member, region="SY-HL", gender="woman")
    made = invited_round([member])
    selecting.reopen_list(actor=SYSTEM, draft_list=list_of(made))
    make_quotas(made, ("region", "SY-HL", 10), ("region", "TR-27", 40), ("women", "", 30))
    charter = charter_of_three
    amend_charter(actor=SYSTEM, room=charter, seen=charter.version, languages=["ar", "en"], countries=[])
    forget_charter()
    topic, invitation = Topic.objects.get(round=made), invitation_to(made, member)
    of_round = ("selection:draft_list", "selection:quotas", "selection:candidate_list", "invitations:letter_edit",
                "invitations:invitation_list", "programme:programme", "topics:topic_list")  # fmt: skip
    for name in of_round:
        assert of(team).get(to(name, made.pk)).status_code == 200, name
    for person, name, part in (
        (member, "invitations:invitation_detail", invitation.pk),
        (team, "topics:topic_detail", topic.pk),
        (team, "people:person_detail", member.pk),
    ):
        assert of(person).get(to(name, part)).status_code == 200, name
    assert of(member).get(to("people:profile")).status_code == 200
    accepted_by(made, member)
    assert of(team).get(to("rounds:participant_list", made.pk)).status_code == 200


@outside
def test_a_group_taken_out_before_the_answer_leaves_a_place_in_no_group(member: Person, team: Person) -> None:
    made = invited_round([member], groups=2)
    group = made.groups.last()
    Listing.objects.filter(person=member).update(group=group)
    Invitation.objects.filter(person=member).update(group=group)
    assert group
    remove_group(actor=SYSTEM, group=group)
    accepted_by(made, member)
    assert Participant.objects.get(person=member).group is None
    for name in ("selection:draft_list", "invitations:invitation_list", "rounds:attendance"):
        assert of(team).get(to(name, made.pk)).status_code == 200


def test_a_session_taken_out_leaves_its_version_and_no_door(member: Person, team: Person) -> None:
    made = invited_round([member])
    accepted_by(made, member)
    session = made.sessions.get()
    file = to("programme:session_calendar", session.pk)
    remove_session(actor=SYSTEM, session=session)
    for person in (member, team):
        for name in ("programme:programme", "programme:version_list", "rounds:round_detail"):
            assert of(person).get(to(name, made.pk)).status_code == 200
    assert of(member).get(file).status_code == 404


def test_whoever_holds_another_office_is_given_no_place(
    member: Person, observer: Person, addressee: Person, office: Person, team: Person
) -> None:
    made = make_prepared_round()
    client, place = of(team), to("selection:candidate_list", made.pk)
    for person in (observer, addressee, office):
        assert client.post(place, {"person": str(person.pk), "once": fresh_key()}).status_code == 422
    assert client.post(place, {"person": [str(member.pk), str(observer.pk)], "once": fresh_key()}).status_code == 302
    assert [each.person for each in Listing.objects.all()] == [member]
    invited = invited_round([member])
    own = invitation_to(invited, member)
    inviting.propose_substitute(actor=actor_of(member), invitation=own, name=observer.name)
    confirm = to("invitations:substitute_confirm", invitation_to(invited, member).pk)
    assert str(observer.pk) not in client.get(confirm).content.decode()
    assert client.post(confirm, {"person": str(observer.pk), "once": fresh_key()}).status_code == 422


@pytest.mark.parametrize("hostile", ["\x00", "9" * 400, "-1", "\u202e'\"<script>", "../..", "%", "\udcff"])
def test_what_is_asked_in_an_address_breaks_no_page_of_a_preparation(
    hostile: str, member: Person, team: Person
) -> None:
    made = invited_round([member])
    topic, own = Topic.objects.get(round=made), invitation_to(made, member)
    inviting.propose_substitute(actor=actor_of(member), invitation=own, name="Somebody")
    asked = dict.fromkeys(
        ("q", "page", "state", "view", "find", "group", "day", "topic", "source", "region", "all"), hostile
    )
    permitted(TAKE_LIST, made, team)
    query = urlencode(asked, errors="surrogateescape")
    for person, name, part in (
        (team, "selection:draft_list", made.pk),
        (team, "selection:candidate_list", made.pk),
        (team, "invitations:invitation_list", made.pk),
        (team, "invitations:invitation_export_csv", made.pk),
        (team, "invitations:substitute_confirm", own.pk),
        (team, "topics:topic_contact", topic.pk),
        (team, "topics:topic_list", made.pk),
        (team, "rounds:attendance", made.pk),
        (member, "topics:topic_list", made.pk),
        (member, "invitations:question_ask", own.pk),
    ):
        answer = of(person).get(f"{to(name, part)}?{query}")
        assert answer.status_code in (200, 404), name
        assert "<script>" not in answer.content.decode(), name
    assert of(member).get(f"{to('notices:notice_list')}?{query}").status_code in (200, 404)
