"""The roll and invitations: who sees what, what a link does, and what it never tells."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.people.actions import add_person, take_role
from supportroom.people.models import Account, AccountInvitation, Person
from supportroom.web.quiet_logs import WithoutTokens
from tests.factories.personas import actor_of, make_person

SignIn = Callable[[Person], Client]
CHOSEN = {"email": "new@example.org", "password": "lanterns on the river at dusk"}


def invited_link(browser: Client, person: Person, once: str = "") -> str:
    """Open a way to an account as the team does, and give the path of the link shown."""
    answer = browser.post(f"/en/people/{spell(person.pk)}/invite/", {"once": once})
    shown = re.search(r"http://testserver(/\w\w/invitation/[^/]+/)", answer.content.decode())
    assert shown
    return shown[1]


@pytest.fixture
def newcomer(room: None) -> Person:
    return add_person(actor=SYSTEM, name="Rana Newcomer-Invented", organisation="Jasmine Circle", language="ar")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", ["people/", "people/new/", "people/{person}/", "settings/"])
def test_every_page_answers_the_team(page: str, language: str, team: Person, newcomer: Person, sign_in: SignIn) -> None:
    answer = sign_in(team).get(f"/{language}/{page.format(person=spell(newcomer.pk))}")
    assert answer.status_code == 200


@pytest.mark.parametrize("persona", ["member", "office", "observer", "interpreter", "addressee"])
def test_nobody_but_the_team_reads_the_roll(
    persona: str, newcomer: Person, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    assert browser.get("/en/people/").status_code == 403
    assert browser.get(f"/en/people/{spell(newcomer.pk)}/").status_code == 404
    assert browser.post(f"/en/people/{spell(newcomer.pk)}/invite/").status_code == 404
    assert browser.post(f"/en/people/{spell(newcomer.pk)}/give-role/", {"role": "team"}).status_code == 404


def test_a_visitor_is_led_to_the_door(newcomer: Person) -> None:
    assert Client().get("/en/people/").status_code == 302


def test_the_roll_takes_the_same_queries_for_one_and_for_many(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    browser.get("/en/people/")
    with CaptureQueriesContext(connection) as few:
        browser.get("/en/people/")
    for number in range(5):
        add_person(actor=SYSTEM, name=f"Person {number}", organisation=f"Circle {number}")
    with CaptureQueriesContext(connection) as many:
        browser.get("/en/people/")
    assert len(many) == len(few)


def test_somebody_is_found_however_the_name_is_typed(team: Person, room: None, sign_in: SignIn) -> None:
    add_person(actor=SYSTEM, name="أسماء المخترعة", organisation="جمعية الياسمين")
    assert "أسماء" in sign_in(team).get("/ar/people/", {"find": "اسماء ياسمين"}).content.decode()
    assert "أسماء" not in sign_in(team).get("/ar/people/", {"find": "زيتون"}).content.decode()


def test_s01_a_link_is_shown_once_and_makes_one_account(team: Person, newcomer: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    link = invited_link(browser, newcomer)
    assert link.startswith("/ar/"), "in the language of the person"
    assert link.split("/")[3] not in browser.get(f"/en/people/{spell(newcomer.pk)}/").content.decode()
    stranger = Client()
    assert stranger.get(link).status_code == 200
    assert stranger.post(link, CHOSEN).status_code == 302
    account = Account.objects.get(person=newcomer)
    assert account.email == CHOSEN["email"]
    assert account.check_password(CHOSEN["password"])
    again = stranger.post(link, {**CHOSEN, "email": "other@example.org"})
    assert "لا" in again.content.decode() or "does not work" in again.content.decode()
    assert Account.objects.filter(person=newcomer).count() == 1


def test_the_page_of_a_link_names_nobody(team: Person, newcomer: Person, sign_in: SignIn) -> None:
    page = Client().get(invited_link(sign_in(team), newcomer)).content.decode()
    assert "Newcomer" not in page
    assert "Jasmine" not in page


def test_s01_a_link_that_never_was_looks_like_one_that_is_over(
    team: Person, newcomer: Person, sign_in: SignIn, clock: Traveller
) -> None:
    browser = sign_in(team)
    first = invited_link(browser, newcomer, once="a")
    second = invited_link(browser, newcomer, once="b")
    replaced = Client().get(first)
    never = Client().get("/ar/invitation/never/")
    assert replaced.status_code == never.status_code == 200
    assert _plain(replaced.content) == _plain(never.content)
    clock.shift(timedelta(hours=73))
    assert _plain(Client().get(second).content) == _plain(never.content)


def _plain(content: bytes) -> str:
    return re.sub(r"/invitation/[^/]+/", "", re.sub(r'value="[^"]*"', "", content.decode()))


def test_reading_a_link_writes_nothing(team: Person, newcomer: Person, sign_in: SignIn) -> None:
    link = invited_link(sign_in(team), newcomer)
    with CaptureQueriesContext(connection) as queries:
        Client().get(link)
    assert not [query for query in queries if not query["sql"].startswith("SELECT")]
    assert not AccountInvitation.objects.get(person=newcomer).used


@pytest.mark.parametrize(
    ("wrong", "value"), [("password", "short"), ("password", "password1234"), ("email", "no address"), ("email", "")]
)
def test_what_was_chosen_badly_can_be_chosen_again(
    wrong: str, value: str, team: Person, newcomer: Person, sign_in: SignIn
) -> None:
    link = invited_link(sign_in(team), newcomer)
    answer = Client().post(link, {**CHOSEN, wrong: value})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert CHOSEN["password"] not in answer.content.decode()
    assert Client().post(link, CHOSEN).status_code == 302


def test_the_address_is_not_told_to_be_somebody_elses(team: Person, newcomer: Person, sign_in: SignIn) -> None:
    link = invited_link(sign_in(team), newcomer)
    taken = Account.objects.get(person=team).email
    answer = Client().post(link, {**CHOSEN, "email": taken.upper()})
    assert answer.status_code == 422
    assert Account.objects.filter(person=newcomer).count() == 0


def test_s01_a_log_line_never_holds_a_token() -> None:
    record = logging.LogRecord("x", 30, "", 1, "Forbidden (%s): %s", ("CSRF", "/ar/invitation/abc-DEF_9/"), None)
    assert WithoutTokens().filter(record)
    assert "abc-DEF_9" not in record.getMessage()
    assert "/ar/invitation/" in record.getMessage()


def test_s01_what_is_logged_of_a_refused_link_holds_no_token(
    team: Person, newcomer: Person, sign_in: SignIn, caplog: pytest.LogCaptureFixture
) -> None:
    link = invited_link(sign_in(team), newcomer)
    Client().get(link)
    Client().post(link, {})
    Client().get(link + "more/")
    filtered = [record for record in caplog.records if WithoutTokens().filter(record)]
    assert not [record for record in filtered if link.split("/")[3] in record.getMessage()]


def test_a_role_is_given_and_taken_and_the_last_of_the_team_stays(
    team: Person, newcomer: Person, sign_in: SignIn
) -> None:
    browser = sign_in(team)
    browser.post(f"/en/people/{spell(newcomer.pk)}/give-role/", {"role": "office"})
    newcomer.refresh_from_db()
    assert newcomer.roles == ["office"]
    browser.post(f"/en/people/{spell(newcomer.pk)}/take-role/", {"role": "office"})
    newcomer.refresh_from_db()
    assert newcomer.roles == []
    assert browser.post(f"/en/people/{spell(newcomer.pk)}/give-role/", {"role": "king"}).status_code == 422
    assert browser.post(f"/en/people/{spell(team.pk)}/take-role/", {"role": "team"}).status_code == 422


def test_who_is_locked_or_has_no_account_is_not_the_rest_of_the_team(team: Person) -> None:
    shut = make_person("Locked Team-Invented", "team")
    Account.objects.filter(person=shut).update(is_active=False)
    add_person(actor=SYSTEM, name="Invited Team-Invented", roles=("team",))
    with pytest.raises(DomainError, match=r"people\.last_team"):
        take_role(actor=actor_of(team), person=team, role="team")
    assert Person.objects.get(pk=team.pk).roles == ["team"]
    take_role(actor=actor_of(team), person=shut, role="team")
    make_person("Tarek Team-Invented", "team")
    take_role(actor=actor_of(team), person=team, role="team")


def test_s12_a_role_taken_is_gone_with_the_next_request(team: Person, sign_in: SignIn) -> None:
    """Two browsers: one takes the role, the other has it no more, on no page and in no form."""
    other = make_person("Tarek Team-Invented", "team")
    first, second = sign_in(team), sign_in(other)
    assert second.get("/en/people/").status_code == 200
    form = {"role": "team"}
    assert first.post(f"/en/people/{spell(other.pk)}/take-role/", form).status_code in (302, 303)
    assert second.get("/en/people/").status_code in (302, 403)
    assert second.post(f"/en/people/{spell(team.pk)}/take-role/", form).status_code in (302, 403)
    team.refresh_from_db()
    assert "team" in team.roles
    again = sign_in(other)
    assert again.get("/en/people/").status_code == 403
    assert first.post(f"/en/people/{spell(other.pk)}/give-role/", form).status_code in (302, 303)
    assert sign_in(other).get("/en/people/").status_code == 200


def test_a_name_changed_by_two_shows_both(team: Person, newcomer: Person, sign_in: SignIn) -> None:
    browser, path = sign_in(team), f"/en/people/{spell(newcomer.pk)}/"
    seen = newcomer.version
    assert browser.post(path, {"name": "First Hand", "organisation": "", "seen": seen}).status_code == 302
    answer = browser.post(path, {"name": "Second Hand", "organisation": "", "seen": seen})
    assert answer.status_code == 409
    assert "Second Hand" in answer.content.decode()
    assert "What stands now: First Hand" in answer.content.decode()
    assert browser.post(path, {"name": "Second Hand", "organisation": "", "seen": seen + 1}).status_code == 302


def test_nobody_invites_who_has_an_account(team: Person, member: Person, sign_in: SignIn) -> None:
    assert sign_in(team).post(f"/en/people/{spell(member.pk)}/invite/").status_code == 422


def test_own_settings_change_the_clock_of_ones_pages(member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    answer = browser.post("/ar/settings/", {"language": "en", "time_zone": "Europe/Zurich"})
    assert answer["Location"] == "/en/settings/"
    member.refresh_from_db()
    assert member.time_zone == "Europe/Zurich"
    assert browser.post("/en/settings/", {"language": "en", "time_zone": "Mars/Base"}).status_code == 422


def test_hidden_controls_do_not_reach_a_name(team: Person, sign_in: SignIn) -> None:
    sign_in(team).post(
        "/en/people/new/",
        {"name": "Evil\u202e\u0000 <b>Name</b>", "language": "ar", "time_zone": "Asia/Damascus", "organisation": ""},
    )
    assert "Evil <b>Name</b>" in [person.name for person in Person.objects.all()]
    assert "<b>Name" not in sign_in(team).get("/en/people/").content.decode()


def test_a_megabyte_in_a_field_is_refused_and_still_there(team: Person, sign_in: SignIn) -> None:
    long = "م" * 500_000
    answer = sign_in(team).post(
        "/en/people/new/", {"name": long, "language": "ar", "time_zone": "Asia/Damascus", "organisation": ""}
    )
    assert answer.status_code == 422
    assert long in answer.content.decode()
