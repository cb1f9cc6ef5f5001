"""The demo room, built once through the product's own actions, for tests that ask every address."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from django.db import connection, transaction
from django.test import Client, TestCase, override_settings

from supportroom.kernel import ids
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.people.models import Account
from tests.factories.personas import make_person

STRANGER = "Samir Stranger-Invented"
KEPT: dict[str, sqlite3.Connection] = {}  # SQLite alone: the database with nothing in it, and with the demo room


@pytest.fixture(scope="module")
def accounts(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Account | None]]:
    """Give the demo room to a module: the account of each persona, with a stranger and a visitor (None)."""
    from supportroom.demo.people import PERSONAS, account_of

    with django_db_blocker.unblock(), standing():
        (stranger,) = [each for each in Account.objects.select_related("person") if each.person.name == STRANGER]
        yield {"visitor": None, **{key: account_of(key) for key in PERSONAS}, "stranger": stranger}


class Drawn:
    """Gives the same ids in each run, so that the same things are looked at."""

    def __init__(self, seed: int = 9) -> None:
        """Take where to begin."""
        self.randbits = random.Random(seed).getrandbits


@contextmanager
def standing() -> Iterator[None]:
    """Let the demo room stand: on SQLite it is built once for all modules and laid back, else built anew for each."""
    if connection.vendor != "sqlite":
        with transaction.atomic():
            with TestCase.captureOnCommitCallbacks(execute=True):
                build()
            yield
            transaction.set_rollback(True)
        return
    keep("empty")
    try:
        if "built" in KEPT:
            lay_back("built")
        else:
            build()
            keep("built")
        yield
    finally:
        lay_back("empty")


def build(draws: Any = None) -> None:
    """Build the demo room, with somebody who belongs to nothing, and a comment that came by mail; `draws` gives ids."""
    from supportroom.demo.building import build_room
    from supportroom.demo.people import account_of

    with override_settings(REPLY_ADDRESS="room@example.org"), mock.patch.object(ids, "secrets", draws or Drawn()):
        build_room(tell=lambda _words: None)
        mail_a_comment(account_of("member"))
        ask_to_let_in_anew(account_of("team"), account_of("observer"))
    make_person(STRANGER, "member")


def keep(name: str) -> None:
    """Keep the database as it is now."""
    connection.ensure_connection()
    KEPT[name] = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(KEPT[name])


def lay_back(name: str) -> None:
    """Make the database what it was when it was kept."""
    connection.ensure_connection()
    KEPT[name].backup(connection.connection)


def ask_to_let_in_anew(asker: Account | None, account: Account | None) -> None:
    """Let the team ask that somebody be let in anew, who lost what they sign in with."""
    from supportroom.people.actions import ask_recovery

    assert asker
    assert account
    ask_recovery(actor=asker.actor, person=account.person)


def mail_a_comment(account: Account | None) -> None:
    """Let a comment come by mail from somebody, which waits for their word."""
    from supportroom.comments.actions import receive_mail
    from supportroom.comments.models import MailAddress

    assert account
    address = MailAddress.objects.get(person=account.person, window__state="running")
    receive_mail(actor=SYSTEM, address=address, came_at=now(), digest="0" * 64, text="Say it more plainly.")


def signed_in(account: Account | None, **options: Any) -> Client:
    """Give a browser in which somebody is signed in; nobody for None."""
    client = Client(**options)
    if account is not None:
        client.force_login(account, backend="supportroom.people.signing_in.AccountBackend")
    return client


def draw_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages be all but empty, where only their status is asked for."""
    monkeypatch.setattr("django.template.backends.jinja2.Template.render", lambda *_args, **_given: ".")


def keep_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no key of a session be destroyed by a form whose doings are taken back: keys lie in files."""
    for place in ("rounds.closing", "checks.ending"):
        monkeypatch.setattr(f"supportroom.{place}.destroy_key", lambda _id: None)
