"""Opinions, notes and decisions that several reach for at the same instant, on real commits of both databases."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from supportroom.adoption.actions import (
    agree_words,
    ask_release,
    file_opinion,
    give_note,
    join_opinion,
    let_date_pass,
    make_joint,
    propose_words,
    withdraw_opinion,
)
from supportroom.adoption.models import Adoption, Joiner, OpposingOpinion, Release, ReleasedWords, Review
from supportroom.adoption.queries import opinions_of
from supportroom.checks.counting import settle_if_over
from supportroom.checks.models import MembersCheck
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.papers.vocabulary import ADOPTED
from supportroom.people.models import Person
from tests.factories.adoption import a_joint_paper, a_review, an_answered_paper, filed, freshly_adopted
from tests.factories.checks import answered
from tests.factories.groups import holders, seat_actor
from tests.factories.papers import freshly
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words
from tests.faults.at_once import at_once, raised_by

Clock = time_machine.Traveller
REFUSALS = (DomainError, ValidationError, IntegrityError)


@pytest.fixture
def joint(real_database: Path, member: Person, clock: Clock) -> Adoption:
    with transaction.atomic():
        return a_joint_paper()


@pytest.fixture
def review(real_database: Path, member: Person, clock: Clock) -> Review:
    with transaction.atomic():
        return a_review(clock)


def test_many_join_in_the_last_instant_and_each_counts_once(joint: Adoption, member: Person, clock: Clock) -> None:
    with transaction.atomic():
        opinion = filed(joint, member)
        people = [make_person(f"Joiner-Invented {number}", "member") for number in range(8)]
    clock.move_to(joint.opinions_until - timedelta(microseconds=1))
    joining = [partial(join_opinion, actor=actor_of(person), opinion=opinion) for person in [*people, *people]]
    refused = raised_by(at_once(*joining))
    assert len(refused) == len(people)
    assert all(isinstance(error, REFUSALS) for error in refused)
    assert Joiner.objects.filter(opinion=opinion).count() == len(people) + 1
    clock.move_to(joint.opinions_until)
    late = [partial(join_opinion, actor=seat_actor(joint.paper.group), opinion=opinion) for _turn in range(3)]
    assert {str(error) for error in raised_by(at_once(*late))} == {"adoption.opinions_over"}


def test_opinions_filed_at_once_bear_numbers_of_their_own(joint: Adoption, member: Person, stranger: Person) -> None:
    said = {"adoption": joint, "title": words("Mine"), "text": words("Reasons.")}
    people = [member, stranger, *holders(joint.paper.group)]
    assert raised_by(at_once(*(partial(file_opinion, actor=actor_of(each), **said) for each in people))) == []
    assert [told.opinion.number for told in opinions_of(joint.paper)] == [1, 2, 3, 4, 5]


def test_an_opinion_is_taken_back_or_joined_and_never_both(joint: Adoption, member: Person, stranger: Person) -> None:
    for _turn in range(3):
        with transaction.atomic():
            opinion = filed(joint, member)
        answers = at_once(
            partial(withdraw_opinion, actor=actor_of(member), opinion=opinion),
            partial(join_opinion, actor=actor_of(stranger), opinion=opinion),
        )
        assert len(raised_by(answers)) == 1, answers
        is_back = OpposingOpinion.objects.get(pk=opinion.pk).state == "withdrawn"
        assert Joiner.objects.filter(opinion=opinion).count() == (0 if is_back else 2)


def test_a_paper_is_put_before_the_members_once(real_database: Path, member: Person, clock: Clock) -> None:
    with transaction.atomic():
        paper = an_answered_paper()
        group = seat_actor(paper.group)
    answers = at_once(*(partial(make_joint, actor=group, paper=freshly(paper)) for _turn in range(4)))
    assert len(raised_by(answers)) == 3, answers
    assert MembersCheck.objects.count() == Adoption.objects.count() == 1


def test_the_count_adopts_once(joint: Adoption, clock: Clock) -> None:
    with transaction.atomic():
        answered(joint.asked, for_=holders(joint.paper.group))
    clock.move_to(joint.asked.closes_at)
    checks = [MembersCheck.objects.get(pk=joint.asked_id) for _turn in range(4)]
    assert raised_by(at_once(*(partial(settle_if_over, check) for check in checks))) == []
    assert freshly_adopted(joint).paper.state == ADOPTED


def test_the_date_passes_and_the_members_are_asked_once(review: Review, clock: Clock) -> None:
    clock.move_to(review.due_at)
    group = seat_actor(review.paper.group)
    asking = [partial(ask_release, actor=group, paper=freshly(review.paper)) for _turn in range(3)]
    passing = [partial(let_date_pass, actor=SYSTEM, review=review) for _turn in range(3)]
    assert all(isinstance(error, DomainError) for error in raised_by(at_once(*asking, *passing)))
    assert Release.objects.count() == 1
    assert Review.objects.get(pk=review.pk).state == "date_passed"


def test_notes_given_at_once_bear_numbers_of_their_own(review: Review, office: Person) -> None:
    giving = [partial(give_note, actor=actor_of(office), review=review, text=words("Why?")) for _turn in range(4)]
    assert raised_by(at_once(*giving)) == []
    assert sorted(review.notes.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_nobody_agrees_to_words_that_change_in_the_same_instant(review: Review, office: Person) -> None:
    group = seat_actor(review.paper.group)
    with transaction.atomic():
        proposed = propose_words(actor=group, review=review, text=words("One."))
    read = proposed.version
    at_once(
        partial(agree_words, actor=actor_of(office), words=ReleasedWords.objects.get(), seen=read),
        partial(propose_words, actor=group, review=review, text=words("Two."), seen=read),
    )
    stands = ReleasedWords.objects.get()
    assert (str(stands.text), stands.is_agreed) in {("One.", True), ("Two.", False)}
