"""A round in preparation, attacked by those who are in it and by those who are not: what they may not do or learn."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.invitations import actions as inviting
from supportroom.invitations.models import Invitation, JointDecline, Question, Signature
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import random_id
from supportroom.notices.models import Following, Notice
from supportroom.people.actions import take_role
from supportroom.people.models import Account, Person
from supportroom.rounds.actions import amend_participant, amend_session, remove_participant, start_round
from supportroom.rounds.models import Participant, Round
from supportroom.selection.actions import reopen_list
from supportroom.selection.models import Listing
from supportroom.selection.queries import list_of
from supportroom.topics import actions as topics
from supportroom.topics.models import Mark, Topic
from tests.architecture.conftest import signed_in
from tests.factories.invitations import accepted_by, invitation_to, invited_round
from tests.factories.notices import kinds_told, told
from tests.factories.personas import actor_of, make_person
from tests.factories.programme import published as programme_published
from tests.factories.rounds import words
from tests.factories.selection import listing_of, make_quotas
from tests.factories.topics import called_round, proposed, supported

pytestmark = [pytest.mark.django_db, pytest.mark.either_database, pytest.mark.usefixtures("clock")]
outside = pytest.mark.writes_outside_actions
CONTACT = "Rana Contact-Invented"


def to(name: str, *parts: Any) -> str:
    with override("en"):
        return reverse(name, args=parts)


def of(person: Person) -> Client:
    return signed_in(Account.objects.get(person=person))


def read(person: Person, name: str, *parts: Any) -> str:
    return of(person).get(to(name, *parts)).content.decode()


@pytest.fixture
def guests(room: None, member: Person, shielded_member: Person) -> list[Person]:
    return [member, shielded_member, *(make_person(f"Guest {n} Invented", "member") for n in range(2))]


@pytest.fixture
def round_(guests: list[Person]) -> Round:
    """A round to which four people are invited: one has accepted."""
    made = invited_round(guests, groups=2)
    amend_session(actor=SYSTEM, session=made.sessions.get(), facilitator_is_sought=True)
    accepted_by(made, guests[1], ("visa", "A visa for two"))
    return Round.objects.get(pk=made.pk)


def posts_of_the_team(made: Round) -> list[tuple[str, dict[str, Any]]]:
    """Give every press of the team's pages of a preparation, with forms that would be taken from the team."""
    topic, session = Topic.objects.get(round=made), made.sessions.get()
    invitation = Invitation.objects.filter(round=made, state="sent").first()
    need = made.invitations.get(state="accepted").support_requests.get()
    assert invitation
    of_round = {
        "topics:call_edit": {"marks": "9"},
        "topics:call_close": {},
        "topics:call_count": {},
        "programme:programme_publish": {},
        "selection:candidate_list": {"all": "1"},
        "selection:listings_change": {"verb": "remove", "all": "1"},
        "selection:list_places": {"places": "9"},
        "selection:list_confirm": {},
        "selection:list_reopen": {},
        "selection:list_import": {"parcel": "x"},
        "selection:quotas": {},
        "selection:registration_edit": {"criteria_en": "x"},
        "invitations:letter_edit": {"text_en": "x"},
        "invitations:term_extend": {"day": "2026-06-25", "hour": "12:00"},
        "invitations:invitations_send": {},
        "rounds:round_start": {},
    }
    of_topic = {
        "topics:topic_to_agenda": {},
        "topics:topic_move": {"way": "later"},
        "topics:topic_defer": {"reason_en": "x"},
        "topics:topic_merge": {"into": str(topic.pk)},
        "topics:topic_contact": {"contact": "x", "competence_en": "x"},
    }
    of_invitation = {
        "invitations:invitation_withdraw": {},
        "invitations:invitation_remind": {},
        "invitations:invitation_extend": {"day": "2026-06-25", "hour": "12:00"},
        "invitations:substitute_confirm": {"name": "x"},
        "invitations:substitute_refuse": {"reply": "x"},
    }
    parts = [(of_round, made), (of_topic, topic), (of_invitation, invitation)]
    presses = [(to(name, thing.pk), form) for forms, thing in parts for name, form in forms.items()]
    presses += [
        (to("programme:session_topics", session.pk), {}),
        (to("notices:outbox"), {}),
        (to("notices:mails_again"), {"until": "2027-01-01T00:00:00+00:00"}),
    ]
    return [*presses, (to("invitations:request_settle", need.pk), {"outcome": "arranged"})]


@pytest.mark.parametrize(
    "persona", ["stranger", "observer", "addressee", "interpreter", "office", "member", "shielded_member"]
)
def test_what_the_team_presses_nobody_else_presses(persona: str, round_: Round, request: pytest.FixtureRequest) -> None:
    client = of(request.getfixturevalue(persona))
    presses, before = posts_of_the_team(round_), Entry.objects.count()
    taken = [(place, client.post(place, form).status_code) for place, form in presses]
    assert [(place, status) for place, status in taken if status not in (403, 404)] == []
    assert Entry.objects.count() == before
    assert [
        (place, status)
        for place, status in ((place, client.get(place).status_code) for place, _form in presses)
        if status == 200
    ] == []


@pytest.mark.parametrize(
    "persona", ["stranger", "observer", "addressee", "interpreter", "office", "team", "shielded_member"]
)
def test_an_invitation_is_answered_by_nobody_else_whatever_is_sent(
    persona: str, round_: Round, member: Person, request: pytest.FixtureRequest
) -> None:
    invitation = invitation_to(round_, member)
    client = of(request.getfixturevalue(persona))
    for name in ("accept", "decline", "substitute_propose", "question_ask", "joint_begin"):
        form = {"name": "X", "contact": "X", "text": "X", "text_en": "X", "organisation": "X", "person": str(member.pk)}
        assert client.post(to(f"invitations:{name}", invitation.pk), form).status_code in (403, 404)
    assert invitation_to(round_, member).state == "sent"
    assert not Question.objects.exists()
    assert not JointDecline.objects.exists()


# --- who is not invited any more


def test_whose_invitation_was_withdrawn_learns_nothing_new(round_: Round, member: Person) -> None:
    invitation = invitation_to(round_, member)
    assert CONTACT in read(member, "invitations:invitation_detail", invitation.pk)
    inviting.withdraw_invitation(actor=SYSTEM, invitation=invitation)
    amend_session(actor=SYSTEM, session=round_.sessions.get(), place=words("The new hiding place"))
    programme_published(round_)
    page = read(member, "invitations:invitation_detail", invitation.pk)
    assert "Dear member" in page
    for secret in (CONTACT, "The new hiding place", "Olive hall"):
        assert secret not in page
    for name in ("rounds:round_detail", "programme:programme", "topics:topic_list", "invitations:question_list"):
        status = of(member).get(to(name, round_.pk)).status_code
        assert status == (404 if name.startswith("invitations") or not round_.is_open_to_members else 200), name
    told()
    assert "programme.publish_programme" not in kinds_told(member)


def test_a_term_is_not_moved_for_whom_is_not_invited_any_more(round_: Round, member: Person) -> None:
    inviting.withdraw_invitation(actor=SYSTEM, invitation=invitation_to(round_, member))
    later = round_.letter.answer_by.replace(day=25)
    with pytest.raises(DomainError, match="not_waiting"):
        inviting.extend_term(
            actor=SYSTEM, letter=round_.letter, answer_by=later, invitation=invitation_to(round_, member)
        )


def test_who_signed_takes_back_that_they_are_named_though_their_invitation_was_withdrawn(
    round_: Round, member: Person
) -> None:
    given: dict[str, Any] = {"text": words("We decline."), "organisation": "Olive Branch Circle", "may_be_named": True}
    joint = inviting.begin_joint_decline(actor=actor_of(member), invitation=invitation_to(round_, member), **given)
    inviting.withdraw_invitation(actor=SYSTEM, invitation=invitation_to(round_, member))
    answer = of(member).post(to("invitations:joint_detail", joint.code), {"organisation": "Olive Branch Circle"})
    assert answer.status_code == 302
    assert not Signature.objects.get().may_be_named


def test_accepting_again_undoes_nothing_that_the_team_did(round_: Round, shielded_member: Person) -> None:
    row, other = Participant.objects.get(round=round_, person=shielded_member), round_.groups.last()
    amend_participant(actor=SYSTEM, participant=row, group=other)
    accepted_by(round_, shielded_member, ("care", ""))
    row.refresh_from_db()
    assert row.group == other
    remove_participant(actor=SYSTEM, participant=row)
    accepted_by(round_, shielded_member)
    assert not Participant.objects.filter(round=round_, person=shielded_member).exists()


def test_a_contact_person_whose_role_was_taken_answers_and_reads_no_more(round_: Round, member: Person) -> None:
    topic = Topic.objects.get(round=round_)
    helper = make_person("Hadi Helper-Invented", "office")
    topics.name_contact(actor=SYSTEM, topic=topic, contact=helper, competence=words("Knows it"))
    asked = inviting.ask_question(
        actor=actor_of(member), invitation=invitation_to(round_, member), text=words("Who pays?"), topic=topic
    )
    assert "Who pays?" in read(helper, "invitations:question_list", round_.pk)
    take_role(actor=SYSTEM, person=helper, role="office")
    client = of(helper)
    assert client.get(to("invitations:question_list", round_.pk)).status_code == 404
    assert client.post(to("invitations:question_answer", asked.pk), {"answer_en": "Nobody"}).status_code == 404


@outside
def test_a_follower_who_sees_a_round_no_more_is_told_of_it_no_more(round_: Round, member: Person) -> None:
    Round.objects.filter(pk=round_.pk).update(is_open_to_members=False)
    thing = f"rounds.round:{round_.pk}"
    assert of(member).post(to("notices:follow"), {"thing": thing}).status_code == 302
    inviting.withdraw_invitation(actor=SYSTEM, invitation=invitation_to(round_, member))
    told()
    Notice.objects.all().delete()
    start_round(actor=SYSTEM, round=Round.objects.get(pk=round_.pk))
    told()
    assert kinds_told(member) == []
    assert of(member).post(to("notices:unfollow"), {"thing": thing}).status_code == 302, "one can still stop"


def test_what_is_hidden_is_followed_and_left_like_what_does_not_exist(
    round_: Round, observer: Person, member: Person
) -> None:
    call = called_round()
    taken_back = topics.withdraw_topic(actor=actor_of(member), topic=proposed(call, member))
    refs = [
        f"rounds.round:{round_.pk}",
        f"people.person:{member.pk}",
        f"rounds.round:{random_id()}",
        "people.account:x",
        f"topics.topic:{taken_back.pk}",
        f"invitations.invitation:{invitation_to(round_, member).pk}",
    ]
    client = of(observer)
    for name in ("follow", "unfollow"):
        assert {client.post(to(f"notices:{name}"), {"thing": ref}).status_code for ref in refs} == {404}
    stranger = make_person("Wael Watcher-Invented", "member")
    assert of(stranger).post(to("notices:follow"), {"thing": f"topics.topic:{taken_back.pk}"}).status_code == 404
    assert not Following.objects.exists()


# --- things of another round


def test_things_of_another_round_are_named_in_no_form(round_: Round, team: Person, member: Person) -> None:
    other = invited_round([make_person("Other Guest-Invented", "member")], groups=2)
    foreign_group, foreign_topic = other.groups.get(position=2), Topic.objects.get(round=other)
    topic, session = Topic.objects.get(round=round_), round_.sessions.get()
    point, foreign_point = topic.discussion_points.get(), foreign_topic.discussion_points.get()
    foreign_listing = Listing.objects.get(draft_list__round=other)
    lead, own = of(team), of(member)
    invitation = invitation_to(round_, member)
    assert lead.post(to("selection:list_reopen", round_.pk)).status_code == 302
    listing = listing_of(round_, member)
    tries = [
        lead.post(to("topics:topic_merge", topic.pk), {"into": str(foreign_topic.pk)}),
        lead.post(to("topics:point_settle", point.pk), {"verb": "merge", "into": str(foreign_point.pk)}),
        own.post(to("invitations:question_ask", invitation.pk), {"topic": str(foreign_topic.pk), "text": "X"}),
        lead.post(to("selection:listings_change", round_.pk), {"verb": "remove", "listing": str(foreign_listing.pk)}),
    ]
    assert [answer.status_code for answer in tries] == [422] * len(tries)
    lead.post(to("selection:listings_change", round_.pk), {"listing": str(listing.pk), "group": str(foreign_group.pk)})
    lead.post(
        to("programme:session_topics", session.pk), {f"topic_{foreign_topic.pk}": "on", "seen": str(session.version)}
    )
    listing.refresh_from_db()
    assert listing.group_id != foreign_group.pk
    assert not session.session_topics.filter(topic=foreign_topic).exists()
    with pytest.raises(DomainError):
        inviting.extend_term(
            actor=SYSTEM, letter=other.letter, answer_by=other.letter.answer_by.replace(day=25), invitation=invitation
        )


def test_a_topic_into_which_others_went_is_not_taken_back(member: Person, stranger: Person) -> None:
    made = called_round()
    kept, gone = proposed(made, member, "Mine"), supported(proposed(made, stranger, "Theirs"), stranger)
    topics.merge_topic(actor=SYSTEM, topic=gone, into=kept)
    with pytest.raises(DomainError, match="settled"):
        topics.withdraw_topic(actor=actor_of(member), topic=Topic.objects.get(pk=kept.pk))
    assert "Take back" not in read(member, "topics:topic_detail", kept.pk)
    assert Mark.objects.filter(topic=kept, person=stranger).exists()


# --- where, who, and afterwards


@outside
def test_where_a_round_meets_a_member_who_is_not_invited_does_not_learn(
    round_: Round, member: Person, stranger: Person
) -> None:
    Round.objects.filter(pk=round_.pk).update(is_open_to_members=True)
    amend_session(
        actor=SYSTEM, session=round_.sessions.get(), place=words("Fig cellar"), link="https://meet.example.org/secret"
    )
    programme_published(round_, note="We had to leave the Olive hall")
    pages: list[tuple[Any, ...]] = [
        ("programme:programme", round_.pk),
        ("programme:version_list", round_.pk),
        ("programme:version_detail", round_.pk, 1),
        ("programme:version_detail", round_.pk, 2),
        ("rounds:round_detail", round_.pk),
        ("topics:topic_detail", Topic.objects.get(round=round_).pk),
    ]
    for name, *parts in pages:
        for place in ("Olive hall", "Fig cellar", "meet.example.org", CONTACT):
            assert place not in read(stranger, name, *parts), name
    assert "Fig cellar" in read(member, "programme:programme", round_.pk), "who is invited knows"
    assert "meet.example.org" not in read(member, "programme:programme", round_.pk), "the link is for who comes"


@outside
def test_how_many_come_is_not_counted_before_somebody_who_only_follows(
    round_: Round, stranger: Person, member: Person
) -> None:
    Round.objects.filter(pk=round_.pk).update(is_open_to_members=True, state="running")
    assert "<dt>Participants</dt>" not in read(stranger, "rounds:round_detail", round_.pk)
    accepted = Participant.objects.get(round=round_).person
    assert "<dt>Participants</dt>" in read(accepted, "rounds:round_detail", round_.pk)


@outside
def test_who_declined_does_not_look_on_when_the_round_has_begun(round_: Round, member: Person) -> None:
    inviting.decline(actor=actor_of(member), invitation=invitation_to(round_, member))
    Round.objects.filter(pk=round_.pk).update(is_open_to_members=False)
    assert of(member).get(to("rounds:round_detail", round_.pk)).status_code == 200
    start_round(actor=SYSTEM, round=Round.objects.get(pk=round_.pk))
    for name in ("rounds:round_detail", "programme:programme", "topics:topic_list"):
        assert of(member).get(to(name, round_.pk)).status_code == 404
    assert of(member).get(to("invitations:invitation_detail", invitation_to(round_, member).pk)).status_code == 200


def hidden_parts(made: Round, by: Person, team: Person) -> list[tuple[str, int]]:
    """Give the addresses of things below a round that are not a whole page, each with the thing's id."""
    topic, invitation = Topic.objects.get(round=made), invitation_to(made, by)
    asked = inviting.ask_question(actor=actor_of(by), invitation=invitation, text=words("Who pays?"))
    said = topics.remark(actor=actor_of(team), topic=topic, text=words("A remark"))
    reading = topics.add_reading(actor=SYSTEM, topic=topic, title=words("A title"))
    joint = inviting.begin_joint_decline(
        actor=actor_of(by), invitation=invitation, text=words("No"), organisation="Olive Branch Circle"
    )
    (quota,) = make_quotas(invited := Round.objects.get(pk=made.pk), ("women", "", 30))
    need = invited.invitations.get(state="accepted").support_requests.get()
    point = topic.discussion_points.get()
    return [
        ("invitations:question_answer", asked.pk),
        ("invitations:request_settle", need.pk),
        ("invitations:joint_detail", joint.code),
        ("invitations:joint_wish", joint.code),
        ("selection:quota_reason", quota.pk),
        *((f"invitations:invitation_{verb}", invitation.pk) for verb in ("detail", "withdraw", "remind", "extend")),
        *((f"invitations:substitute_{verb}", invitation.pk) for verb in ("propose", "confirm", "refuse")),
        *((f"topics:point_{verb}", point.pk) for verb in ("edit", "settle", "remove")),
        *((f"topics:topic_{verb}", topic.pk) for verb in ("detail", "edit", "support", "defer", "move")),
        ("topics:remark_remove", said.pk),
        ("topics:reading_remove", reading.pk),
        ("programme:session_topics", made.sessions.get().pk),
        ("programme:session_calendar", made.sessions.get().pk),
        ("programme:facilitation_offer", made.sessions.get().pk),
    ]


@outside
@pytest.mark.parametrize("persona", ["stranger", "observer", "addressee"])
def test_parts_of_a_hidden_round_answer_like_what_does_not_exist(
    persona: str, round_: Round, member: Person, team: Person, request: pytest.FixtureRequest
) -> None:
    Round.objects.filter(pk=round_.pk).update(is_open_to_members=False)
    reopen_list(actor=SYSTEM, draft_list=list_of(round_))
    parts, client = hidden_parts(round_, member, team), of(request.getfixturevalue(persona))
    told_apart = []
    for name, part in parts:
        for ask in (client.get, client.post):
            answers: list[Any] = [ask(to(name, key)) for key in (part, random_id())]
            if answers[0].status_code != answers[1].status_code or answers[0].status_code not in (403, 404, 405):
                told_apart.append((name, ask.__name__, [answer.status_code for answer in answers]))
    assert told_apart == []
