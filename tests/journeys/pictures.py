"""Make the README's pictures out of the demo room: `python -m tests.journeys.pictures`, or some of them by their names.

Each is taken as sharp as fits into the weight that a picture may have.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.journeys.company import sign_in
from tests.journeys.conftest import started_browser
from tests.journeys.server import ROOT, Server

FOLDER = ROOT / "docs" / "pictures"
HEAVIEST, LIGHT = 120 * 1024, 60 * 1024
SHARPNESS = (2, 1.5, 1)


@dataclass(frozen=True)
class Picture:
    """A picture: its file, who looks, in which language, on how large a screen, the way there, its weight."""

    name: str
    who: str
    language: str
    size: tuple[int, int]
    way: Callable[[Page], None]
    heaviest: int = HEAVIEST


def to_desk(page: Page) -> None:
    """Stay at one's desk."""
    page.wait_for_selector("main")


def to_board(page: Page) -> None:
    """Go from one's desk to the session of today."""
    page.locator('main a[href*="/sessions/"]').first.click()
    page.wait_for_selector('[data-state="open"]')


def to_projector(page: Page) -> None:
    """Go on to the view for the projector."""
    to_board(page)
    page.locator('a[href$="/projector/"]').click()
    page.wait_for_selector(".projector")


def to_report(page: Page) -> None:
    """Go from the front page to the newest published report."""
    page.goto("/ar/")
    page.locator('main a[href*="/reports/"]').first.click()
    page.wait_for_selector("aside")


def to_statement(page: Page) -> None:
    """Go to a statement of the published round, at its items."""
    page.goto("/en/rounds/")
    page.locator("main .link-list a").last.click()
    page.locator('.tabs a[href$="/statements/"]').click()
    page.locator('main .link-list a[href*="/statements/"]').first.click()
    page.locator('main section[id^="i"]').first.evaluate("part => scrollTo(0, part.offsetTop - 80)")


def to_topics(page: Page) -> None:
    """Go to the topics of the round that is being prepared, where the agenda ends and reasons are given."""
    page.goto("/ar/rounds/")
    page.locator("main .link-list a").first.click()
    page.locator('.tabs a[href$="/topics/"]').click()
    page.locator("main article.entry").nth(6).evaluate("part => scrollTo(0, part.offsetTop)")


def to_invitation(page: Page) -> None:
    """Go from one's desk to the invitation that waits there."""
    page.locator('main a[href*="/invitations/"]').first.click()
    page.locator("h1").evaluate("part => scrollTo(0, part.offsetTop - 40)")


def to_paper(page: Page) -> None:
    """Go from the front page to the published paper."""
    page.goto("/en/")
    page.locator('main a[href*="/papers/"]').first.click()
    page.wait_for_selector("aside")


def to_comments(page: Page) -> None:
    """Go from one's desk to the paper whose comment window is open, where its first paragraphs stand."""
    page.locator('main a[href*="/papers/"][href$="/comments/"]').first.click()
    page.locator("main article, main section, main ol").first.evaluate("part => scrollTo(0, part.offsetTop - 60)")


def to_recommendation(page: Page) -> None:
    """Go from the register to something that was asked in 2020 and promised since."""
    page.goto("/en/register/?year=2020")
    page.locator('main a[href*="/register/2020-"]').first.click()
    page.wait_for_selector(".way__step")


def to_what_became(page: Page) -> None:
    """Go to what became of the recommendations of each text, on a phone."""
    page.goto("/ar/register/what-became/")
    page.locator("h1").evaluate("part => scrollTo(0, part.offsetTop - 40)")


PICTURES = (
    Picture("projector", "facilitator", "en", (1280, 800), to_projector),
    Picture("phone", "member", "ar", (360, 740), to_board),
    Picture("report-ar", "visitor", "ar", (1080, 800), to_report),
    Picture("statement", "rapporteur", "en", (1080, 800), to_statement),
    Picture("desk", "member", "en", (1080, 620), to_desk),
    Picture("topics", "member", "ar", (360, 740), to_topics, LIGHT),
    Picture("invitation", "member", "ar", (360, 740), to_invitation, LIGHT),
    Picture("paper", "visitor", "en", (1080, 800), to_paper),
    Picture("comments", "member", "ar", (360, 740), to_comments, LIGHT),
    Picture("recommendation", "visitor", "en", (1080, 800), to_recommendation),
    Picture("what-became", "visitor", "ar", (360, 740), to_what_became, LIGHT),
)


def take(browser: Browser, address: str, picture: Picture, sharpness: float) -> bytes:
    """Take a picture at so many dots a pixel."""
    width, height = picture.size
    device: dict[str, Any] = {"viewport": {"width": width, "height": height}, "device_scale_factor": sharpness}
    context = browser.new_context(base_url=address, locale=picture.language, reduced_motion="reduce", **device)
    page = context.new_page()
    if picture.who != "visitor":
        sign_in(page, picture.who, picture.language)
        page.goto(f"/{picture.language}/desk/")
    picture.way(page)
    page.evaluate("() => document.fonts.ready")
    taken = page.screenshot(animations="disabled")
    context.close()
    return taken


def main() -> None:
    """Build a demo room, look at it, and keep the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chosen = sys.argv[1:] or [picture.name for picture in PICTURES]
    with tempfile.TemporaryDirectory() as folder, started_browser() as browser:
        server = Server(Path(folder))
        server.manage("demo", "--build-only")
        server.start()
        try:
            for picture in (each for each in PICTURES if each.name in chosen):
                shots = (take(browser, server.url, picture, sharpness) for sharpness in SHARPNESS)
                shot = next((shot for shot in shots if len(shot) <= picture.heaviest), b"")
                assert shot, f"{picture.name} is too heavy at any sharpness"
                (FOLDER / f"{picture.name}.png").write_bytes(shot)
                print(f"{picture.name}.png: {len(shot) // 1024} KB")  # noqa: T201 - a script says what it made
        finally:
            server.stop()


if __name__ == "__main__":
    main()
