"""Watches every statement that reaches the database and tells writes of ours that did not come through an action."""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps

from supportroom.journal.door import inside_action

ROOT = Path(__file__).resolve().parent.parent
WRITE = re.compile(r"""^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+["`]?(\w+)""", re.IGNORECASE)
# Who is signed in, and who tried to be, is no record of the room: a journal of it would tell who came when (S24).
AT_THE_DOOR = {"people_signedin", "people_wait", "people_usedcode", "people_recoverycode", "people_passkey"}
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


class WroteOutsideAction(AssertionError):
    """The product changed a row of its own outside an action."""


@cache
def our_tables() -> frozenset[str]:
    """Give the tables of our own apps."""
    ours = (config for config in apps.get_app_configs() if config.name.startswith("supportroom."))
    tables = {model._meta.db_table for config in ours for model in config.get_models(include_auto_created=True)}
    return frozenset(tables - AT_THE_DOOR)


def written_table(sql: str) -> str | None:
    """Give the table that a statement writes, or None for one that only reads."""
    found = WRITE.match(sql)
    return found[1] if found else None


def guard_writes(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001 - Django calls it so
    """Let a statement pass unless it is a write of ours that the product, not the test, does outside an action."""
    table = written_table(sql)
    if table in our_tables() and not inside_action() and _is_deed(_nearest_of_ours()):
        raise WroteOutsideAction(f"{_nearest_of_ours()} wrote {table} outside an action")
    return execute(sql, params, many, context)


def _is_deed(place: str) -> bool:
    """Tell whether a file is the product at work; an upgrade is no deed of anybody, and needs no entry."""
    return place.startswith("supportroom/") and "/migrations/" not in place


def _nearest_of_ours() -> str:
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(str(ROOT)) and "site-packages" not in name:
            return f"{Path(name).relative_to(ROOT)}"
        frame = frame.f_back  # type: ignore[assignment]
    return ""
