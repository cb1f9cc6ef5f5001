"""The nudge after a change: whoever shows boards in this process is told which session's board has a new revision.

Other processes are told by `across`, and see it in any case by `Board.revision`, which grows in the transaction of the
change itself.
"""

from collections.abc import Callable

Listener = Callable[[int], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Call this with a session's id after each commit that changed its board; asking twice changes nothing."""
    if listener not in _listeners:
        _listeners.append(listener)


def stop_listening(listener: Listener) -> None:
    """Call this no more."""
    if listener in _listeners:
        _listeners.remove(listener)


def tell(session_id: int) -> None:
    """Tell every listener that this session's board changed."""
    for listener in tuple(_listeners):
        listener(session_id)
