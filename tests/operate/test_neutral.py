"""What strangers try first leads nowhere, and says nothing about what runs here (S50)."""

import os
import re
from typing import Any

import pytest
from django.contrib.auth.decorators import login_not_required
from django.test import Client
from django.urls import get_resolver

from tests.architecture.addresses import routes
from tests.architecture.test_modes import product

TRIED = (
    "/admin/", "/admin/login/", "/en/admin/", "/.git/", "/.git/config", "/.env", "/.ds_store", "/wp-login.php",
    "/xmlrpc.php", "/phpmyadmin/", "/server-status", "/actuator/health", "/metrics", "/debug/", "/__debug__/",
    "/static/../manage.py", "/static/%2e%2e/manage.py", "/var/room.sqlite3", "/room.sqlite3", "/backup.zip", "/api/",
    "/graphql", "/.well-known/security.txt", "/en/nowhere/", "/nowhere.php?x=<script>",
)  # fmt: skip
TELLING = re.compile(
    r"django|python|traceback|uvicorn|jinja|sqlite|postgres|settings\.py|/site-packages/|RuntimeError|DEBUG",
    re.IGNORECASE,
)


def test_s50_a_room_in_production_passes_every_deploy_check_without_a_warning(tmp_path: Any) -> None:
    whole = {
        "SUPPORTROOM_FIELD_KEYS": os.environ["SUPPORTROOM_FIELD_KEYS"],
        "SUPPORTROOM_HOSTS": "room.example.org",
        "SUPPORTROOM_ADDRESS": "https://room.example.org",
        "SUPPORTROOM_BEHIND_PROXY": "yes",
        "SUPPORTROOM_MAIL": "smtps://mail.example.org",
        "SUPPORTROOM_MAIL_FROM": "notices@example.org",
    }
    command = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    done = product("production", tmp_path, *command, **whole)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    loose = whole | {"SUPPORTROOM_HOSTS": "*", "SECRET_KEY": "short", "SUPPORTROOM_PROXY": "*"}
    found = re.findall(r"supportroom\.E\d+", product("production", tmp_path, *command, **loose).stderr)
    assert {"supportroom.E004", "supportroom.E009", "supportroom.E011"} <= set(found)


def test_s50_there_is_no_admin_site_and_nothing_that_shows_the_inside(settings: Any) -> None:
    assert not settings.DEBUG
    assert not [app for app in settings.INSTALLED_APPS if app in ("django.contrib.admin", "debug_toolbar")]
    assert not [route.name for route in routes() if "admin" in route.name or "debug" in route.name]


def test_s50_what_is_not_there_gives_the_same_neutral_page_whatever_is_tried(room: Any) -> None:
    browser = Client(raise_request_exception=False)
    said = {}
    for address in TRIED:
        for method in ("get", "post"):
            answer = getattr(browser, method)(address, follow=False)
            assert answer.status_code in (301, 302, 403, 404), address
            body = answer.content.decode()
            assert not TELLING.search(body), address
            assert not TELLING.search(str(answer.headers)), address
            assert "<script>" not in body
            if answer.status_code == 404:
                said[address, method] = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))
    assert {"/.git/config", "/en/nowhere/"} <= {address for address, _method in said}
    assert len({words for (address, _method), words in said.items() if not address.startswith("/en/")}) == 1


def test_s50_trace_and_invented_methods_are_refused_and_give_nothing_back(room: Any) -> None:
    browser = Client(raise_request_exception=False)
    for method in ("TRACE", "TRACK", "CONNECT", "PROPFIND", "PUT", "DELETE", "DEBUG"):
        answer = browser.generic(method, "/en/", headers={"x-canary": "canary-4711"})
        assert answer.status_code in (403, 404, 405, 501), method
        assert b"canary-4711" not in answer.content
        assert not TELLING.search(answer.content.decode())


@login_not_required
def broken(request: Any) -> None:
    raise RuntimeError("the password is hunter2 in /srv/supportroom/settings.py")


@pytest.mark.filterwarnings("ignore")
def test_s50_what_goes_wrong_inside_is_said_to_nobody(room: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    front_door = next(entry for entry in get_resolver().url_patterns if getattr(entry, "name", "") == "front_door")
    monkeypatch.setattr(front_door, "callback", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert not TELLING.search(answer.content.decode())
    assert b"hunter2" not in answer.content
    assert answer.headers["Content-Security-Policy"]
