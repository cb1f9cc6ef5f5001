"""Who may do what, as tables: each app writes its own in `tests/<app>/permission_table.py`, a test holds the code to
it, and `tools/permissions.py` prints all of them into docs/generated/permissions.md.

A table is a list of rows: permission, what it is about, who may (personas, by the names of their fixtures).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PERSONAS = (
    "visitor",
    "stranger",
    "observer",
    "addressee",
    "interpreter",
    "office",
    "team",
    "member",
    "shielded_member",
    "rapporteur",
    "facilitator",
)
HEADINGS = {"shielded_member": "another member", "member": "member", "stranger": "member elsewhere"}
Table = Sequence["Row"]


@dataclass(frozen=True)
class Row:
    """One permission on one kind of thing: a sentence about the thing, and the personas who hold it, by name."""

    permission: str
    thing: str
    allowed: str = ""

    def allows(self, persona: str) -> bool:
        """Tell whether this persona may."""
        return persona in self.allowed.split()


def tables() -> Iterator[tuple[str, Table]]:
    """Give each app's table, by the app's name."""
    for path in sorted(ROOT.glob("tests/*/permission_table.py")):
        yield path.parent.name, import_module(f"tests.{path.parent.name}.permission_table").TABLE


def differences(table: Table, things: Mapping[str, object], may: Callable[[str, str, object], bool]) -> list[str]:
    """Ask `may(persona, permission, thing)` for every cell; give what differs from the table, a sentence each."""
    return [
        f"{persona} {'may not' if row.allows(persona) else 'may'} {row.permission} on {row.thing}"
        for row in table
        for persona in PERSONAS
        if may(persona, row.permission, things[row.thing]) != row.allows(persona)
    ]


def markdown() -> str:
    """Write all tables as one page."""
    parts = [
        "# Who may do what",
        "",
        "Printed by `tools/permissions.py` from `tests/*/permission_table.py`, which tests hold the code to.",
        "The personas are one room's: two members and their facilitator and rapporteur take part in the round at hand.",
    ]
    for app, table in tables():
        parts += ["", f"## {app}", "", *_lines(table)]
    return "\n".join(parts) + "\n"


def _lines(table: Table) -> Iterator[str]:
    heads = ["permission", "on", *(HEADINGS.get(persona, persona) for persona in PERSONAS)]
    yield "| " + " | ".join(heads) + " |"
    yield "| --- | --- |" + " :-: |" * len(PERSONAS)
    for row in table:
        marks = ["✓" if row.allows(persona) else "" for persona in PERSONAS]
        yield "| " + " | ".join([f"`{row.permission}`", row.thing, *marks]) + " |"
