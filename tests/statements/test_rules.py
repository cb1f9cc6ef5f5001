"""Who may do what with statements and reports: every persona, every permission, in one table."""

import pytest

from supportroom.kernel.actors import VISITOR, Actor
from supportroom.kernel.permissions import may, permission_names
from supportroom.people.models import Person
from supportroom.statements.actions import name_spokesperson
from supportroom.statements.models import Spokesperson, Statement
from supportroom.statements.queries import reports_visible_to, statements_visible_to
from tests.factories.personas import actor_of
from tests.factories.statements import (
    Meeting,
    adopted,
    delivered,
    drafted,
    read_back,
    replied,
    report_adopted,
    report_read_back,
    written,
)

# W: a volunteer of the statement · P: another participant · F, R: who facilitates, records
PERSONAS = {
    "W": "member", "P": "shielded_member", "F": "facilitator", "R": "rapporteur", "T": "team", "I": "interpreter",
    "O": "office", "A": "addressee", "S": "stranger", "B": "observer", "V": "visitor",
}  # fmt: skip
ALLOWED = {
    "start_statement": "WPFRT",
    "volunteer": "WPFR",
    "step_down": "WPFR",
    **dict.fromkeys(
        [
            "name_statement", "add_items", "add_words", "rest_item", "move_item", "remove_item", "restore_item",
            "read_back_statement", "take_back_statement", "name_spokesperson",
        ],
        "WR",
    ),
    "reword_item": "WRTI",
    "remove_spokesperson": "WRF",
    "adopt_statement": "WFRT",
    "deliver_statement": "WFRT",
    "record_reply": "WFRT",
    "reword_reply": "WFRTI",
    "read_writers": "WPFRT",
    "draft_report": "RT",
    **dict.fromkeys(
        [
            "add_paragraph", "move_paragraph", "remove_paragraph", "restore_paragraph", "write_section_anew",
            "read_back_report", "take_back_report",
        ],
        "RT",
    ),
    "reword_paragraph": "RTI",
    "correct_words": "T",
    "adopt_report": "FRT",
}  # fmt: skip
ON_ROUND = {"start_statement", "draft_report"}
ON_REPORT = {"add_paragraph", "move_paragraph", "remove_paragraph", "restore_paragraph", "write_section_anew",
             "read_back_report", "take_back_report", "reword_paragraph", "correct_words", "adopt_report"}  # fmt: skip


@pytest.fixture
def actors(meeting: Meeting, shielded_member: Person, request: pytest.FixtureRequest) -> dict[str, Actor]:
    """Every persona by its letter; the shielded member takes part in the round."""
    from supportroom.kernel.actors import SYSTEM
    from supportroom.rounds.actions import add_participant
    from tests.factories.rounds import first_group

    add_participant(actor=SYSTEM, round=meeting.round, person=shielded_member, group=first_group(meeting.round))
    own = {"F": meeting.facilitator, "R": meeting.rapporteur, "W": meeting.writer}
    found = {key: own.get(key) or request.getfixturevalue(name) for key, name in PERSONAS.items() if key != "V"}
    return {key: actor_of(person) for key, person in found.items()} | {"V": VISITOR}


def test_the_table_names_every_permission() -> None:
    assert {f"statements.{name}" for name in ALLOWED} == {n for n in permission_names() if n.startswith("statements.")}


def test_every_persona_may_do_what_the_table_says(meeting: Meeting, actors: dict[str, Actor]) -> None:
    statement, report = replied(meeting), drafted(meeting)
    writer = actor_of(meeting.writer)
    spokesperson: Spokesperson = name_spokesperson(actor=writer, statement=statement, person=meeting.facilitator)
    special = {"remove_spokesperson": spokesperson, "reword_reply": statement.replies.get()}
    found = {}
    for name in ALLOWED:
        thing = special.get(name) or (meeting.round if name in ON_ROUND else report if name in ON_REPORT else statement)
        found[name] = {key for key, actor in actors.items() if may(actor, f"statements.{name}", thing)}
    assert found == {name: set(letters) for name, letters in ALLOWED.items()}


READS = {written: "WPFRTI", read_back: "WPFRTI", adopted: "WPFRTIO", delivered: "WPFRTIOA"}


@pytest.mark.parametrize(("make", "letters"), READS.items(), ids=[make.__name__ for make in READS])
def test_who_reads_a_statement_in_each_state(
    meeting: Meeting, actors: dict[str, Actor], make: object, letters: str
) -> None:
    make(meeting)  # type: ignore[operator]
    assert {key for key, actor in actors.items() if statements_visible_to(actor).exists()} == set(letters)


def test_another_group_reads_a_statement_once_it_is_adopted(meeting: Meeting, stranger: Person) -> None:
    from supportroom.kernel.actors import SYSTEM
    from supportroom.rounds.actions import add_group, add_participant
    from tests.factories.rounds import words

    other = add_group(actor=SYSTEM, round=meeting.round, name=words("Other"))
    add_participant(actor=SYSTEM, round=meeting.round, person=stranger, group=other)
    statement = written(meeting)
    assert not statements_visible_to(actor_of(stranger)).exists()
    Statement.objects.filter(pk=statement.pk).update(state="adopted")
    assert statements_visible_to(actor_of(stranger)).exists()


REPORT_READS = {drafted: "FRTI", report_read_back: "WPFRTI", report_adopted: "WPFRTIO"}


@pytest.mark.parametrize(("make", "letters"), REPORT_READS.items(), ids=[make.__name__ for make in REPORT_READS])
def test_who_reads_a_report_in_each_state(
    meeting: Meeting, actors: dict[str, Actor], make: object, letters: str
) -> None:
    make(meeting)  # type: ignore[operator]
    assert {key for key, actor in actors.items() if reports_visible_to(actor).exists()} == set(letters)
