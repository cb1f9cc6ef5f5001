"""Who lost password or phone is let in anew by two of the team, after a day, and never by mail (S04)."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, seed
from hypothesis import settings as generated
from hypothesis import strategies as st
from time_machine import Traveller

from supportroom.journal.models import Untold
from supportroom.kernel.actors import VISITOR, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.ids import spell
from supportroom.people import actions
from supportroom.people.models import Account, Person, Recovery, RecoveryCode, SecondFactor
from supportroom.people.tokens import new_token
from supportroom.people.vocabulary import LIVING, STOPPED
from supportroom.safety.actions import close_account
from tests.factories.personas import actor_of, make_person
from tests.factories.safety import locked

SignIn = Callable[[Person], Client]
NEW = "lanterns on the river at dusk"


@pytest.fixture
def colleague(room: None) -> Person:
    return make_person("Tarek Team-Invented", "team", language="en")


@pytest.fixture
def two(team: Person, colleague: Person) -> tuple[Person, Person]:
    return team, colleague


def recover(browser: Client, path: str) -> int:
    return browser.post(f"/en/{path}/").status_code


def link_in(page: bytes) -> str:
    shown = re.search(r"http://testserver(/\w\w/way-back/[^/]+/)", page.decode())
    assert shown
    return shown[1]


def test_s04_two_of_the_team_a_day_and_a_link_that_works_once(
    team: Person, colleague: Person, member: Person, sign_in: SignIn, clock: Traveller
) -> None:
    account = Account.objects.get(person=member)
    SecondFactor.objects.create(account=account, seed="lost")
    first, second, still_in = sign_in(team), sign_in(colleague), sign_in(member)
    assert recover(first, f"people/{spell(member.pk)}/let-in-anew") == 302
    way = f"people/{spell(member.pk)}/let-in-anew"
    assert recover(first, f"{way}/second") == 422, "one person is not two"
    assert recover(second, f"{way}/open") == 422
    assert recover(second, f"{way}/second") == 302
    assert recover(second, f"{way}/second") == 422, "it was said already"
    assert recover(first, f"{way}/open") == 422, "the day is not over"
    clock.shift(timedelta(hours=23, minutes=59))
    assert recover(sign_in(team), f"{way}/open") == 422
    clock.shift(timedelta(minutes=1))
    link = link_in(sign_in(team).post(f"/en/{way}/open/").content)
    page = Client().get(link).content.decode()
    assert "Salma" not in page
    assert Client().post(link, {"password": "password1234"}).status_code == 422
    clock.shift(2)
    assert Client().post(link, {"password": NEW}).status_code == 302
    account.refresh_from_db()
    assert account.check_password(NEW)
    assert not SecondFactor.objects.exists(), "the phone of before opens nothing"
    assert not RecoveryCode.objects.exists()
    assert still_in.get("/en/desk/").status_code == 302
    assert "does not work" in Client().get(link.replace("/ar/", "/en/")).content.decode()
    told = list(Untold.objects.filter(entry__action__startswith="people.").values_list("entry__action", flat=True))
    assert {"people.ask_recovery", "people.second_recovery", "people.open_recovery"} <= set(told), "the member is told"


def test_s04_the_member_and_the_team_stop_it_and_others_do_not_learn_of_it(
    team: Person, colleague: Person, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    sign_in(team).post(f"/en/people/{spell(member.pk)}/let-in-anew/")
    way = f"people/{spell(member.pk)}/let-in-anew"
    sign_in(colleague).post(f"/en/{way}/second/")
    assert recover(sign_in(stranger), f"{way}/stop") == 404
    assert recover(sign_in(member), f"{way}/open") == 403
    assert "stop it" in sign_in(member).get("/en/settings/").content.decode()
    assert recover(sign_in(member), f"{way}/stop") == 302
    assert recover(sign_in(team), f"{way}/open") == 404
    assert recover(sign_in(team), f"people/{spell(member.pk)}/let-in-anew") == 302, "it can be asked for anew"
    assert recover(sign_in(team), f"people/{spell(team.pk)}/let-in-anew") == 422, "not for oneself"


STEPS = st.lists(
    st.sampled_from(["ask by A", "ask by B", "second by A", "second by B", "open by A", "stop", "use", "a day"]),
    min_size=4,
    max_size=12,
)


@seed(20261122)
@generated(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_s04_no_path_leads_from_less_than_two_people_and_a_day_to_a_password(
    two: tuple[Person, Person], member: Person, clock: Traveller, steps: list[str]
) -> None:
    """The actions themselves, played in any order: a password is changed by two people and a whole day, or not."""
    asker, second_at = "", None
    with transaction.atomic():
        for step in ("ask by A", *steps):
            verb, _by, who = step.partition(" by ")
            if not _goes_well(verb, actor_of(two[who != "A"]), member, clock):
                continue
            asker = who if verb == "ask" else asker
            assert verb != "second" or who != asker, steps
            second_at = now() if verb == "second" else second_at if verb != "ask" else None
            assert verb not in ("open", "use") or (second_at and now() - second_at >= timedelta(days=1)), steps
            assert Account.objects.get(person=member).check_password(NEW) == (verb == "use") or verb in ("a day", "ask")
            if verb == "use":
                break
        transaction.set_rollback(True)


def _goes_well(verb: str, actor: Actor, person: Person, clock: Traveller) -> bool:
    living = Recovery.objects.filter(state__in=LIVING).first() or Recovery(account=Account.objects.get(person=person))
    try:
        match verb:
            case "a day":
                clock.shift(timedelta(days=1))
            case "ask":
                actions.ask_recovery(actor=actor, person=person)
            case "second":
                actions.second_recovery(actor=actor, recovery=living)
            case "open":
                actions.open_recovery(actor=actor, recovery=living, token=new_token())
            case "stop":
                actions.stop_recovery(actor=actor, recovery=living)
            case "use":
                actions.use_recovery(actor=VISITOR, recovery=living, password=NEW)
    except (DomainError, TypeError):  # TypeError: a recovery that was never asked for has no end
        return False
    return True


def test_s04_the_actions_refuse_what_the_table_refuses_in_every_order(
    team: Person, colleague: Person, member: Person, clock: Traveller
) -> None:
    """Every pair of steps that skips one is refused by the actions themselves, whoever calls them."""
    first, second = actor_of(team), actor_of(colleague)
    recovery = actions.ask_recovery(actor=first, person=member)
    refused = [
        lambda: actions.ask_recovery(actor=second, person=member),
        lambda: actions.second_recovery(actor=first, recovery=recovery),
        lambda: actions.second_recovery(actor=VISITOR, recovery=recovery),
        lambda: actions.open_recovery(actor=first, recovery=recovery, token=new_token()),
        lambda: actions.use_recovery(actor=VISITOR, recovery=recovery, password=NEW),
    ]
    for act in refused:
        with pytest.raises((DomainError, Stale)):
            act()
    actions.second_recovery(actor=second, recovery=recovery)
    for act in (*refused, lambda: actions.use_recovery(actor=VISITOR, recovery=recovery, password=NEW)):
        with pytest.raises((DomainError, Stale)):
            act()
    clock.shift(timedelta(days=8))
    with pytest.raises(DomainError):
        actions.open_recovery(actor=first, recovery=recovery, token=new_token())
    assert not Account.objects.get(person=member).check_password(NEW)


def test_s04_a_way_back_ends_with_the_trust_in_who_asked_for_it(
    team: Person, colleague: Person, member: Person, clock: Traveller
) -> None:
    """Locked, out of the team, or gone, whoever asked brings nobody in any more, however far it had come."""
    second, third = actor_of(colleague), make_person("Rima Team-Invented", "team")
    for steps in range(3):
        for lose in (_locked, _out_of_the_team, _closed):
            asker = make_person(f"Asker {steps} {lose.__name__}-Invented", "team")
            recovery, token = actions.ask_recovery(actor=actor_of(asker), person=member), new_token()
            if steps:
                actions.second_recovery(actor=second, recovery=recovery)
            if steps == 2:
                clock.shift(timedelta(days=1))
                actions.open_recovery(actor=second, recovery=recovery, token=token)
            lose(asker, team, third)
            assert Recovery.objects.get(pk=recovery.pk).state == STOPPED, (steps, lose)
            _refused(recovery, second, token)
    assert not Account.objects.get(person=member).check_password(NEW)


def _refused(recovery: Recovery, by: Actor, token: str) -> None:
    with pytest.raises(DomainError):
        actions.second_recovery(actor=by, recovery=recovery)
    with pytest.raises(DomainError):
        actions.open_recovery(actor=by, recovery=recovery, token=token)
    with pytest.raises((DomainError, Stale)):
        actions.use_recovery(actor=VISITOR, recovery=recovery, password=NEW)


def _locked(person: Person, by: Person, other: Person) -> None:
    locked(person, by, other)


def _out_of_the_team(person: Person, by: Person, other: Person) -> None:
    actions.take_role(actor=actor_of(by), person=person, role="team")


def _closed(person: Person, by: Person, other: Person) -> None:
    close_account(actor=actor_of(person), person=person)


def test_s04_no_second_is_said_for_who_cannot_be_relied_on_and_it_can_be_asked_for_anew(
    team: Person, colleague: Person, member: Person, clock: Traveller
) -> None:
    """Also where nothing stopped it: the account was shut by another way."""
    recovery = actions.ask_recovery(actor=actor_of(team), person=member)
    accounts = Account.objects.filter(person=team)
    accounts.update(is_active=False)
    with pytest.raises(DomainError, match=r"people\.asker_left"):
        actions.second_recovery(actor=actor_of(colleague), recovery=recovery)
    accounts.update(is_active=True)
    actions.second_recovery(actor=actor_of(colleague), recovery=recovery)
    clock.shift(timedelta(days=1))
    Person.objects.filter(pk=team.pk).update(roles=["member"])
    with pytest.raises(DomainError, match=r"people\.asker_left"):
        actions.open_recovery(actor=actor_of(colleague), recovery=recovery, token=new_token())
    assert actions.ask_recovery(actor=actor_of(colleague), person=member).pk != recovery.pk
    assert Recovery.objects.get(pk=recovery.pk).state == STOPPED


def test_s04_the_second_of_the_team_reads_who_asked(
    team: Person, colleague: Person, member: Person, sign_in: SignIn
) -> None:
    actions.ask_recovery(actor=actor_of(team), person=member)
    page = f"/en/people/{spell(member.pk)}/"
    assert f"asked for by <bdi>{team.name}</bdi>" in sign_in(colleague).get(page).content.decode()
    assert "asked for by" not in sign_in(team).get(page).content.decode()


def test_s04_no_mail_and_no_address_lead_in(member: Person, settings: object) -> None:
    """There is no page that sends a link to a mailbox: the mailbox alone opens nothing."""
    for page in ("password/reset/", "sign-in/forgotten/", "way-back/", "sign-in/code/", "let-in-anew/"):
        assert Client().post(f"/en/{page}", {"email": Account.objects.get(person=member).email}).status_code in (
            302,
            404,
        )
    assert mail.outbox == []
