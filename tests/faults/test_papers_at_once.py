"""A group that writes one paper at the same instant, on real commits of both databases: no word is lost (R07)."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from supportroom.kernel.errors import DomainError, Stale
from supportroom.papers.actions import (
    keep_version,
    move_paragraph,
    remove_paragraph,
    reword_paragraph,
    split_paragraph,
    take_up_paragraph,
    write_paragraph,
)
from supportroom.papers.models import Editing, Paper, PaperVersion
from supportroom.people.models import Person
from tests.factories.groups import a_group_at_work
from tests.factories.papers import a_paper, numbered_in, paragraphs_in
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.faults.at_once import at_once, raised_by


@pytest.fixture
def paper(real_database: Path, member: Person, shielded_member: Person, rapporteur: Person) -> Paper:
    with transaction.atomic():
        return a_paper(a_group_at_work(member, shielded_member, rapporteur))


@pytest.fixture
def who(member: Person, shielded_member: Person, rapporteur: Person) -> list[Any]:
    return [actor_of(person) for person in (member, shielded_member, rapporteur)]


def test_r07_of_those_who_save_one_paragraph_together_one_does_and_the_others_hold_both_texts(
    paper: Paper, who: list[Any]
) -> None:
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"paper": paper, "paragraph": chosen, "seen": chosen.version}
    acts = [partial(reword_paragraph, actor=who[n % 3], wordings={"en": f"Words of {n}."}, **given) for n in range(6)]
    answers = at_once(*acts)
    lost = raised_by(answers)
    assert [type(error) for error in lost] == [Stale] * 5
    (number,) = (at for at, answer in enumerate(answers) if not isinstance(answer, Exception))
    chosen.refresh_from_db()
    assert (str(chosen.content), chosen.version) == (f"Words of {number}.", 2)
    mine = sorted(error.mine["en"] for error in lost if isinstance(error, Stale))
    assert mine == [f"Words of {n}." for n in range(6) if n != number]


def test_five_on_five_paragraphs_are_in_nobodys_way(paper: Paper, who: list[Any]) -> None:
    acts = [
        partial(
            reword_paragraph, actor=who[n % 3], paper=paper, paragraph=each, seen=1, wordings={"en": f"Words of {n}."}
        )
        for n, each in enumerate(numbered_in(paper))
    ]
    assert raised_by(at_once(*acts)) == []
    assert [str(each.content) for each in numbered_in(paper)] == [f"Words of {n}." for n in range(5)]


def test_paragraphs_written_after_the_same_one_all_stand(paper: Paper, who: list[Any]) -> None:
    chosen = numbered_in(paper)[1]
    acts = [
        partial(write_paragraph, actor=who[n % 3], paper=paper, content=words(f"New {n}."), after=chosen)
        for n in range(6)
    ]
    assert raised_by(at_once(*acts)) == []
    row = paragraphs_in(paper)
    assert sorted(str(each.content) for each in row[3:9]) == [f"New {n}." for n in range(6)]
    assert [each.position for each in row] == list(range(1, 13))


def test_dividing_moving_and_removing_at_once_leave_an_order_and_every_word(paper: Paper, who: list[Any]) -> None:
    first, second, *_others, last = numbered_in(paper)
    given: dict[str, Any] = {"paper": paper, "paragraph": first}
    answers = at_once(
        partial(split_paragraph, actor=who[0], seen=1, parts=[words("One."), words("Two.")], **given),
        partial(move_paragraph, actor=who[1], after=last, **given),
        partial(remove_paragraph, actor=who[2], paper=paper, paragraph=second),
        partial(reword_paragraph, actor=who[1], seen=1, wordings={"en": "Quite different."}, **given),
    )
    assert [type(error) for error in raised_by(answers)] == [Stale]
    said = [str(each.content) for each in paragraphs_in(paper)]
    assert said.count("One.") + said.count("Quite different.") == 1
    positions = list(paper.text.paragraphs.values_list("position", flat=True))
    assert positions == list(range(1, len(positions) + 1))


def test_versions_kept_together_have_their_own_numbers(paper: Paper, who: list[Any]) -> None:
    acts = [partial(keep_version, actor=who[n % 3], paper=paper, name=f"Version {n}") for n in range(6)]
    assert raised_by(at_once(*acts)) == []
    assert sorted(PaperVersion.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_a_paragraph_taken_up_twice_by_one_person_is_taken_up_once(paper: Paper, who: list[Any]) -> None:
    chosen = numbered_in(paper)[0]
    answers = at_once(*(partial(take_up_paragraph, actor=who[0], paper=paper, paragraph=chosen) for _ in range(6)))
    assert [error for error in raised_by(answers) if not isinstance(error, DomainError)] == []
    assert Editing.objects.count() == 1
