"""The table of permissions, asked cell by cell; and who sees which paper at all."""

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.papers.queries import papers_visible_to
from supportroom.papers.vocabulary import PAPER_STATES
from supportroom.people.models import Person
from tests.factories.papers import freshly, in_state
from tests.factories.personas import actor_of
from tests.papers import permission_table as table
from tests.permission_tables import PERSONAS, differences

ALWAYS = {"team", "interpreter", "member", "shielded_member"}
MEMBERS = {"stranger", "rapporteur", "facilitator"}


def commented_copy(paper: Paper) -> Paper:
    copy = freshly(paper)
    copy.state = "in_comment"
    return copy


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, group: WorkingGroup, paper: Paper
) -> None:
    things = {table.GROUP: group, table.PAPER: paper, table.COMMENTED: commented_copy(paper)}
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def seen_in(state: str) -> set[str]:
    """Who sees a paper in this state: as the brief of the protection says it."""
    seen = set(ALWAYS)
    if state != "drafting":
        seen |= MEMBERS
    if state in ("with_office", "deciding", "held_back", "released", "published"):
        seen |= {"office"}
    if state in ("released", "published"):
        seen |= {"observer", "addressee"}
    return seen


@pytest.mark.writes_outside_actions
def test_who_sees_a_paper_at_all_depends_on_its_state(request: pytest.FixtureRequest, paper: Paper) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    for state in PAPER_STATES:
        in_state(paper, state)
        assert {name for name, actor in actors.items() if papers_visible_to(actor).exists()} == seen_in(state), state


def test_a_seat_that_was_given_up_reads_no_draft_any_more(paper: Paper, shielded_member: Person) -> None:
    from supportroom.groups.actions import resign

    actor = actor_of(shielded_member)
    resign(actor=actor, seat=paper.group.seats.get(person=shielded_member))
    assert not papers_visible_to(actor).exists()
    assert not may(actor, "papers.write_paper", freshly(paper))
