"""Every step of a round's and a session's life, allowed and refused, by the actions themselves."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.models import Person
from supportroom.rounds import actions
from supportroom.rounds.lifecycle import ROUND, SESSION
from supportroom.rounds.models import Participant, Round, Session
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import FIRST_DAY, MORNING, make_round, make_session, open_a_session, words

ROUND_STEPS: dict[str, Callable[..., Any]] = {
    "start": actions.start_round,
    "begin_reporting": actions.begin_reporting,
    "resume": actions.resume_round,
}
PUBLISHED = "published"


def round_in(state: str) -> Round:
    made = make_round(others=1, running=False)
    make_session(made)
    Round.objects.filter(pk=made.pk).update(state=state)
    made.refresh_from_db()
    return made


@pytest.mark.parametrize("state", ROUND.states)
@pytest.mark.parametrize("verb", ROUND_STEPS)
def test_a_round_takes_the_steps_of_its_table_and_no_other(state: str, verb: str, room: None) -> None:
    made = round_in(state)
    if ROUND.allows(state, verb):
        ROUND_STEPS[verb](actor=SYSTEM, round=made)
        assert Round.objects.get(pk=made.pk).state == ROUND.step(state, verb).target
    else:
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            ROUND_STEPS[verb](actor=SYSTEM, round=made)
        assert Round.objects.get(pk=made.pk).state == state


@pytest.mark.parametrize("state", SESSION.states)
@pytest.mark.parametrize("verb", SESSION.verbs)
def test_a_session_takes_the_steps_of_its_table_and_no_other(
    state: str, verb: str, facilitator: Person, room: None
) -> None:
    session = make_session(make_round(people=[facilitator], others=1))
    Session.objects.filter(pk=session.pk).update(state=state)
    session.refresh_from_db()
    steps: dict[str, Callable[[], Any]] = {
        "open": lambda: actions.open_session(actor=SYSTEM, session=session, facilitator=facilitator, present=2),
        "close": lambda: actions.close_session(actor=SYSTEM, session=session),
    }
    if SESSION.allows(state, verb):
        steps[verb]()
        assert Session.objects.get(pk=session.pk).state == SESSION.step(state, verb).target
    else:
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            steps[verb]()


def test_a_round_without_a_session_does_not_start(room: None) -> None:
    with pytest.raises(DomainError, match=r"rounds\.no_session"):
        actions.start_round(actor=SYSTEM, round=make_round(others=0, running=False))


def test_a_round_with_an_open_session_is_not_reported(facilitator: Person) -> None:
    session = open_a_session(facilitator)
    with pytest.raises(DomainError, match=r"rounds\.session_open"):
        actions.begin_reporting(actor=SYSTEM, round=session.round)


def test_a_step_taken_by_somebody_else_first_is_not_taken_twice(room: None) -> None:
    made = round_in("draft")
    same = Round.objects.get(pk=made.pk)
    actions.start_round(actor=SYSTEM, round=made)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.start_round(actor=SYSTEM, round=same)


def changes_of(made: Round) -> dict[str, Callable[[], Any]]:
    """Everything that changes a round, its groups, sessions and participants."""
    group, session, participant = made.groups.first(), made.sessions.first(), made.participants.first()
    assert group
    assert session
    assert participant
    round_, who = {"actor": SYSTEM, "round": made}, {"actor": SYSTEM, "participant": participant}
    return {
        "amend_round": lambda: actions.amend_round(**round_, hub="Amman"),
        "add_group": lambda: actions.add_group(**round_, name=words("G")),
        "amend_group": lambda: actions.amend_group(actor=SYSTEM, group=group, hub="Amman"),
        "add_pillar": lambda: actions.add_pillar(**round_, name=words("New")),
        "add_session": lambda: make_session(made),
        "amend_session": lambda: actions.amend_session(actor=SYSTEM, session=session, title=words("T")),
        "remove_session": lambda: actions.remove_session(actor=SYSTEM, session=session),
        "add_participant": lambda: actions.add_participant(**round_, name="Somebody Invented"),
        "amend_participant": lambda: actions.amend_participant(**who, residence="North"),
        "import_participants": lambda: actions.import_participants(**round_, rows=[{"name": "Rima Invented"}]),
        "check_in": lambda: actions.check_in(**who, day=FIRST_DAY),
        "undo_check_in": lambda: actions.undo_check_in(**who, day=FIRST_DAY),
        "remove_participant": lambda: actions.remove_participant(**who),
    }


CHANGES = [
    "amend_round",
    "add_group",
    "amend_group",
    "add_pillar",
    "add_session",
    "amend_session",
    "remove_session",
    "add_participant",
    "amend_participant",
    "import_participants",
    "check_in",
    "undo_check_in",
    "remove_participant",
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("state", ROUND.states)
def test_a_round_can_be_changed_until_it_is_published(
    change: str, state: str, room: None, clock: time_machine.Traveller
) -> None:
    clock.move_to(MORNING)
    made = round_in(state)
    act = changes_of(made)[change]
    if state != PUBLISHED:
        act()
        return
    with pytest.raises(DomainError, match=r"rounds\.round_over"):
        act()


@pytest.mark.parametrize("persona", ["member", "office", "observer", "interpreter", "addressee", "stranger"])
def test_nobody_but_the_team_prepares_rounds(persona: str, request: pytest.FixtureRequest) -> None:
    actor = actor_of(request.getfixturevalue(persona))
    made = round_in("draft")
    fields = {"title": words("R"), "starts_on": FIRST_DAY, "ends_on": FIRST_DAY, "languages": ["ar"]}
    for act in (
        lambda: actions.create_round(actor=actor, **fields),
        lambda: actions.amend_round(actor=actor, round=made, hub="Amman"),
        lambda: actions.start_round(actor=actor, round=made),
        lambda: actions.add_participant(actor=actor, round=made, name="X"),
        lambda: actions.add_pillar(actor=actor, round=made, name=words("X")),
        lambda: actions.add_session(
            actor=actor,
            round=made,
            title=words("S"),
            starts_at=FIRST_DAY,
            ends_at=FIRST_DAY,  # type: ignore[arg-type]
        ),
    ):
        with pytest.raises(Denied):
            act()


def test_who_leads_an_open_session_adds_pillars_on_the_spot_and_the_journal_names_nobody(
    facilitator: Person, rapporteur: Person, member: Person
) -> None:
    from supportroom.journal.models import Entry

    session = open_a_session(facilitator, rapporteur, people=[member])
    for leader in (facilitator, rapporteur):
        actions.add_pillar(actor=actor_of(leader), round=session.round, name=words(f"Pillar {leader.pk}"))
    with pytest.raises(Denied):
        actions.add_pillar(actor=actor_of(member), round=session.round, name=words("Mine"))
    entries = Entry.objects.filter(action="rounds.add_pillar", actor__in=[facilitator.ref, rapporteur.ref])
    assert not entries.exists()


def test_dates_the_wrong_way_round_and_foreign_languages_are_refused(room: None) -> None:
    fields: dict[str, Any] = {"actor": SYSTEM, "title": words("R"), "starts_on": FIRST_DAY, "ends_on": FIRST_DAY}
    with pytest.raises(DomainError, match=r"rounds\.dates"):
        actions.create_round(**fields | {"ends_on": FIRST_DAY.replace(month=5)}, languages=["ar"])
    for languages in ([], ["fr"]):
        with pytest.raises(DomainError, match=r"rounds\.languages"):
            actions.create_round(**fields, languages=languages)
    with pytest.raises(DomainError, match=r"rounds\.languages"):
        actions.create_round(**fields, languages=["ar"], interpretation=["tr"])


def test_things_of_another_round_are_refused(room: None) -> None:
    made, other = make_round(others=1), make_round(others=0)
    foreign = other.groups.get()
    participant = Participant.objects.get(round=made)
    session = made.sessions.get()
    for act in (
        lambda: make_session(made, group=foreign),
        lambda: actions.amend_session(actor=SYSTEM, session=session, group=foreign),
        lambda: actions.amend_participant(actor=SYSTEM, participant=participant, group=foreign),
        lambda: actions.add_participant(actor=SYSTEM, round=made, name="X", group=foreign),
        lambda: actions.import_participants(actor=SYSTEM, round=made, rows=[{"name": "X", "group_id": foreign.pk}]),
    ):
        with pytest.raises(DomainError, match=r"rounds\.foreign_group"):
            act()


def test_a_group_that_is_used_is_not_removed_and_an_empty_one_is(room: None) -> None:
    made = make_round(groups=2, others=1, running=False)
    used, empty = made.groups.all()
    with pytest.raises(DomainError, match=r"rounds\.group_in_use"):
        actions.remove_group(actor=SYSTEM, group=used)
    actions.remove_group(actor=SYSTEM, group=empty)
    assert made.groups.count() == 1


def test_of_a_session_that_has_begun_only_the_title_changes(facilitator: Person) -> None:
    session = open_a_session(facilitator)
    actions.amend_session(actor=SYSTEM, session=session, title=words("Renamed"))
    with pytest.raises(DomainError, match=r"rounds\.session_begun"):
        actions.amend_session(actor=SYSTEM, session=session, is_chatham=False)
    with pytest.raises(DomainError, match=r"rounds\.session_begun"):
        actions.remove_session(actor=SYSTEM, session=session)


def test_a_person_takes_part_once_and_names_find_the_roll(room: None) -> None:
    made = make_round(others=0, running=False)
    known = make_person("Rima Known-Invented", organisation="Jasmine Circle")
    first = actions.add_participant(actor=SYSTEM, round=made, name="rima known-invented", organisation="jasmine circle")
    assert first.person == known
    with pytest.raises(DomainError, match=r"rounds\.already_in"):
        actions.add_participant(actor=SYSTEM, round=made, name="Rima Known-Invented", organisation="Jasmine Circle")
    other = actions.add_participant(
        actor=SYSTEM, round=made, name="Rima Known-Invented", organisation="Jasmine Circle", is_new=True
    )
    assert other.person != known
    with pytest.raises(DomainError, match=r"rounds\.ambiguous_name"):
        actions.add_participant(actor=SYSTEM, round=made, name="Rima Known-Invented", organisation="Jasmine Circle")
    with pytest.raises(DomainError, match=r"rounds\.name_needed"):
        actions.add_participant(actor=SYSTEM, round=made, name="  ")
