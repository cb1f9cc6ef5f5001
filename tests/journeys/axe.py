"""What a person who cannot see or touch well would stumble over, asked of axe-core and of the page's own geometry."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

HERE = Path(__file__).parent
SOURCE = HERE / "vendor" / "axe-core" / "axe.min.js"
TARGETS = HERE / "targets.js"
SCHEMES = ("light", "dark")
SMALLEST_TARGET = 44
GLASSES: dict[tuple[int, int, int], BrowserContext] = {}

RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@cache
def source() -> str:
    """Give the program of axe-core."""
    return SOURCE.read_text()


@contextmanager
def twin(page: Page) -> Iterator[Page]:
    """Give the page as it stands, opened again with JavaScript, which axe needs and the person may have switched off.

    It is the same text at the same address on a screen of the same size.
    """
    body = page.content()
    context = looking_glass(page)
    same = context.pages[0]
    same.route("**/*", lambda route: answer(route, page.url, body))
    same.goto(page.url)
    yield same
    same.unroute_all()


def answer(route: Route, address: str, body: str) -> None:
    """Answer with the text for its own address; let style sheets and pictures pass."""
    if route.request.url == address:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
    else:
        route.continue_()


def looking_glass(page: Page) -> BrowserContext:
    """Give the browser context in which pages of this size are looked at: opened once, ended with the browser."""
    browser = page.context.browser
    assert browser is not None
    size = page.viewport_size
    assert size is not None
    key = (id(browser), size["width"], size["height"])
    if key not in GLASSES:
        GLASSES[key] = browser.new_context(viewport=size)
        GLASSES[key].new_page()
    return GLASSES[key]


def violations_in(page: Page, *schemes: str) -> list[str]:
    """Give what axe finds on the page in some colour schemes, one line for each element."""
    found = []
    with twin(page) as same:
        for scheme in schemes:
            same.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            same.evaluate(source())
            found += [f"{scheme}: {line}" for violation in same.evaluate(RUN) for line in told(violation)]
    return found


def told(violation: dict[str, Any]) -> list[str]:
    """Give one line for each element that breaks a rule."""
    return [f"{violation['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})" for node in violation["nodes"]]


def assert_accessible(page: Page, *schemes: str) -> None:
    """Fail if axe finds anything, in some colour schemes or in both, or if the page must be scrolled sideways."""
    found = violations_in(page, *(schemes or SCHEMES))
    assert not found, f"{page.url}: {found}"
    assert_fits(page)


def assert_fits(page: Page) -> None:
    """Fail if the page is wider than the screen."""
    needed, given = page.evaluate(WIDTHS)
    assert needed <= given, f"{page.url} needs {needed} px of {given}"


def too_small(page: Page, least: int = SMALLEST_TARGET) -> list[str]:
    """Give what is to be touched and is smaller than a finger."""
    found: list[str] = page.evaluate(TARGETS.read_text().partition("\n")[2], least)
    return found
