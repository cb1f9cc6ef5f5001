"""Who acts: a small value that rules and actions are asked about, instead of a request or an account."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Actor:
    """Somebody or something that acts. `ref` is what the journal keeps; `roles` are the room-wide roles held."""

    ref: str
    person_id: int | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    account_id: int | None = None

    def holds(self, *roles: str) -> bool:
        """Tell whether the actor holds any of these room-wide roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def is_known(self) -> bool:
        """Tell whether a person stands behind this actor."""
        return self.person_id is not None


VISITOR = Actor(ref="visitor")
SYSTEM = Actor(ref="system", roles=frozenset({"system"}))
