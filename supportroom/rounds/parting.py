"""What a round's publication sets off: floors above forget what nobody needs any more, in its transaction (S43)."""

from collections.abc import Callable

from supportroom.rounds.models import Round

Callback = Callable[[Round], None]
_callbacks: list[Callback] = []


def at_publication(callback: Callback) -> None:
    """Let an app above forget what is its own when a round is published; called in its `ready()`."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def part_from(round: Round) -> None:
    """Let every floor forget; called by the round's last step alone."""
    for callback in _callbacks:
        callback(round)
