"""The table of permissions, asked cell by cell."""

import pytest
import time_machine

from supportroom.adoption.actions import ask_release, finish_notes, propose_words
from supportroom.adoption.models import ReleasedWords
from supportroom.groups.actions import close_group
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may, permission_names
from supportroom.papers.vocabulary import DECIDING
from supportroom.people.models import Person
from tests.adoption import permission_table as table
from tests.factories.adoption import a_joint_paper, an_answered_paper, decided, filed, joined, noted, with_office
from tests.factories.adoption import answer_to as answered_by_the_group
from tests.factories.papers import freshly
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.permission_tables import PERSONAS, differences

Things = dict[str, object]


@pytest.fixture
def seats(facilitator: Person, rapporteur: Person) -> tuple[Person, Person]:
    """Who holds seats."""
    return facilitator, rapporteur


@pytest.fixture
def opposed(seats: tuple[Person, Person], member: Person, stranger: Person, clock: time_machine.Traveller) -> Things:
    answered = an_answered_paper(*seats)
    asked = a_joint_paper(*seats)
    opinion = joined(filed(asked, member), stranger)
    decided(asked, clock)
    clock.move_to(asked.opinions_until)
    return {table.ANSWERED: answered, table.ASKED: asked, table.OPINION: opinion}


@pytest.fixture
def things(opposed: Things, office: Person, facilitator: Person, clock: time_machine.Traveller) -> Things:
    review = with_office(freshly(opposed[table.ASKED].paper))  # type: ignore[attr-defined]
    note = answered_by_the_group(noted(review, office))
    finish_notes(actor=actor_of(office), review=review)
    ours = propose_words(actor=actor_of(facilitator), review=review, text=words("One."))
    theirs = ReleasedWords(review=review, text=ours.text, proposed_by="office")
    sent = freshly(review.paper)
    release = ask_release(actor=actor_of(facilitator), paper=sent)
    return {
        **opposed,
        table.SENT: sent,
        table.REVIEW: review,
        table.NOTE: note,
        table.GROUPS_WORDS: ours,
        table.OFFICES_WORDS: theirs,
        table.RELEASE: release,
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def test_the_table_leaves_no_permission_out() -> None:
    asked = {row.permission for row in table.TABLE}
    assert asked == {name for name in permission_names() if name.startswith("adoption.")}


def test_a_group_that_the_team_closed_still_asks_the_members(
    seats: tuple[Person, Person], office: Person, clock: time_machine.Traveller
) -> None:
    adoption = decided(a_joint_paper(*seats), clock)
    close_group(actor=SYSTEM, group=adoption.paper.group, reason=words("No more money."))
    clock.move_to(adoption.opinions_until)
    review = with_office(freshly(adoption.paper))
    clock.move_to(review.due_at)
    ask_release(actor=actor_of(seats[0]), paper=review.paper)
    assert freshly(review.paper).state == DECIDING
