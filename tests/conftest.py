"""What every test stands on: no network, writes through the door alone, a clock that can be held still."""

import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils.translation import override
from hypothesis import HealthCheck
from hypothesis import settings as generated

from tests.door_guard import guard_writes

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop in the tests' thread
generated.register_profile("any machine", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
generated.register_profile("deciding", generated.get_profile("any machine"), derandomize=True)  # alike each time
generated.load_profile("deciding" if os.environ.get("CI") == "true" else "any machine")
MORNING = datetime(2026, 6, 2, 9, 0, tzinfo=UTC)
FIXTURES = ["tests.factories.personas", "tests.factories.post_office"]
IN_ENGLISH = {
    "adoption", "answers", "briefings", "checks", "comments", "events", "files", "followup", "glossary", "groups",
    "intake", "library", "mailing", "newsletter", "outlets", "pages", "papers", "press", "questions", "register",
    "search", "workroom",
}  # fmt: skip
pytest_plugins = [name for name in FIXTURES if find_spec("tests.factories") and find_spec(name)]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is run on the other database (decision 24), and what asks a package that is not installed."""
    from supportroom.briefings.encoding import is_here

    on_postgres = "postgresql" in settings.DATABASES["default"]["ENGINE"]
    others = {"sqlite_only", "either_database"} if on_postgres else {"postgres_only"}
    others |= set() if is_here() else {"encoder"}
    left_out = [
        item
        for item in items
        if any(item.get_closest_marker(other) for other in others) or (on_postgres and not asks_a_database(item))
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]


def asks_a_database(item: pytest.Item) -> bool:
    """Tell whether a test is given a database, by its marker or by anything that it stands on."""
    given = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(given) or item.get_closest_marker("django_db") is not None


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Hold the clock still on a June morning; `clock.shift(seconds)` and `clock.move_to(instant)` move it."""
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def read_in_english(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let wordings be English where no page says otherwise, in the folders that ask for it."""
    if request.path.parent.name not in IN_ENGLISH:
        yield
        return
    with override("en"):
        yield


@pytest.fixture(autouse=True, scope="session")
def only_this_machine() -> Iterator[None]:
    """Refuse every connection that leaves the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


@pytest.fixture(autouse=True, scope="session")
def charter_is_kept() -> Iterator[None]:
    """Keep the charter until it is changed: a page asks as many queries on a busy machine as on a quick one."""
    from supportroom.room import queries

    seconds, queries._SECONDS = queries._SECONDS, 3600.0
    yield
    queries._SECONDS = seconds


@pytest.fixture(autouse=True)
def writes_go_through_the_door(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when the product writes one of its own rows outside an action."""
    database = [name for name in ("transactional_db", "db") if name in request.fixturenames]
    if not database or request.node.get_closest_marker("writes_outside_actions"):
        yield
        return
    request.getfixturevalue(database[0])
    with connection.execute_wrapper(guard_writes):
        yield
