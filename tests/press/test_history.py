"""How a paper came about can be read by somebody who was not there, at any stage, and names nobody."""

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.history import history_of
from tests.factories.comments import commented, opened
from tests.factories.groups import a_group_at_work
from tests.factories.papers import a_paper
from tests.factories.press import a_finished_paper


def told(paper: Paper, language: str = "en") -> list[str]:
    with override(language):
        return [step.words for step in history_of(paper)]


def test_a_finished_paper_tells_its_whole_way_in_order(paper: Paper) -> None:
    assert told(paper) == [
        "A working group was called for.",
        "It was opened, and candidates could stand.",
        "3 seats were appointed: by competence first, then by where people live and work.",
        "The group began to write the paper.",
        "The draft (5 paragraphs, citing 1 source) was open to all members' comments until 9 June 2026.",
        "2 comments came; 2 of 2 are answered.",
        "The joint paper was put before all members.",
        "The members adopted it: 3 for, 2 against, 0 abstaining.",
        "1 opposing opinion was filed; it is part of the paper.",
        "The Envoy's office was given until 5 July 2026 to review it.",
        "The office said on 21 June 2026 that it has no reservations.",
        "The members decided to publish it: 3 for, 0 against, 0 abstaining.",
    ]


def test_it_names_nobody_and_repeats_nothing_that_was_said(paper: Paper) -> None:
    everything = " ".join(told(paper) + told(paper, "ar"))
    for person in Person.objects.all():
        assert person.name not in everything
    assert "plainly" not in everything


def test_what_has_not_happened_is_not_told(room: None, clock: time_machine.Traveller, member: Person) -> None:
    paper = a_paper(a_group_at_work(), 2)
    assert told(paper)[-1] == "The group began to write the paper."
    window = opened(paper)
    commented(window, member)
    assert told(paper)[-1].startswith("The draft (2 paragraphs, citing 0 sources) was open")
    clock.move_to(window.closes_at)
    assert told(paper)[-1] == "1 comment came; 0 of 1 are answered."


@pytest.mark.parametrize(
    ("opposed", "last"), [(0, "No opposing opinion was filed."), (1, "1 opposing opinion was filed")]
)
def test_dissent_is_told_as_a_number(room: None, clock: Any, office: Person, opposed: int, last: str) -> None:
    paper = a_finished_paper(clock, office, opposed=opposed, comments=1)
    assert any(words.startswith(last) for words in told(paper))


def test_more_comments_need_no_more_queries(room: None, clock: Any, office: Person) -> None:
    def queries(comments: int) -> int:
        paper = a_finished_paper(clock, office, comments=comments, opposed=1)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            told(paper)
        return len(asked)

    assert queries(1) == queries(3)
