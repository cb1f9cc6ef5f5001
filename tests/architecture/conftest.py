"""The demo room, built once through the product's own actions, for tests that ask every address."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, TestCase, override_settings

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.people.models import Account
from tests.factories.personas import make_person


@pytest.fixture(scope="module")
def accounts(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Account | None]]:
    """Build the demo room for a module; gives the account of each persona, with a stranger and a visitor (None)."""
    from supportroom.demo.building import build_room
    from supportroom.demo.people import PERSONAS, account_of

    with django_db_blocker.unblock(), transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True), override_settings(REPLY_ADDRESS="room@example.org"):
            build_room(tell=lambda _words: None)
            mail_a_comment(account_of("member"))
        stranger = make_person("Samir Stranger-Invented", "member").account
        yield {"visitor": None, **{key: account_of(key) for key in PERSONAS}, "stranger": stranger}
        transaction.set_rollback(True)


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
