"""Where a source is cited: told by the floor above, which owns the drafts.

The one inversion that the house allows: in its `ready()` the app above hands over a callback.
"""

from collections.abc import Callable

from supportroom.library.models import Source

Count = Callable[[Source], int]
_counts: list[Count] = []


def counted_by(callback: Count) -> None:
    """Let an app above say how often its present text cites a source; called in its `ready()`."""
    _counts.append(callback)


def uses_of(source: Source) -> int:
    """Give how often a source is cited now."""
    return sum(callback(source) for callback in _counts)
