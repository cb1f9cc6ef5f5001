"""Fields sealed with an earlier key are sealed anew, a handful of rows at a time, while the room is in use (S44).

It can be broken off and begun again: a row says itself with which key it was sealed.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.apps import apps
from django.db import connection, models

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.encrypted import Sealed, is_of_today, sealed_fields
from supportroom.kernel.keyring import KeysMissing, key_of, keys
from supportroom.protection.actions import seal_anew
from supportroom.protection.erasing import scrub_disk

HANDFUL: Final = 50
Tell = Callable[[str], None]


def sealed_models() -> list[type[models.Model]]:
    """Give the models that have sealed fields, by name."""
    return sorted((model for model in apps.get_models() if sealed_fields(model)), key=lambda each: each._meta.label)


def rows_of_earlier_keys(model: type[models.Model]) -> list[Any]:
    """Give the keys of rows in which anything is sealed with another key than that of today."""
    names = [field.name for field in sealed_fields(model)]
    rows = model._default_manager.order_by("pk").values_list("pk", *names)
    return [pk for pk, *sealed in rows if not all(map(is_of_today, sealed))]


def missing_keys() -> list[str]:
    """Give the names of keys with which rows were sealed and which the room does not have, if any."""
    used = {
        key_of(sealed.text)
        for model in sealed_models()
        for row in model._default_manager.order_by().values_list(*(field.name for field in sealed_fields(model)))
        for sealed in row
        if isinstance(sealed, Sealed)
    }
    try:
        return sorted(used - {key.name for key in keys()})
    except KeysMissing:
        return sorted(used)


def rotate(tell: Tell) -> int:
    """Seal everything with the key of today; give how many rows could not be opened and were left as they are."""
    left, turned = 0, []
    for model in sealed_models():
        rows = rows_of_earlier_keys(model)
        for some in _handfuls(rows):
            seal_anew(actor=SYSTEM, label=model._meta.label, rows=some)
        kept = len(rows_of_earlier_keys(model)) if rows else 0
        turned += [model] if rows else []
        left += kept
        tell(f"{model._meta.label}: {len(rows) - kept} rows sealed anew" + (f", {kept} left" if kept else ""))
    if not connection.in_atomic_block:
        scrub_disk(*turned)  # what was sealed with a key that somebody else may have goes from the disk as well
    return left


def _handfuls(rows: list[Any]) -> Iterator[list[Any]]:
    yield from (rows[start : start + HANDFUL] for start in range(0, len(rows), HANDFUL))
