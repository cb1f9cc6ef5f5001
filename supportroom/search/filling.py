"""The index is kept true: what became public comes in, what changed comes in anew, what is not public any more goes.

Compared by marks, a kind at a time; only what differs is read. The periodic work does it after every change of what the
public reads, and every ten minutes whatever happened.
"""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.stems import stems
from supportroom.search import changes
from supportroom.search.actions import fill_index
from supportroom.search.lookup import forget_traces
from supportroom.search.models import Finding
from supportroom.search.sources import SOURCES, Leaf, Source

BATCH: Final = 200
_EVERY_SECONDS: Final = 600
_LONGEST_TITLE: Final = 500
_last: dict[str, float] = {"stamp": -1, "at": -float(_EVERY_SECONDS)}


def keep_true() -> None:
    """Bring the index up to date if something may have changed; the periodic job."""
    stamp = changes.stamp()
    if stamp == _last["stamp"] and time.monotonic() - _last["at"] < _EVERY_SECONDS:
        return
    bring_up_to_date()
    _last.update(stamp=stamp, at=time.monotonic())


def bring_up_to_date() -> int:
    """Write every difference between the index and what is public; give how many things came in or went."""
    return sum(_settle(source) for source in SOURCES)


def rebuild() -> int:
    """Empty the index and fill it anew; give how many things it holds."""
    for source in SOURCES:
        things = list(Finding.objects.filter(kind=source.kind).values_list("thing", flat=True).distinct())
        for batch in _batches(things):
            fill_index(actor=SYSTEM, kind=source.kind, gone=batch, rows=[])
    return bring_up_to_date()


def _settle(source: Source) -> int:
    wanted = dict(source.marks())
    known = dict(Finding.objects.filter(kind=source.kind).values_list("thing", "mark"))
    gone = [thing for thing in known if thing not in wanted]
    fresh = [thing for thing, mark in wanted.items() if known.get(thing) != mark]
    for batch in _batches([*gone, *fresh]):
        rows = [
            _row(source.kind, wanted[leaf.thing], leaf) for leaf in source.leaves([t for t in batch if t in wanted])
        ]
        if rows or any(thing in known for thing in batch):
            fill_index(actor=SYSTEM, kind=source.kind, gone=batch, rows=rows)
    if any(thing in known for thing in [*gone, *fresh]):
        forget_traces()
    return len(gone) + len(fresh)


def _row(kind: str, mark: str, leaf: Leaf) -> dict[str, Any]:
    return {
        "thing": leaf.thing,
        "mark": mark,
        "kind": kind,
        "language": leaf.language,
        "title": leaf.title[:_LONGEST_TITLE],
        "words": leaf.words,
        "title_stems": " ".join(stems(leaf.title)),
        "stems": " ".join(stems(leaf.words)),
        "address": leaf.address,
        "day": leaf.day,
    }


def _batches(things: Sequence[str]) -> Iterator[list[str]]:
    left = iter(things)
    while batch := list(islice(left, BATCH)):
        yield batch
