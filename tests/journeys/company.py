"""The people of a journey: everybody in a browser of their own, on the same kind of device, in the same language."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error, Locator, Page, Response, expect

from tests.journeys.axe import assert_accessible, assert_fits, too_small
from tests.journeys.wording import Said

ROOM = ("facilitator", "rapporteur", "member", "shielded_member")
BROKEN_OFF = ("ERR_ABORTED", "interrupted by another navigation")  # how the browser says that a way was broken off
PHONE_WIDTH = 360
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True)
class Reader:
    """In which language somebody reads and writes, and on what."""

    language: str
    device: dict[str, Any]


@dataclass
class Company:
    """Who takes part in a journey; `open_page` opens a browser, `device` is what it is opened with.

    Who reads otherwise than the others, in another language or on another device, stands in `apart`. Pages are looked
    at in `schemes` of colours, else in all.
    """

    open_page: Callable[..., Page]
    language: str
    device: dict[str, Any]
    is_phone: bool
    pages: dict[str, Page] = field(default_factory=dict)
    apart: dict[str, Reader] = field(default_factory=dict)
    schemes: tuple[str, ...] = ()

    def reader(self, who: str) -> Reader:
        """Give how somebody reads."""
        return self.apart.get(who) or Reader(self.language, self.device)

    def page(self, who: str) -> Page:
        """Give somebody's page; opened, and signed in by the demo's one click, when it is asked for first."""
        if who not in self.pages:
            reader = self.reader(who)
            self.pages[who] = self.open_page(locale=reader.language, **reader.device)
            if who != "visitor":
                sign_in(self.pages[who], who, reader.language)
        return self.pages[who]

    def go(self, who: str, path: str) -> Page:
        """Let somebody open a page, which must be there for them."""
        page = self.page(who)
        address = f"/{self.reader(who).language}/{path}"
        answer = answer_at(page, address) or page.goto(address)
        assert answer is not None
        assert answer.status < 400, f"{who} {path}: {answer.status}"
        return page

    def examine(self, page: Page) -> None:
        """Fail where a page keeps somebody out, is wider than the screen, or cannot be touched on a phone."""
        assert_accessible(page, *self.schemes)
        assert_fits(page)
        if (page.viewport_size or {"width": 0})["width"] <= PHONE_WIDTH:
            small = too_small(page)
            assert not small, f"{page.url}: {small}"


def answer_at(page: Page, address: str) -> Response | None:
    """Open an address; gives None where the page was just loading itself anew, which breaks off the way elsewhere."""
    try:
        return page.goto(address)
    except Error as error:
        if not any(words in error.message for words in BROKEN_OFF):
            raise
        return None


def sign_in(page: Page, who: str, language: str) -> None:
    """Sign in as a persona of the demo room."""
    page.goto(f"/{language}/demo/")
    page.locator("form", has=page.locator(f'input[value="{who}"]')).get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"/desk/$"))


def follow(page: Page, ending: str) -> None:
    """Go where a link leads whose address ends so."""
    page.locator(f'a[href$="{ending}"]').first.click()


def write(page: Page, name: str, words: Said) -> None:
    """Write a text in both languages, side by side."""
    page.fill(f'[name="{name}_ar"]', words.ar)
    page.fill(f'[name="{name}_en"]', words.en)


def send(page: Page, form: str = "main form.form") -> None:
    """Send a form by its first button."""
    page.locator(form).first.locator("button").first.click()


def press(page: Page, ending: str) -> None:
    """Press the button of the form that goes to an address; where it asks first whether one is sure, say yes."""
    form = page.locator(f'form[action$="{ending}"]').first
    asking = page.locator("details", has=form)
    if asking.count() and not form.is_visible():
        asking.last.locator("summary").click()
    form.locator("button").click()


def unfold(field_: Locator) -> Locator:
    """Open what a field is folded away in; give the field."""
    if not field_.is_visible():
        field_.locator("xpath=ancestor::details").last.locator("summary").first.click()
    return field_


def refused(page: Page, act: Callable[[], object], *typed: tuple[str, str]) -> None:
    """Do something that is refused: the page says so with status 422, and what was typed is still there."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 422):
        act()
    expect(page.locator(".notice--refused").first).to_be_visible()
    for field_, words in typed:
        expect(page.locator(field_).first).to_have_value(words)


def figures(place: Page | Locator) -> list[int]:
    """Read the counts that stand on a page."""
    return [int(words.translate(EASTERN)) for words in place.locator(".counts__item b").all_inner_texts()]


def key_in(address: str | None, before: str) -> str:
    """Read an opaque id from an address, the one that follows this word."""
    found = re.search(rf"/{before}/([0-9a-z]{{12}})/", address or "")
    assert found, address
    return found[1]
