"""What is still open in the register is offered as topics of the next round, with since when it is open."""

from datetime import date

import pytest

from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from supportroom.topics.actions import link_topic
from supportroom.topics.offers import MOST, first_of, offered_for
from supportroom.topics.sources import still_open
from tests.factories.personas import actor_of
from tests.factories.register import a_demand, a_recommendation, an_ask, recommendations
from tests.factories.rounds import words
from tests.factories.topics import called_round, proposed


@pytest.mark.writes_outside_actions
def test_what_is_open_is_offered_once_a_demand_and_what_is_done_is_not(room: object, member: Person) -> None:
    a_demand()
    alone, done, hidden = a_recommendation(), a_recommendation(), a_recommendation(released=False)
    a_recommendation(asked_on=date(2026, 6, 1))
    Recommendation.objects.filter(pk=done.pk).update(state="done")
    called = called_round(starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 4))
    offered = {str(each.words): each for each in still_open(actor_of(member), called)}
    assert sorted(str(each.since) for each in offered.values()) == ["2017-03-01", "2020-09-14", "2020-09-14"]
    assert {str(alone.text), str(hidden.text)} < set(offered)
    assert str(hidden.text) not in [str(each.words) for each in still_open(VISITOR, called)]


def test_a_topic_takes_one_up_and_says_since_when_it_is_open(member: Person, sign_in: object) -> None:
    made = a_recommendation(text=words("Tell members what became of their outcomes."), precision="month")
    called = called_round()
    topic = proposed(called, member)
    source = next(each for each in still_open(actor_of(member), called) if each.title)
    label = offered_for(actor_of(member), called, "outcomes")[0].label("en")
    assert "An earlier report" in label
    assert "still open since <bdi>" in label
    link = link_topic(actor=SYSTEM, topic=topic, source=source)
    assert (link.earlier_round, link.since, link.precision) == (None, made.asked_on, "month")
    page = sign_in(member).get(f"/en/topics/{spell(topic.pk)}/").text  # type: ignore[operator]
    assert "still open since" in page
    assert "September 2020" in page


def test_a_page_offers_the_best_and_keeps_what_was_ticked(room: object) -> None:
    recommendations(*(an_ask() for _each in range(MOST + 5)))
    called = called_round()
    offers = offered_for(SYSTEM, called, "")
    last = offers[-1].source.reference
    assert len(first_of(offers)) == MOST
    assert [each.source.reference for each in first_of(offers, [last])][-1] == last
