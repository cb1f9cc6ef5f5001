"""From the journal to notices: whom it concerns, in one transaction, the actor never, each entry once."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import get_resolver

from supportroom.journal.door import _told, action_names
from supportroom.journal.models import Entry, Untold
from supportroom.kernel.actors import SYSTEM
from supportroom.notices.actions import follow, unfollow
from supportroom.notices.audiences import AUDIENCES, CAN_BE_LEFT
from supportroom.notices.models import Mail, Notice
from supportroom.notices.queries import is_following, unread_count
from supportroom.notices.telling import tell
from supportroom.notices.vocabulary import INVITATIONS, NONE, PROGRAMME, SECURITY, SENTENCES, TOPICS, WEEKLY
from supportroom.people.actions import give_role, take_role
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.actions import (
    contribute_point,
    defer_topic,
    merge_topic,
    name_contact,
    propose_topic,
    remark,
    settle_point,
    support_topic,
)
from supportroom.topics.models import Topic
from tests.factories.notices import choose, kinds_told, mails_of
from tests.factories.personas import actor_of, make_person
from tests.factories.programme import planned_round, published
from tests.factories.rounds import make_round, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def topic(room: None, member: Person) -> Topic:
    """A topic that the member proposed, of a round whose call is open; all that happened before was told."""
    round_, _session, _topic = planned_round(others=0)
    proposed = propose_topic(actor=actor_of(member), round=round_, title=words("Visits"), why=words("Nobody visits."))
    tell()
    Notice.objects.all().delete()
    return proposed


def test_every_action_that_is_told_of_exists_and_has_its_sentence() -> None:
    _ = get_resolver().url_patterns  # every page is there, and so every action
    assert set(AUDIENCES) <= set(action_names())
    kinds = {audience.kind or name for name, audiences in AUDIENCES.items() for audience in audiences}
    assert kinds == set(SENTENCES)


def test_the_journal_keeps_what_people_are_to_be_told_of_in_the_transaction_of_the_action(member: Person) -> None:
    assert set(AUDIENCES) <= _told
    tell()
    give_role(actor=SYSTEM, person=member, role="observer")
    assert [untold.entry.action for untold in Untold.objects.all()] == ["people.give_role"]


def test_what_was_told_is_untold_no_longer_and_told_once(member: Person) -> None:
    give_role(actor=SYSTEM, person=member, role="observer")
    tell()
    before = Notice.objects.count()
    assert not Untold.objects.exists()
    tell()
    assert Notice.objects.count() == before


def test_nobody_is_told_of_their_own_acts(team: Person) -> None:
    other = make_person("Tarek Team-Invented", "team")
    tell()
    take_role(actor=actor_of(team), person=team, role="team")
    give_role(actor=actor_of(other), person=team, role="observer")
    tell()
    assert kinds_told(team).count("people.take_role") == 0
    assert kinds_told(team).count("people.give_role") == 1


def test_a_call_for_topics_reaches_every_member_and_nobody_else(
    member: Person, stranger: Person, observer: Person, office: Person
) -> None:
    planned_round(others=0)
    tell()
    assert "topics.open_call" in kinds_told(member)
    assert "topics.open_call" in kinds_told(stranger)
    assert "topics.open_call" not in kinds_told(observer) + kinds_told(office)


def test_whoever_contributed_to_a_topic_hears_what_becomes_of_it(
    topic: Topic, member: Person, stranger: Person, shielded_member: Person, team: Person
) -> None:
    support_topic(actor=actor_of(shielded_member), topic=topic)
    remark(actor=actor_of(stranger), topic=topic, text=words("And families?"))
    point = contribute_point(actor=actor_of(stranger), topic=topic, text=words("Who visits"))
    settle_point(actor=actor_of(team), point=point, verb="take_up")
    defer_topic(actor=actor_of(team), topic=topic, reason=words("Next round"))
    tell()
    assert kinds_told(member) == ["topics.defer_topic", "topics.remark", "topics.settle_point"]
    expected = {"topics.defer_topic", "topics.settle_point"}
    assert set(kinds_told(stranger)) - {"people.accept_invitation"} == expected
    assert expected < set(kinds_told(shielded_member))


def test_whose_topic_was_merged_follows_the_one_it_was_merged_into(topic: Topic, member: Person, team: Person) -> None:
    other = Topic.objects.exclude(pk=topic.pk).get()
    merge_topic(actor=actor_of(team), topic=topic, into=other)
    remark(actor=actor_of(team), topic=other, text=words("Both in one."))
    tell()
    assert kinds_told(member) == ["topics.merge_topic", "topics.remark"]
    assert is_following(actor_of(member), other)


def test_following_is_chosen_and_given_up(topic: Topic, member: Person, stranger: Person, team: Person) -> None:
    assert is_following(actor_of(member), topic)
    assert not is_following(actor_of(stranger), topic)
    unfollow(actor=actor_of(member), thing=topic)
    follow(actor=actor_of(stranger), thing=topic)
    remark(actor=actor_of(team), topic=topic, text=words("A word."))
    tell()
    assert kinds_told(member) == []
    assert "topics.remark" in kinds_told(stranger)
    follow(actor=actor_of(member), thing=topic)
    assert is_following(actor_of(member), topic)


def test_a_published_programme_is_told_to_those_who_take_part_and_who_follow_the_round(
    member: Person, stranger: Person, observer: Person
) -> None:
    round_, _session, _topic = planned_round(people=[member], others=0)
    follow(actor=actor_of(stranger), thing=round_)
    published(round_)
    tell()
    assert "programme.publish_programme" in kinds_told(member)
    assert "programme.publish_programme" in kinds_told(stranger)
    assert "programme.publish_programme" not in kinds_told(observer)


def test_what_is_at_once_by_mail_waits_in_one_mail_with_what_else_comes(member: Person, team: Person) -> None:
    tell()
    Mail.objects.all().delete()
    round_, _session, _topic = planned_round(people=[member], others=0)
    give_role(actor=SYSTEM, person=member, role="observer")
    tell()
    published(round_)
    tell()
    (mail,) = mails_of(member)
    assert mail.kinds == sorted([PROGRAMME, SECURITY])


def test_a_mail_that_was_tried_says_what_it_said(member: Person) -> None:
    tell()
    Mail.objects.update(tries=1)
    round_, _session, _topic = planned_round(people=[member], others=0)
    published(round_)
    tell()
    assert sorted(mail.kinds for mail in mails_of(member)) == [[PROGRAMME], [SECURITY]]


def test_a_chosen_pace_holds_by_mail_and_in_the_room(
    member: Person, stranger: Person, clock: time_machine.Traveller
) -> None:
    tell()
    Mail.objects.all().delete()
    Notice.objects.all().delete()
    choose(member, PROGRAMME, NONE)
    choose(stranger, PROGRAMME, WEEKLY, "app")
    round_, _session, _topic = planned_round(people=[member, stranger], others=0)
    tell()
    Notice.objects.all().delete()
    published(round_)
    tell()
    assert mails_of(member) == []
    assert unread_count(actor_of(member)) == 1
    assert unread_count(actor_of(stranger)) == 0
    clock.shift(timedelta(days=7))
    assert unread_count(actor_of(stranger)) == 1


def test_a_thing_that_is_gone_is_told_to_nobody_and_holds_nobody_up(member: Person) -> None:
    tell()
    round_ = make_round(people=[member], others=0)
    give_role(actor=SYSTEM, person=member, role="observer")
    Round.objects.filter(pk=round_.pk).delete()
    tell()
    assert not Untold.objects.exists()
    assert "people.give_role" in kinds_told(member)
    assert "rounds.start_round" not in kinds_told(member)


def test_what_is_over_a_week_old_comes_in_no_mail(member: Person, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=8))
    tell()
    assert kinds_told(member) == ["people.accept_invitation"]
    assert mails_of(member) == []


def test_a_room_that_was_built_tells_without_mails(member: Person) -> None:
    tell(by_mail=False)
    assert kinds_told(member) == ["people.accept_invitation"]
    assert mails_of(member) == []


def test_a_run_tells_in_the_journal_how_many_and_of_nobody(member: Person) -> None:
    tell()
    (entry,) = Entry.objects.filter(action="notices.tell")
    assert (entry.thing, entry.actor, entry.facts) == ("notices.telling", "system", {"entries": 1, "notices": 1})


def test_invitations_and_security_cannot_be_chosen_away(member: Person) -> None:
    from supportroom.kernel.errors import DomainError

    for category in (INVITATIONS, SECURITY):
        with pytest.raises(DomainError, match="always_at_once"):
            choose(member, category, NONE)
    with pytest.raises(DomainError, match="no_such_choice"):
        choose(member, TOPICS, "hourly")


def test_a_room_without_mail_tells_in_the_room_alone(member: Person, settings: Any) -> None:
    settings.MAIL_IS_ON = False
    tell()
    assert kinds_told(member) == ["people.accept_invitation"]
    assert not Notice.objects.filter(is_mailed=False, category=SECURITY).exists()


def test_an_entry_that_concerns_many_is_told_in_short_transactions_each_person_once(
    room: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from supportroom.notices.actions import telling

    monkeypatch.setattr(telling, "MANY", 2)
    people = [make_person(f"Somebody {number} Invented", "member") for number in range(5)]
    planned_round(others=0)
    tell()
    assert not Untold.objects.exists()
    assert [kinds_told(person).count("topics.open_call") for person in people] == [1] * 5
    assert Entry.objects.filter(action="notices.tell").count() > 3


def test_an_invited_person_who_stopped_following_hears_of_no_programme(member: Person) -> None:
    round_, _session, _topic = planned_round(people=[member], others=0)
    unfollow(actor=actor_of(member), thing=round_)
    published(round_)
    tell()
    assert "programme.publish_programme" not in kinds_told(member)
    assert "topics.open_call" in kinds_told(member)  # every member hears of a call


def test_only_what_comes_by_following_can_be_left_from_its_notice() -> None:
    assert {"topics.remark", "programme.publish_programme", "site.publish_report"} <= CAN_BE_LEFT
    assert not {"invitations.accept", "topics.open_call", "people.give_role", "rounds.open_session"} & CAN_BE_LEFT


def test_whoever_is_named_as_contact_person_hears_of_it(topic: Topic, stranger: Person, team: Person) -> None:
    name_contact(actor=actor_of(team), topic=topic, contact=stranger, competence=words("Knows it well"))
    tell()
    assert "topics.name_contact" in kinds_told(stranger)
