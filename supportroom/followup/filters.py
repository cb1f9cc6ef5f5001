"""What somebody asks of the register: plain values that a form or an address was read into."""

from dataclasses import dataclass, fields
from typing import Any

from supportroom.followup.vocabulary import NEWEST
from supportroom.kernel.errors import DomainError


@dataclass(frozen=True)
class Filters:
    """Which recommendations are meant; an empty value asks for nothing. `state` may be "open" for all open ones.

    `source` is a text that asked: its kind and its id, e.g. report-3f9k....
    """

    words: str = ""
    addressee: str = ""
    round: str = ""
    pillar: str = ""
    state: str = ""
    theme: str = ""
    year: str = ""
    demand: str = ""
    source: str = ""
    overdue: bool = False
    order: str = NEWEST

    @classmethod
    def names(cls) -> set[str]:
        """Give the names that an address may use."""
        return {field.name for field in fields(cls)}

    @classmethod
    def of(cls, cleaned: dict[str, Any]) -> "Filters":
        """Read them from a form's cleaned values."""
        given = {name: value for name, value in cleaned.items() if name in cls.names() and value}
        return cls(**given)


def refuse_unknown(asked: Any) -> None:
    """Refuse names of filters that there are not: who misspells one would take the whole for a part (DomainError)."""
    unknown = sorted(set(asked) - Filters.names() - {"lang", "page"})
    if unknown:
        raise DomainError("followup.unknown_filter", name=unknown[0])
