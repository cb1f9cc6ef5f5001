"""What a mode lets in: one-click sign-in in demo and test alone, and no start that would lose or show anything."""

import os
import subprocess
import sys
from typing import Any

import pytest

from supportroom.config.checks import nothing_acknowledged_is_lost, one_click_sign_in_only_in_demo
from tests.architecture.house import ROOT

ASK = """
import django; django.setup()
from django.conf import settings
from django.urls import NoReverseMatch, reverse
try:
    place = reverse('demo:enter')
except NoReverseMatch:
    place = 'nowhere'
print(settings.ONE_CLICK_SIGN_IN, 'supportroom.demo' in settings.INSTALLED_APPS, settings.DEBUG, place)
"""


def product(mode: str, folder: Any, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SUPPORTROOM", "DJANGO"))}
    mine = {
        "SUPPORTROOM_MODE": mode,
        "SUPPORTROOM_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "supportroom.config.settings",
    }
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=kept | mine | environment, capture_output=True, text=True, check=False
    )


def test_production_has_no_one_click_sign_in_and_no_demo(tmp_path: Any) -> None:
    done = product("production", tmp_path, "-c", ASK, SUPPORTROOM_HOSTS="room.example.org")
    assert done.stdout.split() == ["False", "False", "False", "nowhere"], done.stderr


def test_a_room_in_production_does_not_start_without_its_name(tmp_path: Any) -> None:
    done = product("production", tmp_path, "manage.py", "check", "--deploy", "--fail-level", "ERROR")
    assert done.returncode != 0
    assert "SUPPORTROOM_HOSTS" in done.stderr


def test_a_demo_does_not_answer_to_other_machines(tmp_path: Any) -> None:
    done = product("demo", tmp_path, "manage.py", "check", SUPPORTROOM_HOSTS="room.example.org")
    assert done.returncode != 0
    assert "supportroom.E002" in done.stderr


def test_a_deploy_check_refuses_one_click_sign_in_in_production(settings: Any) -> None:
    settings.MODE = "production"
    assert settings.ONE_CLICK_SIGN_IN
    assert [found.id for found in one_click_sign_in_only_in_demo(None)] == ["supportroom.E001"]


@pytest.mark.sqlite_only
@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_a_database_that_could_lose_what_it_acknowledged_is_refused(settings: Any) -> None:
    assert nothing_acknowledged_is_lost(None) == []
    database = settings.DATABASES["default"]
    loose = database["OPTIONS"] | {"init_command": "PRAGMA synchronous=NORMAL"}
    settings.DATABASES = {"default": database | {"OPTIONS": loose}}
    assert [found.id for found in nothing_acknowledged_is_lost(None)] == ["supportroom.E003"]
