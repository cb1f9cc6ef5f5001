"""Who wrote or edited a source: one name a line, `Family, Given`, or a body's name as it stands.

A name is {"family", "given"} or {"literal"}, as CSL has it.
"""

from collections.abc import Iterable
from typing import TypeAlias

from supportroom.kernel.hygiene import clean_line

Name: TypeAlias = dict[str, str]
MOST = 30
LONGEST = 200
_COMMAS = (",", "،")


def read_name(words: str) -> Name:
    """Read one name; with a comma the family's name stands before it."""
    line = clean_line(words)[:LONGEST]
    comma = next((sign for sign in _COMMAS if sign in line), "")
    family, _comma, given = line.partition(comma) if comma else ("", "", "")
    if family.strip() and given.strip():
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": line.strip(" ,،")}


def read_names(words: str) -> list[Name]:
    """Read names, one a line; empty lines are passed over."""
    return [read_name(line) for line in words.splitlines() if clean_line(line).strip(" ,،")][:MOST]


def name_in_words(name: Name) -> str:
    """Write a name as `read_name` reads it."""
    return name.get("literal") or f"{name.get('family', '')}, {name.get('given', '')}"


def names_in_words(names: Iterable[Name]) -> str:
    """Write names, one a line."""
    return "\n".join(name_in_words(name) for name in names)


def family_of(name: Name) -> str:
    """Give what a name is sorted and cited by."""
    return name.get("family") or name.get("literal", "")


def full_name(name: Name) -> str:
    """Give a name as it is said: the given name first."""
    return name.get("literal") or f"{name.get('given', '')} {name.get('family', '')}".strip()
