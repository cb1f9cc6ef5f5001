"""Several who keep the register at the same instant, on real commits of both databases."""

from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.register.actions import add_theme, bring_together, record_recommendations
from supportroom.register.models import Demand, Recommendation, Theme
from supportroom.register.recording import Ask
from supportroom.texts.vocabulary import ITEM
from tests.factories.register import ASKED, a_document, a_recommendation, an_addressee, an_ask
from tests.factories.rounds import words
from tests.factories.statements import adopted, held_meeting
from tests.faults.at_once import at_once, raised_by


@pytest.fixture
def kept(real_database: Path, room: object) -> None:
    """A room that stands in a database of its own."""


def test_many_recorded_at_once_have_a_number_each(kept: None) -> None:
    with transaction.atomic():
        documents = [a_document() for _each in range(6)]
    record = partial(record_recommendations, actor=SYSTEM)
    answers = at_once(*(partial(record, source=each, entries=[an_ask(), an_ask()]) for each in documents))
    assert raised_by(answers) == []
    assert sorted(Recommendation.objects.values_list("number", flat=True)) == list(range(1, 13))
    assert Theme.objects.count() == 4


def test_a_paragraph_recorded_twice_at_once_stands_in_the_register_once(kept: None) -> None:
    with transaction.atomic():
        statement = adopted(held_meeting())
        row = statement.text.paragraphs.filter(kind=ITEM)[0]
    ask = Ask(text=row.content, asked_on=ASKED, paragraph=row)
    record = partial(record_recommendations, actor=SYSTEM, source=statement, entries=[ask])
    answers = at_once(*(record for _each in range(4)))
    assert {str(error) for error in raised_by(answers)} == {"register.recorded_already"}
    assert Recommendation.objects.count() == 1


def test_names_given_and_demands_made_at_once_are_not_doubled(kept: None) -> None:
    with transaction.atomic():
        one, two, three = (a_recommendation() for _each in range(3))
    enter = partial(an_addressee, words("The Contact Group"))
    assert {str(error) for error in raised_by(at_once(enter, enter, enter))} == {"register.addressee_known"}
    add = partial(add_theme, actor=SYSTEM, name=words("Environment"))
    assert {str(error) for error in raised_by(at_once(add, add))} == {"register.theme_known"}
    bring = partial(bring_together, actor=SYSTEM, title=words("Both"))
    answers = at_once(partial(bring, recommendations=[one, two]), partial(bring, recommendations=[two, three]))
    assert raised_by(answers) == []
    assert Demand.objects.filter(merged_into=None).count() == 1
    assert Recommendation.objects.filter(demand=None).count() == 0
