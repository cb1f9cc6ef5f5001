"""A session opens once, closes once, and its key lives in between."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import Traveller

from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.protection.handles import has_key, open_key
from supportroom.rounds import closing
from supportroom.rounds.actions import begin_reporting, close_session, open_session
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.rounds import close_a_session, first_group, make_round, make_session, open_a_session, words

SignIn = Callable[[Person], Client]


@pytest.fixture
def planned(facilitator: Person, rapporteur: Person) -> Session:
    """A planned session of a running round in which five people take part, these two among them."""
    session = make_round(people=[facilitator, rapporteur], others=3).sessions.get()
    return Session.objects.select_related("round", "group").get(pk=session.pk)


def test_an_open_session_has_a_key_and_a_closed_one_has_none(facilitator: Person, rapporteur: Person) -> None:
    session = open_a_session(facilitator, rapporteur)
    assert has_key(session.pk)
    close_a_session(session)
    assert not has_key(session.pk)
    assert session.state == "closed"


def test_who_was_chosen_and_how_many_are_present_is_kept(facilitator: Person, rapporteur: Person) -> None:
    session = Session.objects.get(pk=open_a_session(facilitator, rapporteur, present=4).pk)
    assert (session.facilitator, session.rapporteur, session.present) == (facilitator, rapporteur, 4)
    assert session.opened_at
    assert session.opened_at.microsecond == 0


@pytest.mark.parametrize(
    ("present", "code"), [(0, "rounds.nobody_present"), (6, "rounds.too_many_present"), (5, None), (1, None)]
)
def test_those_present_are_at_least_one_and_no_more_than_take_part(
    present: int, code: str | None, planned: Session, facilitator: Person
) -> None:
    if code is None:
        assert open_session(actor=SYSTEM, session=planned, facilitator=facilitator, present=present).is_open
        return
    with pytest.raises(DomainError, match=code):
        open_session(actor=SYSTEM, session=planned, facilitator=facilitator, present=present)
    assert not has_key(planned.pk)


def test_a_stranger_is_not_chosen_and_somebody_of_the_team_can_be(
    planned: Session, facilitator: Person, stranger: Person, team: Person
) -> None:
    for chosen in ({"facilitator": stranger}, {"facilitator": facilitator, "rapporteur": stranger}):
        with pytest.raises(DomainError, match=r"rounds\.not_in_round"):
            open_session(actor=SYSTEM, session=planned, present=2, **chosen)
    assert open_session(actor=SYSTEM, session=planned, facilitator=team, present=2).facilitator == team


def test_a_session_of_a_round_in_preparation_is_not_opened(facilitator: Person) -> None:
    draft = make_round(people=[facilitator], running=False)
    session = make_session(draft)
    with pytest.raises(DomainError, match=r"rounds\.not_running"):
        open_session(actor=SYSTEM, session=session, facilitator=facilitator, present=1)


def test_a_session_can_be_planned_and_opened_while_the_report_is_written(planned: Session, facilitator: Person) -> None:
    begin_reporting(actor=SYSTEM, round=planned.round)
    adoption = make_session(planned.round, title=words("Adoption of the report"))
    assert open_session(actor=SYSTEM, session=adoption, facilitator=facilitator, present=3).is_open


def test_it_is_opened_once_and_closed_once(planned: Session, facilitator: Person, rapporteur: Person) -> None:
    second = Session.objects.select_related("round", "group").get(pk=planned.pk)
    open_a_session(facilitator, rapporteur, session=planned)
    for late in (second, planned):
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            open_a_session(facilitator, rapporteur, session=late)
    third = Session.objects.select_related("round").get(pk=planned.pk)
    close_a_session(planned)
    for late in (third, planned):
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            close_session(actor=SYSTEM, session=late)


def test_members_open_their_own_session_once_its_day_has_come(
    planned: Session, facilitator: Person, stranger: Person, clock: Traveller
) -> None:
    clock.move_to(planned.starts_at - timedelta(days=1))
    with pytest.raises(Denied):
        open_session(actor=actor_of(facilitator), session=planned, facilitator=facilitator, present=2)
    clock.move_to(planned.starts_at.replace(hour=0) - timedelta(hours=2, minutes=30))  # past midnight in Damascus
    with pytest.raises(Denied):
        open_session(actor=actor_of(stranger), session=planned, facilitator=facilitator, present=2)
    assert open_session(actor=actor_of(facilitator), session=planned, facilitator=facilitator, present=2).is_open


@pytest.mark.parametrize(
    ("who", "may_close"), [("facilitator", True), ("team", True), ("rapporteur", False), ("office", False)]
)
def test_the_facilitator_or_the_team_closes(
    who: str,
    *,
    may_close: bool,
    facilitator: Person,
    rapporteur: Person,
    request: pytest.FixtureRequest,
) -> None:
    session = open_a_session(facilitator, rapporteur)
    actor = actor_of(request.getfixturevalue(who))
    if may_close:
        assert close_session(actor=actor, session=session).state == "closed"
    else:
        with pytest.raises(Denied):
            close_session(actor=actor, session=session)


def test_opening_and_closing_stand_in_the_journal(facilitator: Person, rapporteur: Person) -> None:
    session = close_a_session(open_a_session(facilitator, rapporteur))
    entries = Entry.objects.about(reference(session)).values_list("action", flat=True)
    assert {"rounds.add_session", "rounds.open_session", "rounds.close_session"} <= set(entries)


def test_what_floors_above_handed_in_runs_inside_the_close(
    facilitator: Person, rapporteur: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[int] = []
    monkeypatch.setattr(closing, "_callbacks", [])
    closing.at_close(lambda session: ran.append(session.pk))
    session = open_a_session(facilitator, rapporteur)
    close_session(actor=SYSTEM, session=session)
    assert ran == [session.pk]


def test_a_close_that_fails_above_leaves_the_session_open(
    facilitator: Person, rapporteur: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(session: Session) -> None:
        raise DomainError("kernel.not_now")

    monkeypatch.setattr(closing, "_callbacks", [fail])
    session = open_a_session(facilitator, rapporteur)
    with pytest.raises(DomainError):
        close_session(actor=SYSTEM, session=session)
    assert Session.objects.get(pk=session.pk).is_open
    assert has_key(session.pk)


@pytest.mark.django_db(transaction=True)
def test_the_key_is_gone_with_the_commit_of_the_close(facilitator: Person, rapporteur: Person) -> None:
    session = open_a_session(facilitator, rapporteur)
    close_session(actor=SYSTEM, session=session)
    assert not has_key(session.pk)


def test_a_killed_server_ends_its_closings_when_it_starts_again(facilitator: Person, rapporteur: Person) -> None:
    session = close_a_session(open_a_session(facilitator, rapporteur))
    still_open = open_a_session(facilitator, rapporteur)
    open_key(session.pk)  # as if the server had died between the commit and the destruction
    assert closing.finish_interrupted_closings() == 1
    assert not has_key(session.pk)
    assert has_key(still_open.pk)
    assert closing.finish_interrupted_closings() == 0


@pytest.mark.django_db(transaction=True)
def test_the_next_opening_ends_them_too(facilitator: Person, rapporteur: Person) -> None:
    session = close_a_session(open_a_session(facilitator, rapporteur))
    open_key(session.pk)
    open_a_session(facilitator, rapporteur)
    assert not has_key(session.pk)


def test_the_team_opens_a_session_in_two_taps(
    planned: Session, team: Person, facilitator: Person, sign_in: SignIn
) -> None:
    browser, path = sign_in(team), f"/en/sessions/{spell(planned.pk)}/open/"
    page = browser.get(path).content.decode()
    assert f'value="{team.pk}" selected' in page, "whoever opens is offered first"
    assert 'value="5"' in page, "everybody who takes part is taken to be present"
    sent = {"facilitator": facilitator.pk, "rapporteur": "", "present": 5, "once": "form-1"}
    answer = browser.post(path, sent)
    assert answer["Location"] == f"/en/sessions/{spell(planned.pk)}/"
    assert browser.post(path, sent).status_code == 302, "the same form again leads to the same place"
    assert Entry.objects.filter(action="rounds.open_session").count() == 1


def test_a_session_closed_by_two_is_closed_once_and_says_so_kindly(
    facilitator: Person, rapporteur: Person, team: Person, sign_in: SignIn
) -> None:
    session = open_a_session(facilitator, rapporteur)
    path = f"/en/sessions/{spell(session.pk)}/close/"
    assert sign_in(facilitator).get(path).status_code == 200
    assert sign_in(facilitator).post(path).status_code == 302
    again = sign_in(team).post(path)
    assert again.status_code == 422
    assert "somebody may have taken it already" in again.content.decode()
    assert sign_in(team).get(path).status_code == 302
    assert Entry.objects.filter(action="rounds.close_session").count() == 1


@pytest.mark.parametrize("who", ["stranger", "visitor_page"])
def test_a_stranger_finds_no_session_to_open(
    who: str, planned: Session, request: pytest.FixtureRequest, sign_in: SignIn, room: None
) -> None:
    path = f"/en/sessions/{spell(planned.pk)}/open/"
    if who == "visitor_page":
        assert Client().get(path)["Location"].startswith("/en/sign-in/")
    else:
        assert sign_in(request.getfixturevalue(who)).get(path).status_code == 404


def test_wrong_choices_are_refused_with_what_was_typed(
    planned: Session, team: Person, stranger: Person, sign_in: SignIn
) -> None:
    path = f"/en/sessions/{spell(planned.pk)}/open/"
    sent = {"facilitator": stranger.pk, "rapporteur": "nobody", "present": "77"}
    answer = sign_in(team).post(path, sent)
    assert answer.status_code == 422
    assert 'value="77"' in answer.content.decode()


def test_participants_of_a_group_are_those_of_its_sessions(
    facilitator: Person, rapporteur: Person, member: Person
) -> None:
    from supportroom.rounds.actions import add_participant
    from supportroom.rounds.queries import choosable_for, participants_of_session, takes_part

    made = make_round(groups=2, people=[facilitator], others=0)
    other = made.groups.exclude(pk=first_group(made).pk).get()  # type: ignore[union-attr]
    add_participant(actor=SYSTEM, round=made, person=member, group=other)
    mine, plenary = make_session(made), make_session(made, title=words("Plenary"))
    Session.objects.filter(pk=plenary.pk).update(group=None)
    plenary.refresh_from_db()
    assert [each.person for each in participants_of_session(mine)] == [facilitator]
    assert {each.person for each in participants_of_session(plenary)} == {facilitator, member}
    assert takes_part(actor_of(facilitator), mine)
    assert not takes_part(actor_of(member), mine)
    assert takes_part(actor_of(member), plenary)
    assert member not in choosable_for(mine)
