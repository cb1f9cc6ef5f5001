"""Where apps above hand in, in their `ready()`, what a check's end sets off, and where its subject can be read."""

from collections.abc import Callable

from supportroom.checks.models import MembersCheck

Heard = Callable[[MembersCheck], None]
Whereabouts = Callable[[MembersCheck], "tuple[str, str] | None"]
_at_count: dict[str, Heard] = {}
_at_withdrawal: dict[str, Heard] = {}
_leads_to: dict[str, Whereabouts] = {}


def at_count(purpose: str, callback: Heard) -> None:
    """Let an app act on the outcome, inside the counting's transaction; what it raises undoes the count."""
    _at_count[purpose] = callback


def at_withdrawal(purpose: str, callback: Heard) -> None:
    """Let an app act when a check is taken back; a purpose without this cannot be taken back."""
    _at_withdrawal[purpose] = callback


def leads_to(purpose: str, whereabouts: Whereabouts) -> None:
    """Say where a check's subject can be read: a word in the reader's language and an address, or None."""
    _leads_to[purpose] = whereabouts


def hear_count(check: MembersCheck) -> None:
    """Tell who asked that it is counted."""
    if check.purpose in _at_count:
        _at_count[check.purpose](check)


def can_be_withdrawn(check: MembersCheck) -> bool:
    """Tell whether who asked can go on without an outcome."""
    return check.purpose in _at_withdrawal


def hear_withdrawal(check: MembersCheck) -> None:
    """Tell who asked that it is taken back."""
    _at_withdrawal[check.purpose](check)


def subject_of(check: MembersCheck) -> tuple[str, str] | None:
    """Give the word and the address of what a check is about, if somebody said so."""
    return _leads_to[check.purpose](check) if check.purpose in _leads_to else None
