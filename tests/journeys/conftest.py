"""Browsers for the journeys: an Arabic phone without JavaScript and an English desktop, watched while they go."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.journeys.axe import assert_accessible
from tests.journeys.server import Server

FLAGS = [
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]  # fmt: skip
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PATIENCE_MS = 15_000
REFUSALS = ("status of 403", "status of 404", "status of 409", "status of 422")
expect.set_options(timeout=PATIENCE_MS)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a journey."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start Chromium: the one named by SUPPORTROOM_BROWSER, else the machine's, else the driver's own."""
    program = os.environ.get("SUPPORTROOM_BROWSER") or next((p for n in NAMES if (p := shutil.which(n))), None)
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=FLAGS + sandbox)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one browser to all journeys."""
    with started_browser() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demo room once; every journey gets a copy. Runs that SUPPORTROOM_BUILT names a folder for share it."""
    folder = Path(os.environ.get("SUPPORTROOM_BUILT") or tmp_path_factory.mktemp("built"))
    room, unfinished = folder / "room", folder / "unfinished"
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not room.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            Server(unfinished).manage("demo", "--build-only")
            unfinished.rename(room)
    return room


@pytest.fixture
def server(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Iterator[Server]:
    """Serve the demo room, with its personas, as it is on the first day; in the mode asked for, else in test mode."""
    served = Server(shutil.copytree(built, tmp_path / "room"), mode=getattr(request, "param", "test"))
    served.start()
    yield served
    served.stop()
    assert "Traceback" not in served.log, served.log
    assert "the server went out" not in served.log, served.log


@pytest.fixture(scope="session")
def standing(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve one demo room for all who only look around."""
    served = Server(shutil.copytree(built, tmp_path_factory.mktemp("standing") / "room"))
    served.start()
    yield served
    served.stop()
    assert "Traceback" not in served.log, served.log
    assert "the server went out" not in served.log, served.log


@contextmanager
def watched(context: BrowserContext, expected: tuple[str, ...] = REFUSALS) -> Iterator[BrowserContext]:
    """Note what must not happen in any page of a context, and fail at its end if it did.

    Errors in the console (what the content security policy refused among them), errors of scripts, requests that leave
    the machine. What is expected is no error: a page that refuses with 403, 404, 409 or 422, unless told otherwise.
    """
    wrong: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(part in message.text for part in expected):
            wrong.append(f"console: {message.text}")

    def request(asked: Request) -> None:
        if urlsplit(asked.url).hostname not in {"127.0.0.1", "localhost", None}:
            wrong.append(f"request to a third party: {asked.url}")

    context.on("console", console)
    context.on("request", request)
    context.on("weberror", lambda error: wrong.append(f"script: {error.error}"))
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()
    assert wrong == []


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open a browser of its own for somebody: `open_page(locale="ar", javascript=False, **PHONE)`."""
    open_ones: list[Any] = []

    def opened(*, locale: str = "en", javascript: bool = True, **device: Any) -> Page:
        context = browser.new_context(
            base_url=server.url, locale=locale, java_script_enabled=javascript, timezone_id="Asia/Damascus", **device
        )
        watch = watched(context)
        watch.__enter__()
        open_ones.append(watch)
        return context.new_page()

    yield opened
    for watch in reversed(open_ones):
        watch.__exit__(None, None, None)


@pytest.fixture
def arabic_phone(open_page: Callable[..., Page]) -> Page:
    """Give a phone of 360 pixels in Arabic, with JavaScript switched off."""
    return open_page(locale="ar", javascript=False, **PHONE)


@pytest.fixture
def english_desktop(open_page: Callable[..., Page]) -> Page:
    """Give a desktop of 1280 pixels in English, with JavaScript."""
    return open_page(locale="en", **DESKTOP)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Give the question whether anything on a page keeps somebody out: `axe(page)`."""
    return assert_accessible
