"""Three hundred members who comment in the last minute before a window closes, over HTTP: each is accepted or refused
by the instant of the close, nothing is lost and nothing is there twice.
"""

import asyncio
import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.live_session import ask, percentile
from benchmarks.place import COOKIE, Place
from benchmarks.table import Figure

LAST, AFTER = 50, 10  # seconds before and after the close in which they send
SAID = (("paragraph", ""), ("language", "en"), ("naming", "hidden"))
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|once)" value="([^"]+)"')


def measure_last_minute(place: Place, paper: dict[str, Any]) -> Iterator[Figure]:
    """Move the close to a minute from now, let everybody send, and compare what they were told with what is kept."""
    closes_at = json.loads(place.run("-m", "benchmarks.last_minute", "close", str(paper["window_id"]), str(LAST + 12)))
    told = asyncio.run(_all(place.port, f"/ar/papers/{paper['open']}/comments/new/", paper["people"], closes_at))
    kept = json.loads(place.run("-m", "benchmarks.last_minute", "kept", str(paper["window_id"])))
    accepted = [name for name, (status, _took) in told.items() if status == 302]
    refused = [name for name, (status, _took) in told.items() if status == 422]
    name = f"{len(told)} members comment around the close"
    yield Figure(f"{name}: accepted", len(accepted))
    yield Figure(f"{name}: refused as late", len(refused))
    yield Figure(f"{name}: neither accepted nor refused", len(told) - len(accepted) - len(refused), "", 0)
    yield Figure(f"{name}: accepted and lost", sum(kept.count(each) == 0 for each in accepted), "", 0)
    yield Figure(f"{name}: kept twice", sum(kept.count(each) > 1 for each in set(kept)), "", 0)
    yield Figure(f"{name}: refused and kept all the same", sum(each in kept for each in refused), "", 0)
    yield Figure(f"{name}: answer, p95", percentile([took for _status, took in told.values()], 0.95), "s", 0.6)


async def _all(port: int, path: str, people: list[str], closes_at: float) -> dict[str, tuple[int, float]]:
    """Let everybody fetch the form in time, then send it at an instant of their own around the close."""
    chance, gate = random.Random(4), asyncio.Semaphore(8)
    members = [Member(port, path, {COOKIE: cookie}) for cookie in people]
    await asyncio.gather(*(member.load(gate) for member in members))
    sent = [
        member.comment(
            f"comment number {number} of the last minute", closes_at - LAST + chance.random() * (LAST + AFTER)
        )
        for number, member in enumerate(members)
    ]
    return dict(await asyncio.gather(*sent))


@dataclass
class Member:
    """Somebody with the form open."""

    port: int
    path: str
    cookies: dict[str, str]
    keys: list[tuple[str, str]] = field(default_factory=list)

    async def load(self, gate: asyncio.Semaphore) -> None:
        """Open the form."""
        async with gate:
            page = (await ask(self.port, self.path, self.cookies)).body.decode()
        self.keys = list(dict(HIDDEN.findall(page)).items())

    async def comment(self, text: str, moment: float) -> tuple[str, tuple[int, float]]:
        """Send the form at an instant; give the text, what the answer was, and how long it took."""
        await asyncio.sleep(max(0.0, moment - time.time()))
        began = time.perf_counter()
        answer = await ask(self.port, self.path, self.cookies, [*self.keys, *SAID, ("text", text)])
        return text, (answer.status, time.perf_counter() - began)


def close_in(window_id: int, seconds: float) -> float:
    """Let a window close so many seconds from now; give the instant as a timestamp."""
    from datetime import timedelta  # noqa: PLC0415

    from supportroom.comments.models import CommentWindow  # noqa: PLC0415
    from supportroom.kernel.clock import now  # noqa: PLC0415

    moment = now() + timedelta(seconds=seconds)
    CommentWindow.objects.filter(pk=window_id).update(closes_at=moment, state="running")
    return moment.timestamp()


def kept_in(window_id: int) -> list[str]:
    """Give the text of every comment that a window holds in time."""
    from supportroom.comments.models import Comment  # noqa: PLC0415

    return [str(comment.text) for comment in Comment.objects.filter(window=window_id, is_late=False)]


if __name__ == "__main__":
    import sys

    import django

    django.setup()
    if sys.argv[1] == "close":
        print(json.dumps(close_in(int(sys.argv[2]), float(sys.argv[3]))))
    else:
        print(json.dumps(kept_in(int(sys.argv[2]))))
