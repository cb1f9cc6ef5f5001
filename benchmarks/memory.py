"""Memory of the serving process: at rest, after the boards and the report were asked for, and after every kind of page.

The product alone is served, without the bare list, whose template engine would be counted as well.
"""

import http.client
from collections.abc import Iterator
from typing import Any

from benchmarks.pages import ask_in_turns
from benchmarks.place import COOKIE, Place
from benchmarks.table import Figure

MOST_WORKER, MOST_ROOM = 65, 150


def measure_memory(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Serve, measure, load, measure: proportional set size."""
    board = {"path": f"/ar/sessions/{seeded['boards']['100']}/", "cookie": f"{COOKIE}={seeded['member']}"}
    with place.served("supportroom.config.settings"):
        ask_once(place, "/ar/")
        yield Figure("memory at rest, one worker (PSS)", place.memory(), "MB", MOST_WORKER)
        ask_in_turns(place, {"board": board, "report": {"path": f"/ar/{seeded['published']}"}}, rounds=1)
        after = place.memory()
        yield Figure("memory after the load, one worker (PSS)", after, "MB", MOST_WORKER)
        yield Figure("memory after the load, whole room (PSS)", after, "MB", MOST_ROOM)


def ask_once(place: Place, path: str) -> None:
    """Ask for a page, so that the server has begun in earnest."""
    line = http.client.HTTPConnection("127.0.0.1", place.port, timeout=30)
    line.request("GET", path)
    line.getresponse().read()
    line.close()
