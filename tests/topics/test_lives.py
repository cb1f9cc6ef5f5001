"""Every step of a topic's and a discussion point's life, allowed and refused, by the actions themselves."""

from collections.abc import Callable
from typing import Any

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics import actions
from supportroom.topics.lifecycle import DISCUSSION_POINT, TOPIC
from supportroom.topics.models import DiscussionPoint, Topic
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.topics import contributed, proposed, supported

Act = Callable[[Topic, Topic, Person], Any]
STEPS: dict[str, Act] = {
    "find_support": lambda topic, _other, member: actions.support_topic(actor=actor_of(member), topic=topic),
    "lose_support": lambda topic, _other, member: actions.take_mark_back(actor=actor_of(member), topic=topic),
    "put_on_agenda": lambda topic, _other, _member: actions.put_on_agenda(actor=SYSTEM, topic=topic),
    "defer": lambda topic, _other, _member: actions.defer_topic(actor=SYSTEM, topic=topic, reason=words("Later")),
    "merge": lambda topic, other, _member: actions.merge_topic(actor=SYSTEM, topic=topic, into=other),
    "withdraw": lambda topic, _other, member: actions.withdraw_topic(actor=actor_of(member), topic=topic),
}
REFUSED = r"kernel\.not_now|topics\.settled|topics\.marked_already|topics\.no_mark"


def topic_in(state: str, round: Round, member: Person) -> Topic:
    topic = proposed(round, member)
    if state == "supported":
        return supported(topic, member)
    Topic.objects.filter(pk=topic.pk).update(state=state)
    return Topic.objects.select_related("round").get(pk=topic.pk)


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", TOPIC.states)
@pytest.mark.parametrize("verb", STEPS)
def test_a_topic_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, called: Round, member: Person
) -> None:
    topic, other = topic_in(state, called, member), proposed(called, member, "Another")
    if TOPIC.allows(state, verb):
        STEPS[verb](topic, other, member)
        assert Topic.objects.get(pk=topic.pk).state == TOPIC.step(state, verb).target
        return
    if (state, verb) == ("on_agenda", "find_support"):  # it takes marks until the call is over, and stays there
        STEPS[verb](topic, other, member)
    else:
        with pytest.raises(DomainError, match=REFUSED):
            STEPS[verb](topic, other, member)
    assert Topic.objects.get(pk=topic.pk).state == state


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", DISCUSSION_POINT.states)
@pytest.mark.parametrize("verb", DISCUSSION_POINT.verbs)
def test_a_discussion_point_takes_the_steps_of_its_table_and_no_other(state: str, verb: str, topic: Topic) -> None:
    point, other = contributed(topic, SYSTEM), contributed(topic, SYSTEM, "Another")
    DiscussionPoint.objects.filter(pk=point.pk).update(state=state)
    point.refresh_from_db()
    given: dict[str, Any] = {"into": other} if verb == "merge" else {"reason": words("Not ours")}
    if DISCUSSION_POINT.allows(state, verb):
        actions.settle_point(actor=SYSTEM, point=point, verb=verb, **given)
        target = DISCUSSION_POINT.step(state, verb).target
        assert DiscussionPoint.objects.get(pk=point.pk).state == target
        return
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.settle_point(actor=SYSTEM, point=point, verb=verb, **given)


@pytest.mark.parametrize("verb", ["raise", "", "open"])
def test_no_other_verb_settles_a_discussion_point(verb: str, topic: Topic) -> None:
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.settle_point(actor=SYSTEM, point=contributed(topic, SYSTEM), verb=verb)
