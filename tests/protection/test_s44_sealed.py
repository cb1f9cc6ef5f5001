"""S44: a copy of the database alone does not give away addresses; moved, changed or keyless it is an error."""

import re
import secrets
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.core.paginator import Paginator
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from supportroom.kernel import keyring
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.arabic import fold
from supportroom.kernel.encrypted import Sealed
from supportroom.kernel.errors import DomainError
from supportroom.kernel.keyring import KeysMissing, Unreadable, new_line
from supportroom.kernel.multilingual import multilingual
from supportroom.mailing.models import Envelope
from supportroom.mailing.putting import put_in
from supportroom.newsletter.actions import leave, subscribe
from supportroom.newsletter.models import Subscriber
from supportroom.people.actions import accept_invitation, add_person, amend_person, invite_person, set_profile
from supportroom.people.by_name import by_name, called, exactly_called
from supportroom.people.models import Account, Organisation, Person, Profile
from supportroom.people.tokens import new_token
from supportroom.press.actions import add_contact
from supportroom.press.models import PressContact
from supportroom.protection.erasing import scrub_disk
from supportroom.protection.resealing import sealed_models
from supportroom.register.actions import add_addressee
from tests.architecture.house import sources
from tests.factories.journal import acting
from tests.factories.personas import PASSWORD, actor_of
from tests.faults.forensics import everything, where

pytestmark = pytest.mark.django_db


@pytest.fixture
def key_file(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """Give a room's key file of its own."""
    settings.FIELD_KEYS_FILE = tmp_path / "keys_of_this_test"
    settings.FIELD_KEYS_FILE.write_text(new_line() + "\n")
    yield settings.FIELD_KEYS_FILE
    settings.FIELD_KEYS_FILE.unlink(missing_ok=True)


def canary() -> str:
    return f"canary{secrets.token_hex(6)}"


def account_at(person: Person, email: str) -> Account:
    invitation = invite_person(actor=SYSTEM, person=person, token=new_token())
    return accept_invitation(actor=SYSTEM, invitation=invitation, email=email, password=PASSWORD)


def test_s44_a_dump_holds_none_of_what_is_sealed(key_file: Path, real_database: Path, member: Person) -> None:
    birds = {
        name: canary()
        for name in ("account", "network", "envelope", "link", "reader", "press", "name", "body", "person")
    }
    with transaction.atomic():
        account_at(Person.objects.create(name="N"), f"{birds['account']}@example.org")
        named = add_person(actor=SYSTEM, name=f"Warda {birds['person']}", organisation="", language="en", roles=())
        amend_person(actor=SYSTEM, person=named, name=f"{birds['person']} Qamar", organisation="")
        set_profile(actor=actor_of(member), person=member, network=birds["network"])
        set_profile(actor=actor_of(member), person=member, network=birds["network"] + "2")
        subscribe(actor=VISITOR, address=f"{birds['reader']}@example.org", language="en", token=new_token())
        add_contact(actor=SYSTEM, name=birds["name"], outlet="O", address=f"{birds['press']}@example.org")
        name = multilingual("en", en="A body")
        add_addressee(actor=SYSTEM, name=name, kind="other", language="en", address=f"{birds['body']}@example.org")
        with acting():
            put_in("newsletter.confirm", "x:1", f"{birds['envelope']}@example.org", "en", secret=birds["link"])
    found = everything(real_database)
    for name, bird in birds.items():
        assert where(bird.encode(), found) == [], name
    assert Account.objects.at_address(f"{birds['account']}@example.org").get().email.startswith(birds["account"])
    assert Profile.objects.get(person=member).network == birds["network"] + "2"
    assert {each.secret for each in Envelope.objects.all()} >= {birds["link"]}
    assert [each.name for each in exactly_called(f"{birds['person']} qamar")] == [f"{birds['person']} Qamar"]


def swapped(rows: list[Any], column: str) -> None:
    """Let two rows change what stands in a column, as somebody who writes in the database would."""
    table, quote = rows[0]._meta.db_table, connection.ops.quote_name
    with connection.cursor() as cursor:
        for one, other in (rows, rows[::-1]):
            held = type(one).objects.filter(pk=other.pk).values_list(column, flat=True).get()
            one.raw = held.text
        for one in rows:
            cursor.execute(f"UPDATE {table} SET {quote(column)} = %s WHERE id = %s", [one.raw, one.pk])


@pytest.mark.writes_outside_actions
def test_s44_a_sealed_text_in_another_place_is_an_error(key_file: Path, db: None) -> None:
    one, other = (add_contact(actor=SYSTEM, name=name, outlet="O", address=f"{name}@x.org") for name in ("ann", "ben"))
    rows = list(PressContact.objects.order_by("pk"))
    swapped(rows, "address")
    for row in PressContact.objects.all():
        assert row.name in ("ann", "ben")
        with pytest.raises(Unreadable, match=r"press\.presscontact\.address was changed, moved"):
            _ = row.address
    raw = PressContact.objects.values_list("name", flat=True).get(pk=one.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE press_presscontact SET address = %s WHERE id = %s", [raw.text, one.pk])
        cursor.execute("UPDATE press_presscontact SET address = %s WHERE id = %s", ["ben@x.org", other.pk])
    for contact in PressContact.objects.all():  # of another field of the same row; and never sealed at all
        with pytest.raises(Unreadable):
            _ = contact.address
    changed = keyring.seal("a", "a.b|1|c")
    with pytest.raises(Unreadable):
        keyring.unseal(changed[:-6] + "AAAAA=", "a.b|1|c")
    assert keyring.seal("a", "a.b|1|c") != changed


def test_s44_a_missing_key_is_an_error_and_never_an_empty_field(
    key_file: Path, room: Any, member: Person, sign_in: Any, settings: Any
) -> None:
    set_profile(actor=actor_of(member), person=member, network="A network")
    browser: Client = sign_in(member)
    browser.raise_request_exception = False
    kept, held = key_file.read_text(), Profile.objects.values_list("network", flat=True).get().text
    for wrong in (new_line(), f"{kept.partition(':')[0]}:{new_line().partition(':')[2]}", "no key at all", ""):
        key_file.write_text(wrong)
        keyring._kept = None
        with pytest.raises((KeysMissing, Unreadable)) as told:
            _ = Profile.objects.get(person=member).network
        assert "A network" not in str(told.value)
        assert kept.partition(":")[2].strip() not in str(told.value)
        assert browser.get("/en/profile/").status_code == 500  # no form that could be sent with an empty field
        with pytest.raises((KeysMissing, Unreadable)), transaction.atomic():
            Profile.objects.get(person=member).save()
        assert Profile.objects.values_list("network", flat=True).get().text == held
    settings.MODE = "production"
    key_file.unlink()
    keyring._kept = None
    with pytest.raises(KeysMissing, match="SUPPORTROOM_FIELD_KEYS"):
        keyring.keys()
    key_file.write_text(kept)
    assert Profile.objects.get(person=member).network == "A network"


def test_s44_an_address_is_found_whatever_its_case_and_stands_once(key_file: Path, member: Person) -> None:
    persons = [Person.objects.create(name="N") for _number in range(3)]
    account = account_at(persons[0], "Some.Body@Example.ORG")
    for spelled in ("some.body@example.org", "SOME.BODY@EXAMPLE.ORG", " some.Body@example.org "):
        assert Account.objects.at_address(spelled).get() == account
        assert Account.objects.get_by_natural_key(spelled) == account
    with pytest.raises(DomainError, match=r"people\.email_taken"):
        account_at(persons[1], "SOME.body@example.org")
    with pytest.raises(IntegrityError), transaction.atomic(), acting():
        Account.objects.create_user(email="some.BODY@example.org", password=PASSWORD, person=persons[2])
    key_file.write_text(new_line() + "\n" + key_file.read_text())  # before anything is sealed anew
    assert Account.objects.at_address("some.body@example.org").get() == account
    with pytest.raises(DomainError, match=r"people\.email_taken"):
        account_at(persons[1], "some.body@example.org")
    with pytest.raises(TypeError):
        Account.objects.filter(email="some.body@example.org").exists()
    with pytest.raises(TypeError), transaction.atomic():
        Account.objects.filter(pk=account.pk).update(email="else@example.org")
    (raw,) = Account.objects.filter(pk=account.pk).values_list("email", flat=True)
    assert isinstance(raw, Sealed)
    with pytest.raises(Unreadable):
        str(raw)
    subscribe(actor=VISITOR, address="Some.Body@example.org", language="en", token=new_token())
    assert Subscriber.objects.get().address_index != Account.objects.get(pk=account.pk).email_index


def test_s44_who_is_erased_is_gone(key_file: Path, real_database: Path) -> None:
    bird = canary()
    with transaction.atomic():
        subscribe(actor=VISITOR, address=f"{bird}@example.org", language="en", token=new_token())
        gone = Subscriber.objects.get()
        (raw,) = Subscriber.objects.values_list("address", flat=True)
        index = gone.address_index
    with transaction.atomic():
        leave(actor=VISITOR, subscriber=gone)
    scrub_disk(Subscriber)
    found = everything(real_database)
    assert [where(each.encode(), found) for each in (bird, index, raw.text[-40:])] == [[], [], []]


@pytest.mark.writes_outside_actions
def test_s44_the_upgrade_seals_what_stands_and_leaves_no_clear_word(key_file: Path, real_database: Path) -> None:
    """Back to before, a row in the clear as it was then, and forward again: nowhere in the files is the old word."""
    bird = canary()
    person = Person.objects.create(name="N")
    account = account_at(person, f"{bird}@example.org")
    set_profile(actor=actor_of(person), person=person, network=bird + "net")
    MigrationExecutor(connection).migrate([("people", "0002_ways_in")])
    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM people_account WHERE id = %s", [account.pk])
        assert cursor.fetchone() == (f"{bird}@example.org",)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes("people"))
    again = Account.objects.at_address(f"{bird}@EXAMPLE.org").get()
    assert (again.pk, again.email) == (account.pk, f"{bird}@example.org")
    assert Profile.objects.get(person=person).network == bird + "net"
    assert where(bird.encode(), everything(real_database)) == []


def test_s44_the_start_and_the_doctor_look_at_the_key_file(key_file: Path, settings: Any, capsys: Any) -> None:
    from supportroom.config.checks import field_keys_are_there
    from supportroom.config.doctor.choices import has_keys_of_fields

    key_file.chmod(0o600)
    assert not list(has_keys_of_fields())
    key_file.chmod(0o644)
    assert [each.is_unsafe for each in has_keys_of_fields()] == [True]
    settings.MODE = "production"
    assert [each.id for each in field_keys_are_there(None)] == ["supportroom.E013"]
    for path in (None, key_file.with_name("nowhere")):
        settings.FIELD_KEYS_FILE = path
        assert [each.id for each in field_keys_are_there(None)] == ["supportroom.E013"]
    call_command("rotate_keys", "--new-key")
    assert len(keyring.read_keys(capsys.readouterr().out)) == 1
    for text in ("", "a:b", f"{key_file.read_text()}{key_file.read_text()}", "A:" + "x" * 43):
        with pytest.raises(KeysMissing):
            keyring.read_keys(text)


def test_s44_every_mail_address_of_a_model_is_sealed() -> None:
    """A new column for addresses in the clear is seen here; `Mail.reply_to` is the room's own address."""
    from django.apps import apps
    from django.db.models import EmailField

    clear = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EmailField)
    }
    assert clear == {"notices.Mail.reply_to"}
    assert {model._meta.label for model in sealed_models()} >= {
        "people.Account", "people.Profile", "mailing.Envelope", "newsletter.Subscriber",
        "press.PressContact", "register.Addressee", "people.Person", "invitations.Response",
    }  # fmt: skip


def test_s44_rotating_is_refused_its_end_while_a_row_needs_an_earlier_key(key_file: Path, member: Person) -> None:
    account_at(Person.objects.create(name="N"), "one@example.org")
    key_file.write_text(new_line() + "\n")  # the earlier key was taken away too soon
    keyring._kept = None
    with pytest.raises(CommandError, match="keep the earlier keys"):
        call_command("rotate_keys")
    with pytest.raises(CommandError, match="keep the earlier keys"):
        call_command("rotate_keys", "--check")


def test_s44_nothing_asks_the_database_to_sort_or_search_by_a_sealed_name() -> None:
    """Look-ups in a sealed column raise TypeError by themselves; an order would only be wrong."""
    asked = re.compile(
        r"""order_by\([^)]*["']-?(person__|persons__)name["']|Person\.objects[^\n]*order_by\(["']-?name"""
    )
    assert [source.name for source in sources() if asked.search(source.path.read_text())] == []


def test_s44_a_page_of_the_roll_is_in_order_and_asks_no_more_than_before(
    key_file: Path, db: None, django_assert_num_queries: Any
) -> None:
    circle = Organisation.objects.create(name="Circle")
    names = [f"{first} {last}" for first in ("Tala", "هالة", "amal", "Rima") for last in ("Ward", "ب", "Qamar")]
    rows = [Person(name=name, organisation=circle, search_text=fold(f"{name} Circle")) for name in names]
    Person.objects.bulk_create(rows)
    everybody = Person.objects.filter(organisation=circle).select_related("organisation")
    with django_assert_num_queries(2):
        page = Paginator(by_name(everybody), 5).get_page(2)
        assert [person.name for person in page] == sorted(names)[5:10]
        assert page.paginator.count == len(names)
    with django_assert_num_queries(1):
        assert [person.name for person in by_name(everybody)] == sorted(names)
    assert by_name(everybody).order_by("-pk").first() == max(rows, key=attrgetter("pk"))
    assert by_name(everybody).filter(name="").count() == 0
    found = Person.objects.filter(pk__in=called("TALA  circle"))
    assert {person.name for person in found} == {name for name in names if name.startswith("Tala")}
    accounts = [account_at(person, f"n{number}@example.org") for number, person in enumerate(rows[:4])]
    sorted_accounts = sorted(accounts, key=lambda account: account.person.name)
    assert list(by_name(Account.objects.filter(person__in=rows), "person")) == sorted_accounts
    assert by_name(Account.objects.filter(person__in=rows), "person")[0] == sorted_accounts[0]
