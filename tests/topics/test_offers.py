"""What earlier rounds left open is offered by itself, to who may see it, best matches first; links keep its words."""

from datetime import date

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.rounds.models import Round
from supportroom.statements.actions import record_reply
from supportroom.statements.models import Statement
from supportroom.topics import actions
from supportroom.topics.matching import best_first, words_in
from supportroom.topics.models import Topic
from supportroom.topics.sources import Source, still_open
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.statements import delivered, held_meeting
from tests.factories.topics import called_round, proposed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("والمدارس في المخيّمات", {"مدارس", "مخيمات"}),
        ("بالمدارس", {"مدارس"}),
        ("للمعتقلين", {"معتقلين"}),
        ("Schools in the camps", {"schools", "the", "camps"}),
        ("", set()),
    ],
)
def test_words_are_compared_without_what_arabic_writes_together_with_them(typed: str, found: set[str]) -> None:
    assert words_in(typed) == found


def test_what_has_most_words_in_common_stands_first_in_either_language() -> None:
    clinics = Source("a", "point_open", multilingual("ar", ar="العيادات في المخيمات"), 1)
    schools = Source("b", "point_open", multilingual("ar", ar="مدارس المخيمات", en="Schools of the camps"), 1)
    ordered = best_first([clinics, schools], multilingual("ar", ar="المدارس والمخيّمات"))
    assert [(source.reference, fits) for source, fits in ordered] == [("b", 2), ("a", 1)]
    assert best_first([clinics, schools], "schools")[0][0] == schools
    assert [source for source, _fits in best_first([clinics, schools], "")] == [clinics, schools]


@pytest.fixture
def earlier(room: None) -> Statement:
    """A published round in which a point remained and a statement got no reply."""
    statement = delivered(held_meeting(agreed=2, remaining=1))
    Round.objects.filter(pk=statement.round_id).update(state="published")
    return statement


def references(person: Person, round: Round) -> list[str]:
    return [source.reference for source in still_open(actor_of(person), round)]


@pytest.mark.writes_outside_actions
def test_points_without_agreement_and_statements_without_reply_are_offered(
    earlier: Statement, member: Person, observer: Person
) -> None:
    called = called_round()
    point = Point.objects.get(round=earlier.round_id, state="remaining")
    expected = [f"points.point:{point.pk}", f"statements.statement:{earlier.pk}"]
    assert references(member, called) == expected == references(observer, called)
    record_reply(
        actor=SYSTEM,
        statement=earlier,
        by=words("The donors"),
        content=words("We read it."),
        received_on=date(2026, 7, 1),
    )
    assert references(member, called) == expected[:1]


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", ["running", "reporting"])
def test_nothing_of_a_round_that_is_not_published_is_offered(state: str, earlier: Statement, team: Person) -> None:
    Round.objects.filter(pk=earlier.round_id).update(state=state)
    assert references(team, called_round()) == []


@pytest.mark.writes_outside_actions
def test_nothing_of_a_later_round_is_offered(earlier: Statement, member: Person) -> None:
    called = called_round()
    Round.objects.filter(pk=earlier.round_id).update(starts_on="2026-06-03", ends_on="2026-06-09")
    assert references(member, called) == []


@pytest.mark.writes_outside_actions
def test_a_link_is_made_once_keeps_its_words_and_can_be_taken_away(earlier: Statement, member: Person) -> None:
    called, own = called_round(), actor_of(member)
    source, other = still_open(own, called)
    topic = proposed(called, member, sources=[source])
    link = topic.links.get()
    assert (str(link.words), link.earlier_round_id) == (str(source.words), earlier.round_id)
    with pytest.raises(DomainError, match=r"topics\.linked_already"):
        actions.link_topic(actor=own, topic=topic, source=source)
    actions.link_topic(actor=own, topic=topic, source=other)
    actions.unlink_topic(actor=own, link=link)
    assert [each.source for each in topic.links.all()] == [other.reference]


def test_what_is_not_offered_is_not_linked(topic: Topic, called: Round, member: Person) -> None:
    invented = Source("points.point:1", "point_open", words("Invented"), called.pk)
    with pytest.raises(DomainError, match=r"topics\.no_such_source"):
        actions.link_topic(actor=actor_of(member), topic=topic, source=invented)
    with pytest.raises(DomainError, match=r"topics\.no_such_source"):
        proposed(called, member, "Two", sources=[invented])
    assert not Topic.objects.filter(search_text__contains="two").exists()
