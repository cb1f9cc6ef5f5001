"""Recommendations carried to meetings."""

from datetime import date
from typing import Any

import pytest

from supportroom.answers.actions import amend_delivery, be_named, deliver
from supportroom.answers.queries import answers_of, carriers_named, deliveries_of
from supportroom.files.cleaning import clean
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from tests.factories.answers import a_delivery, answered, freshly
from tests.factories.personas import actor_of
from tests.factories.register import a_recommendation
from tests.factories.rounds import words


def test_a_delivery_is_told_in_the_history_of_everything_it_carried() -> None:
    one, two = a_recommendation(), a_recommendation()
    speech = clean("speech.txt", b"Ladies and gentlemen.")
    delivery = a_delivery(one, two, speech=speech, source="https://example.org/minutes")
    for each in (one, two):
        happening = each.happenings.get(kind="delivered")
        assert (happening.on, happening.about) == (date(2021, 3, 30), f"answers.delivery:{delivery.pk}")
        assert str(happening.words) == str(delivery.title)
    assert deliveries_of([one, two]) == {one.pk: [delivery], two.pk: [delivery]}
    assert delivery.speech is not None


def test_what_cannot_have_been_carried_is_refused() -> None:
    one = a_recommendation(asked_on=date(2022, 1, 1))
    given = {"actor": SYSTEM, "title": words("Meeting"), "occasion": "meeting", "held_on": date(2022, 5, 1)}
    for wrong, code in (
        ({"recommendations": []}, "answers.nothing_chosen"),
        ({"title": words("")}, "kernel.empty"),
        ({"held_on": date(2021, 12, 31)}, "answers.day_before"),
        ({"held_on": date(2027, 1, 1)}, "answers.day_ahead"),
    ):
        with pytest.raises(DomainError, match=code):
            deliver(**{**given, "recommendations": [one], **wrong})  # type: ignore[arg-type]


def test_a_delivery_is_corrected_and_takes_further_recommendations() -> None:
    one, two = a_recommendation(), a_recommendation()
    delivery = a_delivery(one)
    given = {"actor": SYSTEM, "title": words("Conference"), "occasion": "council", "recommendations": [one, two]}
    amend_delivery(delivery=delivery, **given)
    with pytest.raises(Stale):
        amend_delivery(delivery=delivery, **given)
    assert one.happenings.filter(kind="delivered").count() == two.happenings.filter(kind="delivered").count() == 1
    assert freshly(delivery).occasion == "council"


def test_what_a_delivery_did_not_carry_is_taken_out_of_it_and_the_history_says_so() -> None:
    one, mistyped = a_recommendation(), a_recommendation()
    delivery = a_delivery(one, mistyped)
    given = {"actor": SYSTEM, "title": words("Conference"), "occasion": "council"}
    with pytest.raises(DomainError, match=r"answers.nothing_chosen"):
        amend_delivery(delivery=delivery, recommendations=[], **given)
    amend_delivery(delivery=delivery, recommendations=[one], **given)
    assert deliveries_of([one, mistyped]) == {one.pk: [delivery]}
    assert {"delivered", "not_delivered"} <= {each.kind for each in mistyped.happenings.all()}
    assert not one.happenings.filter(kind="not_delivered").exists()


def test_who_carried_it_is_named_by_their_own_word_alone(member: Person, team: Person) -> None:
    delivery = a_delivery(carrier=member)
    assert carriers_named([delivery]) == {}
    with pytest.raises(Denied):
        be_named(actor=actor_of(team), delivery=delivery, is_named=True)
    be_named(actor=actor_of(member), delivery=delivery, is_named=True)
    assert carriers_named([delivery]) == {delivery.pk: member.name}
    be_named(actor=actor_of(member), delivery=delivery, is_named=False)
    assert carriers_named([delivery]) == {}


def test_answers_are_read_for_many_recommendations_at_once(django_assert_num_queries: Any) -> None:
    few, many = [answered()], [answered() for _number in range(3)]
    for given in (few, many):
        recommendations = [each.submission.recommendation for each in given]
        with django_assert_num_queries(2):
            found = answers_of(recommendations)
            assert {key: [one.pk for one in each] for key, each in found.items()} == {
                each.submission.recommendation_id: [each.pk] for each in given
            }
            assert all(one.submission.addressee.name for each in found.values() for one in each)
            assert all(list(one.earlier.all()) == [] for each in found.values() for one in each)
