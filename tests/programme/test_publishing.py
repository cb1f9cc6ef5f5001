"""Topics are given to sessions, and programmes are published in versions."""

from collections.abc import Callable
from typing import Any

import pytest

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.once import keyed
from supportroom.people.models import Person
from supportroom.programme import actions
from supportroom.programme.frozen import fingerprint, meetings_in
from supportroom.programme.models import ProgrammeVersion, SessionTopic
from supportroom.programme.queries import current_version, present_state, topics_by_session
from supportroom.rounds.actions import amend_session, remove_session, start_round
from supportroom.rounds.lifecycle import ROUND
from supportroom.rounds.models import Round, Session
from supportroom.rounds.vocabulary import PROGRAMMED, PUBLISHED
from supportroom.topics.actions import defer_topic, settle_point
from tests.factories.personas import actor_of
from tests.factories.programme import agenda_topic, planned_round, points_on, published, speaks_about
from tests.factories.rounds import make_round, make_session, open_a_session, words

pytestmark = pytest.mark.usefixtures("room")


def refused(code: str, act: Callable[..., Any], **given: Any) -> None:
    with pytest.raises(DomainError) as error:
        act(actor=SYSTEM, **given)
    assert error.value.code == code


def test_a_session_speaks_about_topics_in_order_with_their_points() -> None:
    made, session, first = planned_round()
    second = agenda_topic(made, "Relief", points=("Flour", "Fuel"))
    actions.set_topics(actor=SYSTEM, session=session, topics=[(second, points_on(second)[:1]), (first, [])])
    told = topics_by_session([session])[session.pk]
    assert [(str(topic), [str(point) for point in points]) for topic, points in told] == [
        ("Relief", ["Flour"]),
        ("Detainees", []),
    ]
    actions.set_topics(actor=SYSTEM, session=session, topics=[])
    assert topics_by_session([session]) == {}


def test_topics_and_points_that_do_not_belong_are_refused() -> None:
    made, session, topic = planned_round()
    _other, _session, foreign = planned_round()
    deferred = agenda_topic(made, "Deferred")
    defer_topic(actor=SYSTEM, topic=deferred, reason=words("Later"))
    set_topics = actions.set_topics
    refused("programme.not_on_agenda", set_topics, session=session, topics=[(foreign, [])])
    refused("programme.not_on_agenda", set_topics, session=session, topics=[(deferred, [])])
    refused("programme.topic_twice", set_topics, session=session, topics=[(topic, []), (topic, [])])
    refused("topics.other_topic", set_topics, session=session, topics=[(topic, points_on(foreign))])
    (point,) = points_on(topic)
    settle_point(actor=SYSTEM, point=point, verb="leave_out", reason=words("Said elsewhere"))
    refused("programme.point_not_taken_up", set_topics, session=session, topics=[(topic, [point])])
    assert SessionTopic.objects.filter(session=session).count() == 1, "nothing was changed"


def test_two_who_give_topics_at_once_do_not_overwrite_each_other() -> None:
    _made, session, topic = planned_round()
    seen = session.version
    actions.set_topics(actor=SYSTEM, session=Session.objects.get(pk=session.pk), topics=[], seen=seen)
    with pytest.raises(Stale):
        actions.set_topics(actor=SYSTEM, session=Session.objects.get(pk=session.pk), topics=[(topic, [])], seen=seen)
    assert topics_by_session([session]) == {}


def test_of_a_session_that_has_begun_the_topics_stand(facilitator: Person) -> None:
    made, session, _topic = planned_round(people=[facilitator])
    start_round(actor=SYSTEM, round=made)
    begun = open_a_session(facilitator, round=made, session=Session.objects.get(pk=session.pk))
    refused("rounds.session_begun", actions.set_topics, session=begun, topics=[])


def test_what_leaves_the_agenda_leaves_the_programme() -> None:
    made, session, topic = planned_round()
    published(made)
    defer_topic(actor=SYSTEM, topic=topic, reason=words("Later"))
    assert topics_by_session([session]) == {}
    assert [str(subject.title) for subject in meetings_in(current_version(made).content)[0].subjects] == ["Detainees"]  # type: ignore[union-attr]
    refused("programme.no_topics", actions.publish_programme, round=made)


def test_a_programme_needs_a_session_and_a_topic() -> None:
    made = make_round(others=0, running=False)
    refused("programme.nothing_planned", actions.publish_programme, round=made)
    make_session(made)
    refused("programme.no_topics", actions.publish_programme, round=made)
    assert not ProgrammeVersion.objects.exists()
    assert Round.objects.get(pk=made.pk).state == "draft"


def test_the_first_version_takes_the_round_on_and_later_ones_leave_it_where_it_is() -> None:
    made, session, _topic = planned_round()
    first = published(made, "Here it is")
    made.refresh_from_db()
    assert (first.number, str(first.note), made.state) == (1, "Here it is", PROGRAMMED)
    start_round(actor=SYSTEM, round=made)
    amend_session(actor=SYSTEM, session=Session.objects.get(pk=session.pk), place=words("Fig hall"))
    second = published(made)
    made.refresh_from_db()
    assert (second.number, made.state) == (2, "running")
    assert [version.number for version in made.programme_versions.all()] == [2, 1]
    assert current_version(made) == second
    entries = Entry.objects.filter(action="programme.publish_programme").order_by("at")
    assert [entry.facts["number"] for entry in entries] == [1, 2]


@pytest.mark.parametrize("state", ROUND.states)
def test_in_which_states_a_programme_is_published(state: str) -> None:
    made, _session, _topic = planned_round()
    Round.objects.filter(pk=made.pk).update(state=state)
    made.refresh_from_db()
    if state == PUBLISHED:
        refused("programme.round_over", actions.publish_programme, round=made)
        refused("programme.round_over", actions.set_topics, session=made.sessions.get(), topics=[])
        return
    actions.publish_programme(actor=SYSTEM, round=made)
    expected = PROGRAMMED if ROUND.allows(state, "publish_programme") else state
    assert Round.objects.get(pk=made.pk).state == expected


def test_nothing_new_is_not_published_again() -> None:
    made, session, topic = planned_round()
    published(made)
    refused("programme.nothing_changed", actions.publish_programme, round=made)
    speaks_about(session, topic)
    refused("programme.nothing_changed", actions.publish_programme, round=made)
    remove_session(actor=SYSTEM, session=Session.objects.get(pk=session.pk))
    refused("programme.nothing_planned", actions.publish_programme, round=made)


def test_the_same_form_sent_twice_publishes_once() -> None:
    made, _session, _topic = planned_round()
    with keyed("form-1"):
        answers = [
            actions.publish_programme(actor=SYSTEM, round=Round.objects.get(pk=made.pk), note=MultilingualText())
            for _twice in range(2)
        ]
    assert answers[0] == answers[1]
    assert ProgrammeVersion.objects.filter(round=made).count() == 1


def test_what_changed_under_the_eyes_of_who_publishes_is_shown_first() -> None:
    made, session, _topic = planned_round()
    seen = fingerprint(present_state(made))
    amend_session(actor=SYSTEM, session=Session.objects.get(pk=session.pk), place=words("Fig hall"))
    with pytest.raises(Stale) as stale:
        actions.publish_programme(actor=SYSTEM, round=made, seen=seen)
    assert stale.value.code == "programme.changed_meanwhile"
    assert not ProgrammeVersion.objects.exists()
    actions.publish_programme(actor=SYSTEM, round=made, seen=fingerprint(present_state(made)))


def test_a_version_keeps_what_was_published_and_neither_links_nor_people(facilitator: Person) -> None:
    made, session, _topic = planned_round(people=[facilitator])
    amend_session(
        actor=SYSTEM,
        session=Session.objects.get(pk=session.pk),
        link="https://meet.example.org/canary-link",
        interpretation=["en"],
        facilitator_is_sought=True,
    )
    version = published(made)
    kept = repr(version.content)
    assert "canary" not in kept
    assert facilitator.name not in kept
    (meeting,) = meetings_in(version.content)
    assert (str(meeting.title), str(meeting.place), meeting.interpretation) == ("First meeting", "Olive hall", ("en",))
    assert meeting.group
    assert (str(meeting.group.words), meeting.starts_at) == ("Group 1", session.starts_at)
    remove_session(actor=SYSTEM, session=Session.objects.get(pk=session.pk))
    version.refresh_from_db()
    assert len(meetings_in(version.content)) == 1


@pytest.mark.parametrize("persona", ["member", "office", "observer", "interpreter", "addressee", "stranger"])
def test_nobody_but_the_team_makes_the_programme(persona: str, request: pytest.FixtureRequest) -> None:
    actor = actor_of(request.getfixturevalue(persona))
    made, session, _topic = planned_round()
    with pytest.raises(Denied):
        actions.publish_programme(actor=actor, round=made)
    with pytest.raises(Denied):
        actions.set_topics(actor=actor, session=session, topics=[])
