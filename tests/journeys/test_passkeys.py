"""A real browser with a passkey: added, used in place of the code, and not missed where scripts are off (S03, S48)."""

import base64
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from supportroom.people.second_factor import code_at
from tests.journeys.axe import assert_accessible, assert_fits, too_small
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.server import Server

EMAIL, PASSWORD = "lamp@example.org", "lanterns on the river at dusk"
OPTIONS = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class Named(Server):
    """A room under a name: under a number there are no passkeys."""

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"http://localhost:{self.port}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve a new room that nobody has entered yet."""
    served = Named(tmp_path)
    served.manage("migrate", "-v", "0")
    served.start()
    yield served
    served.stop()
    assert "Traceback" not in served.log, served.log


@dataclass
class Phone:
    """A code app: it gives each code once, for now or the half minutes around."""

    key: str
    given: int = 0

    def code(self) -> str:
        """Give a code that was not given yet."""
        self.given = max(self.given + 1, int(time.time()) // 30 - 1)
        return code_at(base64.b32decode(self.key.replace(" ", "")), self.given)


def give_password(page: Page, language: str) -> None:
    """Go through the first page of signing in."""
    page.goto(f"/{language}/sign-in/")
    page.locator('[name="login"]').fill(EMAIL)
    page.locator('[name="password"]').fill(PASSWORD)
    page.locator("main button").first.click()


def enter(server: Server, page: Page) -> Phone:
    """Make the room's first account by its link, and set up two-step sign-in."""
    link = server.manage("first_account", "--name", "Lamp Invented", "--language", "en", "--address", server.url)
    page.goto(link.strip().splitlines()[-1])
    page.locator('[name="email"]').fill(EMAIL)
    page.locator('[name="password"]').fill(PASSWORD)
    page.locator("main button").click()
    give_password(page, "en")
    page.goto("/en/settings/two-steps/")
    phone = Phone(page.locator("code.key").inner_text())
    page.locator('[name="code"]').fill(phone.code())
    page.locator("main form button").click()
    expect(page.locator(".codes li")).to_have_count(10)
    return phone


def look(page: Page) -> None:
    """See that a page keeps nobody out and can be pressed with a thumb."""
    assert_accessible(page)
    assert_fits(page)
    assert too_small(page) == []


def sign_out(page: Page) -> None:
    """End the session."""
    page.goto("/en/sign-out/")
    page.locator("main form button").click()


def test_s03_a_passkey_is_added_and_used_and_without_scripts_the_code_does(
    server: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(locale="en", **DESKTOP)
    device: Any = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})["authenticatorId"]
    phone = enter(server, page)
    page.goto("/en/settings/two-steps/passkeys/")
    look(page)
    page.locator('[name="name"]').fill("blue key")
    page.get_by_role("button", name="Go on").click()
    look(page)
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.locator("main")).to_contain_text("blue key")
    sign_out(page)
    give_password(page, "en")
    look(page)
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url("**/desk/")
    kept = device.send("WebAuthn.getCredentials", {"authenticatorId": made})["credentials"]
    assert len(kept) == 1
    assert not any(word in str(kept) for word in ("Lamp", EMAIL))
    sign_out(page)
    device.send("WebAuthn.clearCredentials", {"authenticatorId": made})
    give_password(page, "en")
    page.get_by_role("button", name="Use my passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("The device gave no passkey")
    page.locator('[name="code"]').fill(phone.code())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/")
    plain = open_page(locale="ar", javascript=False, **PHONE)
    give_password(plain, "ar")
    expect(plain.locator("[data-passkey]")).to_be_hidden()
    expect(plain.locator("[data-passkey-none]")).to_be_visible()
    assert too_small(plain) == []
    plain.locator('[name="code"]').fill(phone.code())
    plain.locator("main form:visible button").click()
    plain.wait_for_url("**/ar/desk/")
