"""What members write: topics, discussion points, reading, links, remarks; what becomes of it; what is refused."""

from typing import Any

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.people.models import Person
from supportroom.rounds.actions import start_round
from supportroom.rounds.models import Round
from supportroom.topics import actions
from supportroom.topics.models import Topic
from supportroom.topics.queries import agenda_of, concerned_by, outcomes_of, topics_visible_to
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, make_session, words
from tests.factories.topics import called_round, contributed, on_agenda, over, proposed, supported

WHY: dict[str, Any] = {"why": words("New words")}


def state_of(topic: Topic) -> str:
    return Topic.objects.get(pk=topic.pk).state


def test_who_proposed_it_rewords_it_and_others_do_not(topic: Topic, member: Person, stranger: Person) -> None:
    actions.reword_topic(actor=actor_of(member), topic=topic, title=words("Better"), **WHY)
    assert "better" in Topic.objects.get(pk=topic.pk).search_text
    with pytest.raises(Denied):
        actions.reword_topic(actor=actor_of(stranger), topic=topic, **WHY)


def test_the_title_of_a_topic_on_the_agenda_stands_for_who_proposed_it(called: Round, member: Person) -> None:
    topic, own = on_agenda(called, member), actor_of(member)
    actions.reword_topic(actor=own, topic=topic, **WHY)
    with pytest.raises(DomainError, match=r"topics\.title_stands"):
        actions.reword_topic(actor=own, topic=topic, title=words("Another"), **WHY)


def test_a_settled_topic_is_not_reworded_by_who_proposed_it(topic: Topic, member: Person) -> None:
    actions.defer_topic(actor=SYSTEM, topic=topic, reason=words("Later"))
    with pytest.raises(DomainError, match=r"topics\.settled"):
        actions.reword_topic(actor=actor_of(member), topic=topic, **WHY)


def test_who_writes_at_the_same_time_is_told(topic: Topic, member: Person, team: Person) -> None:
    actions.reword_topic(actor=actor_of(member), topic=topic, seen=1, **WHY)
    with pytest.raises(Stale):
        actions.reword_topic(actor=actor_of(team), topic=Topic.objects.get(pk=topic.pk), seen=1, **WHY)


def test_interpreters_translate_and_leave_the_original(topic: Topic, interpreter: Person) -> None:
    translated = multilingual("en", en=str(topic.title), ar="المدارس")
    actions.translate_topic(actor=actor_of(interpreter), topic=topic, title=translated)
    assert Topic.objects.get(pk=topic.pk).title.texts["ar"] == "المدارس"
    with pytest.raises(DomainError, match=r"topics\.translations_only"):
        actions.translate_topic(actor=actor_of(interpreter), topic=topic, title=words("Something else"))


def test_only_who_proposed_it_takes_it_back_and_only_while_it_is_pending(topic: Topic, member: Person) -> None:
    actions.put_on_agenda(actor=SYSTEM, topic=topic)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.withdraw_topic(actor=actor_of(member), topic=topic)


def test_what_was_taken_back_is_seen_by_its_owner_and_the_team(
    topic: Topic, member: Person, stranger: Person, team: Person
) -> None:
    actions.withdraw_topic(actor=actor_of(member), topic=topic)
    seen = {person: topics_visible_to(actor_of(person), topic.round).exists() for person in (member, stranger, team)}
    assert seen == {member: True, stranger: False, team: True}


def test_the_agenda_has_an_order(called: Round, member: Person) -> None:
    topics = [on_agenda(called, member, f"Topic {number}") for number in range(3)]
    actions.move_on_agenda(actor=SYSTEM, topic=topics[2], way="earlier")
    actions.move_on_agenda(actor=SYSTEM, topic=topics[0], way="earlier")
    assert [str(topic) for topic in agenda_of(called)] == ["Topic 0", "Topic 2", "Topic 1"]
    actions.defer_topic(actor=SYSTEM, topic=topics[0], reason=words("No time"))
    actions.put_on_agenda(actor=SYSTEM, topic=Topic.objects.get(pk=topics[0].pk))
    assert [str(topic) for topic in agenda_of(called)] == ["Topic 2", "Topic 1", "Topic 0"]
    assert not Topic.objects.get(pk=topics[0].pk).reason


@pytest.mark.parametrize("way", ["earlier", "sideways"])
def test_what_is_not_on_the_agenda_does_not_move_on_it(way: str, topic: Topic, called: Round, member: Person) -> None:
    wrong = topic if way == "earlier" else on_agenda(called, member, "Two")
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.move_on_agenda(actor=SYSTEM, topic=wrong, way=way)


def test_deferring_needs_a_reason(topic: Topic) -> None:
    with pytest.raises(DomainError, match=r"topics\.reason_needed"):
        actions.defer_topic(actor=SYSTEM, topic=topic, reason=MultilingualText())
    assert state_of(topic) == "proposed"


def test_a_topic_goes_into_another_live_one_of_its_round(called: Round, topic: Topic, member: Person) -> None:
    merged = proposed(called, member, "Merged")
    actions.merge_topic(actor=SYSTEM, topic=merged, into=topic)
    foreign = proposed(called_round(), member, "Foreign")
    for into in (topic, merged, foreign):
        with pytest.raises(DomainError, match=r"topics\.not_itself"):
            actions.merge_topic(actor=SYSTEM, topic=topic, into=into)


def test_merging_takes_the_parts_of_the_framework_along(called: Round, topic: Topic, member: Person) -> None:
    other = proposed(called, member, "Other")
    contributed(topic, member, "First")
    contributed(other, member, "Second")
    actions.add_reading(actor=SYSTEM, topic=topic, title=words("A study"))
    actions.merge_topic(actor=SYSTEM, topic=topic, into=other, reason=words("The same question"))
    assert [str(point) for point in other.discussion_points.all()] == ["Second", "First"]
    assert other.readings.count() == 1
    told = outcomes_of(called).get(pk=topic.pk)
    assert (told.state, told.merged_into, str(told.reason)) == ("merged", other, "The same question")


def test_a_contact_person_is_somebody_of_the_room_and_knows_the_topic(
    topic: Topic, member: Person, observer: Person, office: Person
) -> None:
    knows = words("Taught there")
    wrong: list[dict[str, Any]] = [
        {"contact": None, "competence": knows},
        {"contact": observer, "competence": knows},
        {"contact": member, "competence": MultilingualText()},
    ]
    for given in wrong:
        with pytest.raises(DomainError, match=r"topics\.contact_needed"):
            actions.name_contact(actor=SYSTEM, topic=topic, **given)
    actions.name_contact(actor=SYSTEM, topic=topic, contact=office, competence=knows)
    assert Topic.objects.get(pk=topic.pk).contact == office


def test_leaving_a_discussion_point_out_needs_a_reason(topic: Topic, member: Person) -> None:
    point = contributed(topic, member)
    with pytest.raises(DomainError, match=r"topics\.reason_needed"):
        actions.settle_point(actor=SYSTEM, point=point, verb="leave_out")
    settled = actions.settle_point(actor=SYSTEM, point=point, verb="leave_out", reason=words("Another body's task"))
    assert settled.state == "left_out"


def test_a_discussion_point_goes_into_another_of_its_topic(called: Round, topic: Topic, member: Person) -> None:
    point, gone = contributed(topic, member), contributed(topic, member, "Gone")
    elsewhere = contributed(proposed(called, member, "Other"), member)
    actions.settle_point(actor=SYSTEM, point=gone, verb="merge", into=point)
    for into, code in ((None, "other_topic"), (elsewhere, "other_topic"), (point, "point_not"), (gone, "point_not")):
        with pytest.raises(DomainError, match=rf"topics\.{code}"):
            actions.settle_point(actor=SYSTEM, point=point, verb="merge", into=into)


def test_a_discussion_point_is_its_owners_until_it_is_settled(topic: Topic, member: Person, team: Person) -> None:
    own, point = actor_of(member), contributed(topic, member)
    actions.reword_point(actor=own, point=point, text=words("Better"))
    actions.settle_point(actor=SYSTEM, point=point, verb="take_up")
    with pytest.raises(DomainError, match=r"topics\.settled"):
        actions.reword_point(actor=own, point=point, text=words("Something else"))
    with pytest.raises(DomainError, match=r"topics\.settled"):
        actions.remove_point(actor=own, point=point)
    actions.reword_point(actor=actor_of(team), point=point, text=words("Shorter"))
    unsettled = contributed(topic, member)
    actions.remove_point(actor=own, point=unsettled)
    assert topic.discussion_points.count() == 1


def test_an_interpreter_translates_a_discussion_point_and_nothing_else(topic: Topic, interpreter: Person) -> None:
    point = contributed(topic, SYSTEM)
    translated = multilingual("en", en=str(point), ar="من يدفع؟")
    actions.reword_point(actor=actor_of(interpreter), point=point, text=translated)
    with pytest.raises(DomainError, match=r"topics\.translations_only"):
        actions.reword_point(actor=actor_of(interpreter), point=point, text=words("Mine"))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://example.org",
        "data:text/html,hello",
        "http://example.org/plain",
        "https://",
        "https://nowhere",
        "https://user:word@example.org/",
        "https://example.org/a b",
        'https://example.org/"onclick',
        "https://example.org/\u202e",
        "//example.org",
        "https://[::1",
        "ftp://example.org",
    ],
)
def test_a_reading_address_is_a_plain_web_address(address: str, topic: Topic) -> None:
    with pytest.raises(DomainError, match=r"topics\.address"):
        actions.add_reading(actor=SYSTEM, topic=topic, title=words("A study"), address=address)


@pytest.mark.parametrize("address", ["https://example.org", "https://example.org/a?b=c#d", "https://مثال.example/ورقة"])
def test_a_good_web_address_is_taken(address: str) -> None:
    assert is_web_address(address)


def test_readings_come_and_go(topic: Topic, member: Person) -> None:
    reading = actions.add_reading(actor=actor_of(member), topic=topic, title=words("A study"))
    actions.remove_reading(actor=actor_of(member), reading=reading)
    assert not topic.readings.exists()


def test_remarks_say_whether_the_team_wrote_them_and_no_more(topic: Topic, member: Person, team: Person) -> None:
    said = [actions.remark(actor=actor_of(person), topic=topic, text=words("So it is")) for person in (member, team)]
    assert [each.from_team for each in said] == [False, True]
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        actions.remark(actor=actor_of(member), topic=topic, text=MultilingualText())


def test_a_remark_is_removed_by_its_owner_or_the_team(
    topic: Topic, member: Person, stranger: Person, team: Person
) -> None:
    one, two = (actions.remark(actor=actor_of(member), topic=topic, text=words("So it is")) for _each in range(2))
    with pytest.raises(Denied):
        actions.remove_remark(actor=actor_of(stranger), remark=one)
    actions.remove_remark(actor=actor_of(member), remark=one)
    actions.remove_remark(actor=actor_of(team), remark=two)
    assert not topic.remarks.exists()


def test_once_the_round_has_begun_members_write_nothing_and_the_team_still_says_what_became(
    called: Round, topic: Topic, member: Person
) -> None:
    own, point = actor_of(member), contributed(topic, member)
    reading = actions.add_reading(actor=own, topic=topic, title=words("A study"))
    over(called)
    make_session(called)
    start_round(actor=SYSTEM, round=called)
    topic = Topic.objects.select_related("round").get(pk=topic.pk)
    for act in (
        lambda: actions.remark(actor=own, topic=topic, text=words("Late")),
        lambda: contributed(topic, member),
        lambda: actions.add_reading(actor=own, topic=topic, title=words("Late")),
        lambda: actions.remove_reading(actor=own, reading=reading),
        lambda: actions.remove_point(actor=own, point=point),
        lambda: actions.reword_topic(actor=own, topic=topic, **WHY),
        lambda: actions.withdraw_topic(actor=own, topic=topic),
    ):
        with pytest.raises(DomainError, match=r"topics\.round_over"):
            act()
    actions.settle_point(actor=SYSTEM, point=point, verb="take_up")
    actions.defer_topic(actor=SYSTEM, topic=topic, reason=words("The next round"))
    assert str(outcomes_of(called).get().reason) == "The next round"


@pytest.mark.writes_outside_actions
def test_nothing_changes_after_the_report_is_out(called: Round, topic: Topic, team: Person) -> None:
    other, point, actor = proposed(called, SYSTEM, "Other"), contributed(topic, SYSTEM), actor_of(team)
    Round.objects.filter(pk=called.pk).update(state="published")
    for act in (
        lambda: actions.put_on_agenda(actor=actor, topic=topic),
        lambda: actions.defer_topic(actor=actor, topic=topic, reason=words("Later")),
        lambda: actions.merge_topic(actor=actor, topic=topic, into=other),
        lambda: actions.move_on_agenda(actor=actor, topic=topic, way="later"),
        lambda: actions.name_contact(actor=actor, topic=topic, contact=team, competence=words("Knows")),
        lambda: actions.settle_point(actor=actor, point=point, verb="take_up"),
        lambda: actions.reword_point(actor=actor, point=point, text=words("Other")),
        lambda: actions.reword_topic(actor=actor, topic=topic, **WHY),
        lambda: actions.translate_topic(actor=actor, topic=topic),
    ):
        with pytest.raises(DomainError, match=r"topics\.round_over"):
            act()


def test_news_of_a_topic_concern_who_had_a_part_in_it(
    topic: Topic, member: Person, stranger: Person, shielded_member: Person, office: Person
) -> None:
    supported(topic, stranger)
    contributed(topic, shielded_member)
    actions.name_contact(actor=SYSTEM, topic=topic, contact=office, competence=words("Knows"))
    assert concerned_by(topic) == {member.pk, stranger.pk, shielded_member.pk, office.pk}


def test_a_member_sees_no_topics_of_a_round_without_a_call(room: None, member: Person) -> None:
    hidden = make_round(running=False, others=0)
    assert not topics_visible_to(actor_of(member), hidden).exists()
