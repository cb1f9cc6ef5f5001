"""How many queries boards and lists ask, at 30 and at 3,000 points."""

import json
from collections.abc import Iterator
from typing import Any

from benchmarks.place import Place
from benchmarks.table import Figure

MOST = 6


def measure_queries(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Count them in a process of its own."""
    counts = json.loads(place.run("-m", "benchmarks.counting", str(place.folder / "seeded.json")))
    for size in ("30", "100", "3000"):
        yield Figure(f"session board of {int(size):,} points", counts[f"board {size}"], "queries", MOST)
    for size in ("30", "3000"):
        yield Figure(f"list of a round's {int(size):,} points", counts[f"list {size}"], "queries")
