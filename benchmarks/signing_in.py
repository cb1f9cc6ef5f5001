"""Signing in from a phone on a bad line, password and code; and how long a wrong password takes, whoever exists (S08).

Typing is not counted: the figure is what the line and the server need, from the first page to the desk.
`python -m benchmarks.signing_in FILE` makes the accounts, with passwords hashed as in production.
"""

import json
import math
import os
import random
import re
import shutil
import statistics
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from bisect import bisect
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import Any, Final

from benchmarks.browser import NAMES, PHONE, SLOW
from benchmarks.place import Place
from benchmarks.table import Figure

PASSWORD: Final = "a walnut on the windowsill"  # noqa: S105 - of invented people
OTHERS: Final = 200
TURNS: Final = 3
LEAST_CHANCE: Final = 0.01


def make(file: str) -> None:
    """Make one account with a phone for each turn, and others who only have a password."""
    import django  # noqa: PLC0415 - Django must be set up before its models are read

    django.setup()
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415

    from supportroom.people.actions import set_up_second_factor  # noqa: PLC0415
    from supportroom.people.models import Account  # noqa: PLC0415
    from tests.factories.personas import make_person  # noqa: PLC0415

    kept = make_password(PASSWORD, hasher="argon2")
    for number in range(OTHERS + TURNS):
        account = Account.objects.get(person=make_person(f"Signs in {number} Invented", "member"))
        account.email, account.password = f"bench{number}@example.org", kept
        account.save()
        if number < TURNS:
            set_up_second_factor(
                actor=account.actor, account=account, seed=f"bench{number}", codes=[f"unused {number}"]
            )
    from supportroom.people.second_factor import key_from  # noqa: PLC0415

    keys = [key_from(f"bench{number}").hex() for number in range(TURNS)]
    Path(file).write_text(json.dumps(keys))


def measure_signing_in(place: Place, seeded: dict[str, Any]) -> list[Figure]:
    """Sign in by hand of a browser on a slow line, then knock with wrong passwords at full speed."""
    file = place.folder / "signing_in.json"
    if not file.exists():
        place.run("-m", "benchmarks.signing_in", str(file))
    keys = [bytes.fromhex(key) for key in json.loads(file.read_text())]
    return [*_on_a_phone(place, keys), *_wrong_ones(place)]


def _on_a_phone(place: Place, keys: list[bytes]) -> list[Figure]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the one measurement that needs it

    program = os.environ.get("SUPPORTROOM_BROWSER") or next((p for name in NAMES if (p := shutil.which(name))), None)
    if program is None:
        print("NOT RUN: no Chromium was found (SUPPORTROOM_BROWSER names one) ... ", end="")
        return []
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=sandbox)
        taken = [_signed_in(chromium, place, number, key) for number, key in enumerate(keys)]
        chromium.close()
    return [Figure("sign-in with password and code on a phone at 50 kbit/s, 600 ms", statistics.median(taken), "s", 60)]


def _signed_in(chromium: Any, place: Place, number: int, key: bytes) -> float:
    """Give the seconds from asking for the desk to seeing it, without a script, in Arabic."""
    from supportroom.people.second_factor import DIGITS, code_at  # noqa: PLC0415

    context = chromium.new_context(**PHONE, locale="ar", java_script_enabled=False)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", dict(SLOW))
    page.set_default_timeout(120_000)
    began = time.monotonic()
    page.goto(f"http://localhost:{place.port}/ar/desk/")
    page.fill("[name=login]", f"bench{number}@example.org")
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    code = code_at(key, int(time.time()) // 30)
    assert len(code) == DIGITS
    page.fill("[name=code]", code)
    page.click("main form button")
    page.wait_for_url("**/ar/desk/")
    page.wait_for_load_state("load")
    taken = time.monotonic() - began
    context.close()
    return taken


def _wrong_ones(place: Place) -> list[Figure]:
    """Knock with addresses that are members' and that nobody has, each once, first the one or the other by chance."""
    times: dict[str, list[float]] = {"bench": [], "nobody": []}
    knock, chance = _Knocking(f"http://localhost:{place.port}/en/sign-in/"), random.Random(8)
    for number in range(5):
        knock.times(f"warm{number}@example.org")
    for number in range(TURNS, OTHERS + TURNS):
        for who in chance.sample(["bench", "nobody"], 2):
            times[who].append(knock.times(f"{who}{number}@example.org"))
    member, nobody = (statistics.median(found) for found in times.values())
    name = f"wrong passwords, {OTHERS} for members' addresses and {OTHERS} for nobody's"
    return [
        Figure(f"{name}: median", member * 1000, "ms"),
        Figure(f"{name}: difference of the medians (S08: this, or the next)", abs(member - nobody) * 1000, "ms", 5),
        Figure(
            f"{name}: chance that both are alike (Kolmogorov-Smirnov)", alike(*times.values()), "", LEAST_CHANCE, True
        ),
        Figure(f"{name}: answers that differ by more than the address typed", knock.kinds_of_answers() - 1, "", 0),
    ]


def alike(one: list[float], other: list[float]) -> float:
    """Give the chance that two samples of the same thing lie as far apart as these (two-sample Kolmogorov-Smirnov)."""
    values, first, second = sorted([*one, *other]), sorted(one), sorted(other)
    apart = max(abs(bisect(first, each) / len(first) - bisect(second, each) / len(second)) for each in values)
    size = math.sqrt(len(one) * len(other) / (len(one) + len(other)))
    reach = (size + 0.12 + 0.11 / size) * apart
    if reach < 0.2:
        return 1.0
    return min(1.0, 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * reach * reach) for k in range(1, 101)))


class _Knocking:
    """A visitor who tries wrong passwords over one form."""

    def __init__(self, page: str) -> None:
        self.page = page
        policy = DefaultCookiePolicy(secure_protocols=("http", "https"))
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar(policy)))
        shown = self.opener.open(page).read().decode()
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
        assert found
        self.token = found[1]
        self.answers: set[tuple[int, str]] = set()

    def times(self, email: str) -> float:
        """Give the seconds that one wrong try takes."""
        words = {"csrfmiddlewaretoken": self.token, "login": email, "password": "a wrong walnut altogether"}
        request = urllib.request.Request(self.page, urllib.parse.urlencode(words).encode())  # noqa: S310 - our own
        request.add_header("Origin", self.page.partition("/en/")[0])
        began = time.perf_counter()
        try:
            self.opener.open(request)
        except urllib.error.HTTPError as refused:
            body = refused.read().decode()
            took = time.perf_counter() - began
            plain = re.sub(r'name="(?:csrfmiddlewaretoken|once)" value="[^"]*"', "", body.replace(email, ""))
            self.answers.add((refused.code, plain))
            return took
        raise AssertionError("a wrong password was taken")

    def kinds_of_answers(self) -> int:
        """Count the answers that are not the same, but for the address typed and the form's keys."""
        return len(self.answers)


if __name__ == "__main__":
    make(sys.argv[1])
