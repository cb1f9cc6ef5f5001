"""The door: `@action` = one transaction + the permission on the thing + at least one journal entry + each form once."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.db import models, transaction

from supportroom.journal.chain import bind
from supportroom.journal.models import UNNAMED, Entry, Receipt, Untold, reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.once import current_key
from supportroom.kernel.permissions import require

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Sheet:
    """What is being done behind the door: the name of the action, how many entries it has written, and which.

    `above` is the action inside of which this one is done, if any.
    """

    action: str
    above: "Sheet | None" = None
    entries: int = 0
    named: list[Entry] = field(default_factory=list)
    unnamed: list[Entry] = field(default_factory=list)


_sheet: ContextVar[Sheet | None] = ContextVar("sheet", default=None)
_names: dict[str, str] = {}
_told: set[str] = set()
_listening: list[Callable[[Entry], None]] = []


class Unjournaled(RuntimeError):
    """An action ended without a journal entry, or something was recorded outside an action: a mistake in the code."""


def inside_action() -> bool:
    """Tell whether an action is under way: every write must be able to say yes."""
    return _sheet.get() is not None


def action_names() -> dict[str, str]:
    """Give every action's name with the function that does it."""
    return dict(_names)


def tell_of(*names: str) -> None:
    """Let every entry of these actions wait until people are told of it (`Untold`); called in `ready()` above."""
    _told.update(names)


def listen(callback: Callable[[Entry], None]) -> None:
    """Let a floor above hear of every entry, inside its transaction; called in `ready()`."""
    if callback not in _listening:
        _listening.append(callback)


def record(thing: Any, *, actor: Actor, **facts: Any) -> None:
    """Write a journal entry about a thing, by an actor, with the facts needed to tell it later (plain JSON values)."""
    sheet, entry = _write(thing, actor.ref, now(), facts)
    sheet.named.append(entry)


def record_unnamed(thing: Any, *, at: datetime, **facts: Any) -> None:
    """Write a journal entry without an actor, at the session's own instant: the Chatham House Rule (S15)."""
    sheet, entry = _write(thing, UNNAMED, at, facts)
    sheet.unnamed.append(entry)


def _write(thing: Any, actor_ref: str, at: datetime, facts: dict[str, Any]) -> tuple[Sheet, Entry]:
    sheet = _sheet.get()
    if sheet is None:
        raise Unjournaled("record() outside an action")
    entry = Entry.objects.create(at=at, action=sheet.action, actor=actor_ref, thing=reference(thing), facts=facts)
    if sheet.action in _told:
        Untold.objects.create(entry=entry)
    for heard in _listening:
        heard(entry)
    sheet.entries += 1
    return sheet, entry


def action(name: str, *, on: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an action: keyword-only, with `actor` and the argument named by `on`, the thing that it changes.

    The permission of the same name is asked about that thing. Raises Denied, Unjournaled, and whatever the function
    raises; then nothing is written. Called again for the same form (kernel.once) with the same arguments, it returns
    the first answer (a model instance, or None) and does nothing.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        _names[name] = f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def act(*args: P.args, **given: P.kwargs) -> R:
            if args:
                raise TypeError(f"{name} takes keywords only")
            with transaction.atomic(), _opened(name) as sheet:
                require(cast("Actor", given["actor"]), name, given.get(on))
                receipt, answered = _receipt_for(name, given)
                if answered and receipt:
                    sheet.entries += 1
                    return cast("R", _read_answer(receipt.answer))
                answer = function(*args, **given)
                if not sheet.entries:
                    raise Unjournaled(name)
                _keep_answer(receipt, answer)
                _hand_on(sheet)
                return answer

        return act

    return decorate


@contextmanager
def _opened(name: str) -> Iterator[Sheet]:
    sheet = Sheet(name, _sheet.get())
    token = _sheet.set(sheet)
    try:
        yield sheet
    finally:
        _sheet.reset(token)


def _hand_on(sheet: Sheet) -> None:
    """Let the outermost action bind all entries into the chain, as the last thing before the commit."""
    if sheet.above is None:
        bind(sheet.named, sheet.unnamed)
        return
    sheet.above.named += sheet.named
    sheet.above.unnamed += sheet.unnamed


def _receipt_for(name: str, given: dict[str, Any]) -> tuple[Receipt | None, bool]:
    key = current_key()
    if not key:
        return None, False
    parts = [key, name, *(f"{word}={_plain(value)}" for word, value in sorted(given.items()))]
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    receipt, is_new = Receipt.objects.get_or_create(key=digest, defaults={"day": now().date()})
    return receipt, not is_new


def _plain(value: Any) -> str:
    if isinstance(value, models.Model):
        return reference(value)
    if isinstance(value, list | tuple):
        return "[" + ",".join(_plain(part) for part in value) + "]"
    return value.ref if isinstance(value, Actor) else repr(value)


def _keep_answer(receipt: Receipt | None, answer: Any) -> None:
    if receipt and isinstance(answer, models.Model):
        receipt.answer = reference(answer)
        receipt.save(update_fields=["answer"])


def _read_answer(answer: str) -> Any:
    if not answer:
        return None
    label, _, key = answer.partition(":")
    return apps.get_model(label)._default_manager.filter(pk=key).first()
