"""A page stood open and nobody was here for twenty minutes: the room asks for the password, nothing typed is lost."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.journeys.conftest import DESKTOP
from tests.journeys.server import Server
from tests.journeys.test_live import board_of_today

PASSWORD = "lanterns on the river at dusk"
GROUP = "Priorities of protection"
TYPED, POINT = "Half a page about the register", "A point that is half written"
GIVE_PASSWORD = """
from supportroom.demo.people import account_of
account = account_of("facilitator")
account.set_password("{0}")
account.save()
"""
LONG_AGO = """
from django.core import signing
from supportroom.people.moments import SALT, this_second
print(signing.dumps([this_second() - 1300] * 3, salt=SALT + ":{0}"))
"""


class Watched(Server):
    """A room that looks whether somebody is there."""

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which its programs run."""
        return super().environment | {"DJANGO_SETTINGS_MODULE": "tests.journeys.as_watched"}


@pytest.fixture
def server(built: Path, tmp_path: Path) -> Iterator[Server]:
    """Serve the demo room in such a way; the facilitator has a password there."""
    served = Watched(shutil.copytree(built, tmp_path / "room"))
    served.manage("shell", "-v", "0", "-c", GIVE_PASSWORD.format(PASSWORD))
    served.start()
    yield served
    served.stop()
    assert "Traceback" not in served.log, served.log


@pytest.fixture
def facilitator(open_page: Callable[..., Page]) -> Page:
    page = open_page(locale="en", **DESKTOP)
    page.goto("/en/sign-in/")
    page.fill('[name="login"]', "facilitator@example.org")
    page.fill('[name="password"]', PASSWORD)
    page.locator("main form.form button.button--primary").click()
    expect(page).to_have_url(re.compile(r"/desk/$"))
    return page


def go_away(page: Page, server: Server) -> None:
    """Let twenty minutes pass for this browser: its cookie says so."""
    key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "session")
    word = server.manage("shell", "-v", "0", "-c", LONG_AGO.format(key)).strip()
    page.context.add_cookies([{"name": "moments", "value": word, "url": server.url}])


def come_back(page: Page, name: str, typed: str) -> None:
    """Give the password; what was typed waits on the page that asks."""
    expect(page.locator(f'main input[type="hidden"][name="{name}"]')).to_have_value(typed)
    page.fill('[name="confirm-password"]', PASSWORD)
    page.locator("main form.form button.button--primary").click()


def asks_by_itself(answer: Response) -> bool:
    """Tell whether the thread's page looked for new posts, and was refused."""
    return "/more/" in answer.url and answer.status == 403 and "x-by-itself" in answer.request.headers


def test_a_post_half_written_outlives_a_while_away_and_an_empty_page_closes(facilitator: Page, server: Server) -> None:
    page = facilitator
    page.goto("/en/groups/")
    group = page.locator('main a[href*="/groups/"]', has_text=GROUP).first
    page.goto(f"{group.get_attribute('href')}discussion/")
    page.locator('.threads a[href*="/threads/"]').first.click()
    page.fill('#write [name="text"]', TYPED)
    with page.expect_response(asks_by_itself):
        go_away(page, server)
    expect(page.locator('#write [name="text"]')).to_have_value(TYPED)
    page.locator("a.post__answer").last.click()
    expect(page.locator("#not-sent")).to_be_visible()
    expect(page.locator('#write [name="text"]')).to_have_value(TYPED)
    page.locator("#write button.button--primary").click()
    come_back(page, "text", TYPED)
    expect(page.locator("article.post").last).to_contain_text(TYPED)
    go_away(page, server)
    expect(page.locator('[name="confirm-password"]')).to_be_visible()


def test_what_is_written_on_a_board_outlives_a_while_away(facilitator: Page, server: Server) -> None:
    page = facilitator
    board_of_today(page, "en")
    page.fill('#raise [name="text"]', POINT)
    page.locator('#live-check [value="cannot_accept"]').first.check()
    page.locator("#live-check textarea").first.fill(TYPED)
    go_away(page, server)
    page.locator('#live-check button[form="answer"]').click()
    expect(page.locator('[data-say="asked"]')).to_be_visible()
    expect(page.locator("#live-check textarea").first).to_have_value(TYPED)
    expect(page.locator('#raise [name="text"]')).to_have_value(POINT)
    tab = page.context.new_page()
    tab.goto(page.url)
    tab.fill('[name="confirm-password"]', PASSWORD)
    tab.locator("main form.form button.button--primary").click()
    expect(tab.locator("[data-live]")).to_be_visible()
    page.locator('#live-check button[form="answer"]').click()
    expect(page.locator('[data-say="answered"]')).to_be_visible()
    expect(page.locator('[data-say="asked"]')).to_be_hidden()
    expect(page.locator('#raise [name="text"]')).to_have_value(POINT)
    go_away(page, server)
    page.locator("#raise button.button--primary").click()
    come_back(page, "text", POINT)
    expect(page.get_by_text(POINT).first).to_be_visible()
