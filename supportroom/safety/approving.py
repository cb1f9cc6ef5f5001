"""The two-person rule: an act that one person asks for is carried out only when another approves within 24 hours (S13).

The one inversion that the house allows: an app above says in its `ready()` what an approval of its kind carries out
(`requires_two`). Where nothing is carried out at once, the approval is a permit: who asked may open the thing for a
day (`is_permitted`, asked by the view).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Phrase
from supportroom.people.models import Person
from supportroom.safety.models import ApprovalRequest
from supportroom.safety.vocabulary import APPROVED, OPEN, PERMIT_LASTS

Carry = Callable[[ApprovalRequest], None]
Naming = Callable[[Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Act:
    """An act that takes two: what it is called, what is done once it is approved, how its things are named on the page.

    `check` raises DomainError where it cannot be asked for; `concerning` gives whom it is about, who has no part in it.
    `needs_note`: who asks says how they made sure.
    """

    kind: str
    words: Phrase
    carry_out: Carry | None
    check: Callable[[str], None] | None
    named: Naming | None
    concerning: Callable[[str], Person | None] | None
    needs_note: bool


_acts: dict[str, Act] = {}


def requires_two(
    kind: str,
    *,
    words: Phrase,
    carry_out: Carry | None = None,
    check: Callable[[str], None] | None = None,
    named: Naming | None = None,
    concerning: Callable[[str], Person | None] | None = None,
    needs_note: bool = False,
) -> None:
    """Put an act under the rule. `carry_out(request)` runs in the approval's transaction, once; a kind said twice with
    another meaning raises ValueError.
    """
    known = _acts.setdefault(kind, Act(kind, words, carry_out, check, named, concerning, needs_note))
    if known.carry_out is not carry_out:
        raise ValueError(f"an act named twice: {kind}")


def act_called(kind: str) -> Act:
    """Give the act of a kind; DomainError `safety.no_such_act`."""
    if kind not in _acts:
        raise DomainError("safety.no_such_act")
    return _acts[kind]


def acts() -> tuple[Act, ...]:
    """Give every act that is under the rule."""
    return tuple(_acts.values())


def titles_of(requests: Iterable[ApprovalRequest]) -> dict[str, str]:
    """Give what the things of requests are called, by their references; persons are named by the page."""
    by_kind: dict[str, list[str]] = {}
    for request in requests:
        by_kind.setdefault(request.kind, []).append(request.thing)
    called: dict[str, str] = {}
    for kind, things in by_kind.items():
        named = act_called(kind).named
        called |= named(things) if named else {}
    return called


def is_asked(kind: str, about: str) -> bool:
    """Tell whether an act on the thing with this reference was asked for and can still be answered."""
    return ApprovalRequest.objects.filter(kind=kind, thing=about, state=OPEN, until__gt=now()).exists()


def is_permitted(actor: Actor, kind: str, thing: Any) -> bool:
    """Tell whether the actor asked to open this thing, and another approved it within the last day."""
    since = now() - PERMIT_LASTS
    approved = ApprovalRequest.objects.filter(kind=kind, thing=reference(thing), state=APPROVED)
    return approved.filter(asked_by_id=actor.person_id or 0, decided_at__gt=since).exists()


def require_permit(actor: Actor, kind: str, thing: Any) -> None:
    """Raise DomainError `safety.needs_approval` unless the actor may open this thing now."""
    if not is_permitted(actor, kind, thing):
        raise DomainError("safety.needs_approval")


@dataclass(frozen=True)
class Taking:
    """How it stands with a list that two must agree to hand out, for the page on which it is asked for."""

    kind: str
    thing: str
    is_permitted: bool
    is_asked: bool


def taking(actor: Actor, kind: str, thing: Any) -> Taking:
    """Give whether the actor may take a list along now, and whether somebody has asked for it already."""
    about = reference(thing)
    return Taking(kind, about, is_permitted(actor, kind, thing), is_asked(kind, about))
