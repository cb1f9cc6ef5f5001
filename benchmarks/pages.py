"""Speed of pages on one server: the bare list, a board of 100 points uncached, the published report as ready bytes."""

import json
import subprocess
import sys
from typing import Any

from benchmarks.place import COOKIE, ROOT, Place
from benchmarks.table import Figure

BARE, BOARD, PUBLISHED = "bare Django list, 100 rows", "session board, 100 points", "published report, ready bytes"
BOARD_TIMES, PUBLISHED_TIMES = 4, 30
CLIENTS, SECONDS, SINGLE = 8, 2.5, 1.5


def measure_pages(place: Place, seeded: dict[str, Any]) -> list[Figure]:
    """Measure the three pages in turns on the server that runs."""
    cookie, board = f"{COOKIE}={seeded['member']}", seeded["boards"]["100"]
    pages = {
        BARE: {"path": f"/bare/{board}/", "cookie": cookie},
        BOARD: {"path": f"/en/sessions/{board}/", "cookie": cookie},
        PUBLISHED: {"path": f"/en/{seeded['published']}"},
    }
    return _speeds(ask_in_turns(place, pages))


def ask_in_turns(place: Place, pages: dict[str, dict[str, str]], rounds: int = 4) -> dict[str, Any]:
    """Ask for pages with one client and with eight, from a process of its own; give what it measured by page."""
    job = {"port": place.port, "pages": pages, "clients": CLIENTS, "seconds": SECONDS, "single": SINGLE}
    command = [sys.executable, "-m", "benchmarks.load"]
    asked = json.dumps(job | {"rounds": rounds})
    done = subprocess.run(command, cwd=ROOT, check=True, input=asked, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


def _speeds(told: dict[str, Any]) -> list[Figure]:
    least = {BOARD: BOARD_TIMES, PUBLISHED: PUBLISHED_TIMES}
    figures = []
    for name, one in told.items():
        figures += [
            Figure(f"{name}: requests a second, 8 clients", one["per_second"]),
            Figure(f"{name}: median, 1 client", one["median"], "ms"),
            Figure(f"{name}: 99th percentile, 1 client", one["p99"], "ms"),
            Figure(f"{name}: whole answer on the wire", one["bytes"] / 1024, "KB"),
        ]
        if name in least:
            times = one["per_second"] / told[BARE]["per_second"]
            figures.append(Figure(f"{name}: times the bare list", times, "x", least[name], is_least=True))
    return [*figures, Figure("answers that were not 200", sum(one["wrong"] for one in told.values()), "", 0)]
