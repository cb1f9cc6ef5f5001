"""What a phone gets over a bad line, in a real browser: bytes and requests of a first and a later visit, first paint.

Bytes are those of the answers as they came over the wire, headers included.
"""

import os
import shutil
import statistics
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from benchmarks.place import COOKIE, Place
from benchmarks.table import Figure

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SLOW = {"offline": False, "latency": 600, "downloadThroughput": 50_000 / 8, "uploadThroughput": 50_000 / 8}
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
PAINTED = "performance.getEntriesByType('paint').find(e => e.name === 'first-contentful-paint')?.startTime"
TURNS = 3


@dataclass
class Visit:
    """What came over the wire while a page was loaded, and when its first words stood there."""

    sizes: list[float] = field(default_factory=list)
    painted: float = 0.0

    @property
    def kilobytes(self) -> float:
        """Give the size of all answers."""
        return sum(self.sizes) / 1024


def measure_browser(place: Place, seeded: dict[str, Any]) -> list[Figure]:
    """Visit the public and the signed-in pages; nothing but a line that says so where there is no browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the one measurement that needs it

    program = os.environ.get("SUPPORTROOM_BROWSER") or next((p for name in NAMES if (p := shutil.which(name))), None)
    if program is None:
        print("NOT RUN: no Chromium was found (SUPPORTROOM_BROWSER names one) ... ", end="")
        return []
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=sandbox)
        figures = [*_public(chromium, place, seeded), *_signed_in(chromium, place, seeded)]
        chromium.close()
    return figures


def _public(chromium: Any, place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    front = _first(chromium, place, "/ar/")
    yield Figure("front page, first visit, on the wire", front.kilobytes, "KB", 14)
    yield Figure("front page, first visit", len(front.sizes), "requests", 3)
    report = _first(chromium, place, f"/ar/{seeded['published']}")
    yield Figure("published report, first visit, on the wire", report.kilobytes, "KB", 14)
    yield Figure("published report, first visit", len(report.sizes), "requests", 3)
    for name, path, budget in (("published report", f"/ar/{seeded['published']}", 1.5), ("front page", "/ar/", None)):
        painted = statistics.median(_first(chromium, place, path, line=SLOW).painted for _turn in range(TURNS))
        yield Figure(f"{name}: first paint at 50 kbit/s, 600 ms", painted / 1000, "s", budget)


def _signed_in(chromium: Any, place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Visit every kind of page as somebody of the team and as a member; tell of the heaviest."""
    first, after = {}, {}
    for persona, session in (*seeded["personas"].items(), ("participant", seeded["member"])):
        paths = _paths(seeded) if persona != "participant" else [f"/ar/sessions/{seeded['boards']['100']}/"]
        for path in paths:
            with _context(chromium, place, session) as context:
                first[persona, path] = _visit(context, place, path).kilobytes
                after[persona, path] = _visit(context, place, path).kilobytes
    for name, sizes, budget in (("first visit", first, 30), ("after", after, 10)):
        (persona, path), size = max(sizes.items(), key=lambda item: item[1])
        *_above, above, kind = ["", *path.strip("/").split("/")]
        shown = above if len(kind) == 12 else kind
        yield Figure(f"heaviest of {len(sizes)} signed-in pages ({persona}: {shown}), {name}", size, "KB", budget)


def _paths(seeded: Mapping[str, Any]) -> list[str]:
    """Give the signed-in pages: what everybody sees, and each tab of each round of the demo room."""
    tabs = (
        *("", "topics/", "programme/", "registration/", "list/", "list/add/", "letter/", "invitations/", "attendance/"),
        *("participants/", "points/", "statements/", "report/"),
    )
    of_rounds = [f"/ar/rounds/{key}/{tab}" for key in seeded["rounds"] for tab in tabs]
    today = f"/ar/sessions/{seeded['today']}/"
    return ["/ar/desk/", "/ar/rounds/", *of_rounds, today, f"{today}projector/"]


@contextmanager
def _context(chromium: Any, place: Place, session: str = "") -> Iterator[Any]:
    context = chromium.new_context(**PHONE, locale="ar", base_url=f"http://localhost:{place.port}")
    if session:
        context.add_cookies(
            [{"name": COOKIE, "value": session, "url": f"https://localhost:{place.port}/", "secure": True}]
        )
    yield context
    context.close()


def _first(chromium: Any, place: Place, path: str, *, line: Mapping[str, Any] | None = None) -> Visit:
    with _context(chromium, place) as context:
        return _visit(context, place, path, line=line)


def _visit(context: Any, place: Place, path: str, *, line: Mapping[str, Any] | None = None) -> Visit:
    page, visit = context.new_page(), Visit()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    if line:
        wire.send("Network.emulateNetworkConditions", dict(line))
    wire.on(
        "Network.loadingFinished",
        lambda told: told["encodedDataLength"] and visit.sizes.append(told["encodedDataLength"]),
    )
    answer = page.goto(path, timeout=60_000)
    assert answer.status in (200, 403, 404), f"{path}: {answer.status}"
    page.wait_for_timeout(100)
    visit.painted = page.evaluate(PAINTED) or float("nan")
    page.close()
    return visit
