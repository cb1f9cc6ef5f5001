"""What this process has answered, counted without anybody in it: no address, no path, no person.

Kind of answer, whether it was read or written, the hundred of its status, how long it took; written as Prometheus reads
it. Lives in the event loop alone, so that nothing needs a lock.
"""

import resource
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from supportroom.config.periodic import last_run
from supportroom.kernel.clock import now

BOUNDS: Final = (0.01, 0.03, 0.1, 0.3, 0.6, 1.0, 3.0, 10.0)
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
STREAM: Final = "live"
Line = tuple[str, str, str, list[tuple[str, float]]]


class Tally:
    """Counts since this process began."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.began = time.time()
        self.answers: defaultdict[tuple[str, bool, int], int] = defaultdict(int)
        self.seconds: dict[str, list[int]] = {}
        self.total: defaultdict[str, float] = defaultdict(float)
        self.open_streams = 0

    def note(self, kind: str, method: str, status: int, seconds: float) -> None:
        """Count one answer; how long a stream lasted says nothing, and is left out."""
        self.answers[kind, method in READING, status // 100] += 1
        if kind == STREAM:
            return
        counts = self.seconds.get(kind) or self.seconds.setdefault(kind, [0] * (len(BOUNDS) + 1))
        counts[bisect_left(BOUNDS, seconds)] += 1
        self.total[kind] += seconds

    def written(self, *, database_is_up: bool) -> str:
        """Give everything as text, for whoever watches the room."""
        lines = []
        for name, kind, words, values in (*self._counted(), *_measured(self, database_is_up)):
            lines += [f"# HELP supportroom_{name} {words}", f"# TYPE supportroom_{name} {kind}"]
            lines += [f"supportroom_{name}{labels} {value:.10g}" for labels, value in values]
        return "\n".join(lines) + "\n"

    def _counted(self) -> Iterator[Line]:
        each = [
            (f'{{kind="{kind}",method="{"read" if is_read else "write"}",status="{hundred}xx"}}', float(count))
            for (kind, is_read, hundred), count in sorted(self.answers.items())
        ]
        yield "answers_total", "counter", "Answers by kind, method and hundred of the status.", each
        yield "answer_seconds", "histogram", "How long answers took, by kind.", list(self._histogram())

    def _histogram(self) -> Iterator[tuple[str, float]]:
        for kind, counts in sorted(self.seconds.items()):
            for place, bound in enumerate((*BOUNDS, "+Inf")):
                yield f'_bucket{{kind="{kind}",le="{bound}"}}', sum(counts[: place + 1])
            yield f'_sum{{kind="{kind}"}}', self.total[kind]
            yield f'_count{{kind="{kind}"}}', sum(counts)


def _measured(tally: Tally, database_is_up: bool) -> Iterator[Line]:  # noqa: FBT001 - said by name above
    yield "open_streams", "gauge", "Boards that are watched now.", [("", tally.open_streams)]
    yield "start_time_seconds", "gauge", "When this process began.", [("", tally.began)]
    yield "resident_bytes", "gauge", "Memory of this process.", [("", _resident())]
    yield "database_up", "gauge", "Whether the database answers.", [("", float(database_is_up))]
    run = last_run()
    if run is not None:
        age = (now() - run.at).total_seconds()
        yield "periodic_age_seconds", "gauge", "Since the last periodic work of any process.", [("", age)]
        yield "periodic_failed_jobs", "gauge", "Jobs that failed then.", [("", len(run.failed))]


def _resident() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 1024.0 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(pages * resource.getpagesize())
