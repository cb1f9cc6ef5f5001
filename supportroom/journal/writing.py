"""The only ways to write a row, for use inside actions: create, change (with the version seen), advance, erase."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import F, Model, ProtectedError, Q, QuerySet

from supportroom.journal.door import Unjournaled, inside_action, record
from supportroom.journal.models import FORGOTTEN, PERSONS, Entry, reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.encrypted import in_columns
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.lifecycle import Lifecycle
from supportroom.kernel.models import Record

M = TypeVar("M", bound=Model)
T = TypeVar("T", bound=Record)
AT_A_TIME = 500


def _behind_the_door() -> None:
    if not inside_action():
        raise Unjournaled("a row was written outside an action")


def create(model: type[M], **fields: Any) -> M:
    """Write a new row after `full_clean`; ValidationError where a field or constraint refuses it."""
    _behind_the_door()
    thing = model(**fields)
    thing.full_clean()
    thing.save(force_insert=True)
    return thing


def create_many(model: type[M], rows: Sequence[dict[str, Any]]) -> list[M]:
    """Write many new rows at once, each after `full_clean` (without asking the database row by row)."""
    _behind_the_door()
    things = [model(**row) for row in rows]
    for thing in things:
        thing.clean_fields(exclude=[f.name for f in model._meta.fields if f.is_relation])
        thing.clean()
    return model._default_manager.bulk_create(things, batch_size=500)


def change(thing: T, *, seen: int | None = None, **fields: Any) -> T:
    """Change a row if it still has the version that the actor saw (`seen`; by default the one in hand).

    Raises Stale where somebody was faster; the row is then as they left it (R07).
    """
    _behind_the_door()
    expected = thing.version if seen is None else seen
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.clean_fields(exclude=[f.name for f in thing._meta.fields if f.name not in fields])
    manager = type(thing)._default_manager
    columns = in_columns(thing, fields)
    changed = manager.filter(pk=thing.pk, version=expected).update(**columns, version=F("version") + 1)
    if not changed:
        raise Stale
    thing.version = expected + 1
    return thing


def advance(thing: T, lifecycle: Lifecycle, verb: str, **fields: Any) -> T:
    """Take a step of a lifecycle by `UPDATE ... WHERE state = expected`.

    DomainError `kernel.not_now` where the table has no such step, Stale where somebody took one first.
    """
    _behind_the_door()
    state: str = thing.state  # type: ignore[attr-defined]
    step = lifecycle.step(state, verb)
    manager = type(thing)._default_manager
    values = {**fields, "state": step.target}
    if not manager.filter(pk=thing.pk, state=state).update(**in_columns(thing, values), version=F("version") + 1):
        raise Stale("kernel.not_now")
    for name, value in values.items():
        setattr(thing, name, value)
    thing.version += 1
    return thing


def erase(thing: Model) -> None:
    """Delete a row; DomainError `kernel.in_use` where others rest on it."""
    _behind_the_door()
    try:
        thing.delete()
    except ProtectedError:
        raise DomainError("kernel.in_use") from None


def erase_all(rows: QuerySet) -> int:
    """Delete the rows of a query; give how many there were."""
    _behind_the_door()
    return rows.delete()[0]


def forget_traces(entries: QuerySet[Entry]) -> int:
    """Empty who did it and the facts of journal entries, inside an action; give how many. The chain still holds (S42).

    What the room did by itself stays: it names nobody, and it tells of forgetting. An entry says how many there were.
    """
    _behind_the_door()
    rows = entries.exclude(salt="").exclude(actor=SYSTEM.ref).order_by()
    keys, count = list(rows.values_list("pk", flat=True)), 0
    for first in range(0, len(keys), AT_A_TIME):
        some = Entry.objects.filter(pk__in=keys[first : first + AT_A_TIME])
        count += some.update(actor=FORGOTTEN, facts={}, salt="")
    if count:
        record("journal.forgetting", actor=SYSTEM, forgotten=count)
    return count


def forget_who_did(names: Sequence[str], things: Iterable[Model | str] = (), **facts: Any) -> int:
    """Forget who took these actions on these things, or with these facts; inside an action; give how many entries."""
    about = Q(thing__in=[reference(thing) for thing in things])
    if facts:
        about |= Q(**{f"facts__{name}": value for name, value in facts.items()})
    return forget_traces(Entry.objects.filter(about, action__in=names, actor__startswith=PERSONS))


def put_in_order(things: Sequence[T], *, field: str = "position") -> None:
    """Number rows 1, 2, 3 … in the order given."""
    _behind_the_door()
    for number, thing in enumerate(things, start=1):
        setattr(thing, field, number)
    if things:
        type(things[0])._default_manager.bulk_update(things, [field], batch_size=200)


def refuse_unless(condition: object, code: str, **params: Any) -> None:
    """Raise DomainError with this code unless the condition holds."""
    if not condition:
        raise DomainError(code, **params)
