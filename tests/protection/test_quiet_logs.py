"""Whatever goes wrong, no log says who asked for what, from where, with which words (S41)."""

import io
import logging
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse

from supportroom.config import periodic
from supportroom.people.models import Account, Person
from supportroom.protection import views
from supportroom.web.quiet_logs import Places

ADDRESS, AGENT = "203.0.113.77", "CanaryBrowser/9.9"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Give what the room's own handler writes, everything included that is said below a warning."""
    handler = next(each for each in logging.getLogger().handlers if isinstance(each.formatter, Places))
    assert isinstance(handler, logging.StreamHandler)
    book, root = io.StringIO(), logging.getLogger()
    before, level = handler.setStream(book), root.level
    root.setLevel(logging.INFO)
    yield book
    root.setLevel(level)
    handler.setStream(before)


def test_s41_whatever_goes_wrong_no_log_says_who_or_from_where(
    logged: io.StringIO,
    member: Person,
    sign_in: Callable[[Person], Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bird = f"canary{secrets.token_hex(6)}"
    asked = {"REMOTE_ADDR": ADDRESS, "HTTP_X_FORWARDED_FOR": ADDRESS, "HTTP_USER_AGENT": f"{AGENT} {bird}"}
    client = sign_in(member)
    client.raise_request_exception = False
    place = reverse("protection:kept")

    def break_(words: str) -> None:
        secret = f"{bird} in a local variable"
        raise ValueError(f"Key (email)=({words}@example.org) already exists {secret}")

    def refuse() -> None:
        try:
            break_(bird)
        except ValueError as error:
            raise IntegrityError(bird) from error

    def fail() -> None:
        raise RuntimeError(bird)

    client.get(f"/en/{bird}/", **asked)
    client.get(place, HTTP_HOST=f"{bird}.example.org", **asked)
    Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": f"{bird}@example.org"}, **asked)
    client.post(
        reverse("account_login"), data=f"--x\r\n{bird}", content_type="multipart/form-data; boundary=y", **asked
    )
    client.post(reverse("account_login"), {"login": SimpleUploadedFile(f"{bird}.exe", b"MZ")}, **asked)
    client.delete(f"{place}?q={bird}", **asked)
    monkeypatch.setattr(views, "table", lambda: break_(bird))
    assert client.get(f"{place}?q={bird}", **asked).status_code == 500
    monkeypatch.setattr(views, "table", refuse)
    client.get(place, **asked)
    monkeypatch.setattr(periodic, "import_string", lambda _place: fail)
    periodic.run_all()
    try:
        fail()
    except RuntimeError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    text = logged.getvalue()
    assert text.count("500 GET protection:kept") == 1
    assert "builtins.ValueError" in text
    assert "test_quiet_logs.py" in text, "where it happened is said"
    emails = [account.email for account in Account.objects.all()]
    for canary in (bird, ADDRESS, AGENT, str(member.pk), member.name, "example.org", "local variable", *emails):
        assert canary not in text, text


def test_s41_what_the_machine_says_of_itself_is_still_said(logged: io.StringIO, db: None) -> None:
    with pytest.raises(Exception, match=r"no such|does not exist") as caught:
        connection.cursor().execute("SELECT * FROM no_such_table")
    assert caught.value is not None
    logging.getLogger("django.request").error("x", exc_info=caught.value, extra={"status_code": 500})
    assert "django.db.utils" in logged.getvalue()


def test_s41_no_mail_about_an_error_is_ever_sent(settings: Any) -> None:
    assert logging.getLogger("django").handlers == []
    assert logging.getLogger("django").propagate
    assert settings.ADMINS == []
