"""What each measure of protection costs, in one process that asks the room's pages as the server does.

python -m benchmarks.protection_timed FILE      with what benchmarks.room_made wrote; prints JSON: the microseconds of a
typical read (a board) and of a typical write (a point raised there), and of each measure inside them or alone.
"""

import io
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import cycle
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Final
from urllib.parse import urlencode

from benchmarks.room_made import HALLS

TIMES: Final = 120
WARM: Final = 8
ALONE: Final = 2_000
TOKEN: Final = "c" * 32


class Clock:
    """Adds up how long functions take while a request is answered; what one of them calls is not counted twice."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.inside: set[str] = set()

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give the function, whose time is added up under a name."""

        @wraps(function)
        def run(*args: Any, **given: Any) -> Any:
            if name in self.inside:
                return function(*args, **given)
            self.inside.add(name)
            began = time.perf_counter()
            try:
                return function(*args, **given)
            finally:
                self.spent[name] += time.perf_counter() - began
                self.inside.discard(name)

        return run

    def put_on(self, name: str, place: Any, *attributes: str) -> None:
        """Time functions of a module or class under a name."""
        for attribute in attributes:
            setattr(place, attribute, self.timed(name, getattr(place, attribute)))


def put_clocks(clock: Clock) -> None:
    """Put clocks on all measures that a request meets; before the room's pages are put together."""
    from django.contrib.auth.middleware import LoginRequiredMiddleware  # noqa: PLC0415
    from django.middleware.csrf import CsrfViewMiddleware  # noqa: PLC0415

    from supportroom.journal import door  # noqa: PLC0415
    from supportroom.kernel import permissions  # noqa: PLC0415
    from supportroom.people import middleware, moments, sessions  # noqa: PLC0415
    from supportroom.points import rules  # noqa: PLC0415
    from supportroom.web import limits, room_left  # noqa: PLC0415

    clock.put_on("every door is shut unless it says otherwise (S09)", LoginRequiredMiddleware, "process_view")
    clock.put_on("forms are our own: token and origin (S36)", CsrfViewMiddleware, "process_request", "process_view")
    clock.put_on("idle time, twelve hours, second factor, moments' cookie (S03, S05)", middleware.Watch, "process_view")
    clock.put_on("idle time, twelve hours, second factor, moments' cookie (S03, S05)", moments, "keep")
    clock.put_on("the session's key is kept as a digest (S06)", sessions, "digest_of_key")
    clock.put_on("limits (S39)", limits.KeepToLimits, "process_view")
    clock.put_on("room on the disk is looked at (R04)", room_left.KeepRoomLeft, "process_view")
    clock.put_on("handles under the Chatham House Rule (S14)", rules, "handle_for")
    clock.put_on("the journal's entry (S42)", door, "_write")
    clock.put_on("the journal's chain (S42)", door, "bind")
    clock.put_on("a form counts once (R01)", door, "_receipt_for", "_keep_answer")
    asked = permissions._predicates  # noqa: SLF001
    for name, predicate in asked.items():
        asked[name] = clock.timed("who may do what is asked (S09, S10)", predicate)


class Room:
    """The room's pages, asked by the browsers of people who sit in one session."""

    def __init__(self, made: dict[str, Any], clock: Clock) -> None:
        """Take what was made, and the clock."""
        from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

        self.pages, self.clock = get_wsgi_application(), clock
        self.people = cycle(made["people"][::HALLS])  # who sit in one session; in turns, as limits are each one's own

    def ask(
        self, person: dict[str, Any], path: str, form: dict[str, str] | None = None
    ) -> tuple[float, dict[str, float]]:
        """Let somebody ask or send once; give how long it took, and each measure inside."""
        cookies = "; ".join(f"{name}={value}" for name, value in {**person["cookies"], "__Host-csrf": TOKEN}.items())
        body = urlencode({"csrfmiddlewaretoken": TOKEN, "once": token_urlsafe(16), **form}).encode() if form else b""
        environ = {
            "REQUEST_METHOD": "POST" if form else "GET", "PATH_INFO": path, "QUERY_STRING": "", "SCRIPT_NAME": "",
            "SERVER_NAME": "room.example", "SERVER_PORT": "443", "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "room.example", "HTTP_ORIGIN": "https://room.example", "HTTP_COOKIE": cookies,
            "HTTP_ACCEPT_ENCODING": "gzip", "wsgi.url_scheme": "https", "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr, "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
        }  # fmt: skip
        said: list[str] = []
        self.clock.spent.clear()
        began = time.perf_counter()
        answer = self.pages(environ, lambda status, _headers: said.append(status))  # type: ignore[arg-type]
        b"".join(answer)
        answer.close()
        took = time.perf_counter() - began
        assert said[0][:3] in ("200", "302"), (path, said)
        return took, dict(self.clock.spent)

    def read(self) -> tuple[float, dict[str, float]]:
        """Read a board."""
        person = next(self.people)
        return self.ask(person, person["reads"]["board"])

    def write(self) -> tuple[float, dict[str, float]]:
        """Raise a point."""
        person = next(self.people)
        return self.ask(person, *person["writes"]["raise a point"][0])


def inside(ask: Callable[[], tuple[float, dict[str, float]]]) -> tuple[float, dict[str, float]]:
    """Ask again and again; give the median of the whole and of each measure inside, in microseconds."""
    told = [ask() for _time in range(WARM + TIMES)][WARM:]
    names = {name for _took, spent in told for name in spent}
    whole = statistics.median(took for took, _spent in told) * 1e6
    return whole, {name: statistics.median(spent.get(name, 0.0) for _took, spent in told) * 1e6 for name in names}


def in_turns(first: Callable[[], Any], second: Callable[[], Any], times: int = TIMES) -> tuple[float, float]:
    """Give the median microseconds of two, done in turns, so that other work falls on both alike."""
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(times + WARM):
        for run, found in zip((first, second), took, strict=True):
            began = time.perf_counter()
            run()
            if number >= WARM:
                found.append(time.perf_counter() - began)
    return statistics.median(took[0]) * 1e6, statistics.median(took[1]) * 1e6


def alone(run: Callable[[], Any], times: int = ALONE) -> float:
    """Give the median microseconds of something small, an empty call taken off."""
    with_it, empty = in_turns(run, lambda: None, times)
    return max(0.0, with_it - empty)


@contextmanager
def without(place: Any, attribute: str, instead: Any) -> Iterator[None]:
    """Put something else in the place of a measure."""
    kept = getattr(place, attribute)
    setattr(place, attribute, instead)
    try:
        yield
    finally:
        setattr(place, attribute, kept)


def headers() -> float:
    """Time the strict headers alone."""
    from django.http import HttpResponse  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    from supportroom.web.middleware import protect_answers  # noqa: PLC0415

    request = RequestFactory().get("/en/", secure=True)
    request.resolver_match = None
    strict = protect_answers(lambda _request: HttpResponse("x"))
    with_them, bare = in_turns(lambda: strict(request), lambda: HttpResponse("x"), ALONE)
    return with_them - bare


def switched(room: Room) -> dict[str, list[float]]:
    """Time a write with and without what can be switched off: the chain, the sync at each commit, overwriting."""
    from django.db import connection  # noqa: PLC0415

    from supportroom.journal import door  # noqa: PLC0415

    def unchained() -> None:
        with without(door, "bind", lambda _named, _unnamed: None):
            room.write()

    found = {"the journal's chain, a write with it and without": list(in_turns(room.write, unchained, TIMES // 2))}
    if connection.vendor != "sqlite":
        return found

    def set_to(pragma: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")

    for name, on, off in (
        ("a full sync at each commit (R02), a write with it and without", "synchronous=FULL", "synchronous=NORMAL"),
        ("what is deleted is overwritten (S43), a write with it and without", "secure_delete=ON", "secure_delete=OFF"),
    ):

        def strict(on: str = on) -> float:
            set_to(on)
            return room.write()[0]

        def lax(off: str = off) -> float:
            set_to(off)
            return room.write()[0]

        took = [(strict(), lax()) for _time in range(TIMES // 2)]
        found[name] = [statistics.median(one[side] for one in took) * 1e6 for side in (0, 1)]
        set_to(on)
    return found


def main(file: str) -> dict[str, Any]:
    """Measure everything."""
    import django  # noqa: PLC0415

    django.setup()
    from benchmarks.protection_alone import measures  # noqa: PLC0415

    clock = Clock()
    put_clocks(clock)
    room = Room(json.loads(Path(file).read_text()), clock)
    read, in_read = inside(room.read)
    write, in_write = inside(room.write)
    strict = headers()
    for found in (in_read, in_write):
        found["strict headers and the content policy (S35)"] = strict
    return {
        "read": read, "write": write, "in read": in_read, "in write": in_write,
        "switched": switched(room), "alone": measures(alone),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
