"""What the environment says about files."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from supportroom.config import env


@pytest.mark.parametrize("value", ["127.0.0.1:3310", "scanner.internal:3310", "/run/clamav/clamd.ctl", ""])
def test_a_scanner_is_a_host_with_a_port_or_a_socket(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTROOM_CLAMD", value)
    assert env.place("SUPPORTROOM_CLAMD") == value


@pytest.mark.parametrize("value", ["clamd", "host:", "http://host:3310", "host:port"])
def test_anything_else_is_refused_at_the_start(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTROOM_CLAMD", value)
    with pytest.raises(ImproperlyConfigured):
        env.place("SUPPORTROOM_CLAMD")


def test_the_rooms_space_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.number("SUPPORTROOM_FILES_MB", 2048) == 2048
    monkeypatch.setenv("SUPPORTROOM_FILES_MB", "100")
    assert env.number("SUPPORTROOM_FILES_MB", 2048) == 100
    for wrong in ("0", "-1", "much"):
        monkeypatch.setenv("SUPPORTROOM_FILES_MB", wrong)
        with pytest.raises(ImproperlyConfigured):
            env.number("SUPPORTROOM_FILES_MB", 2048)
