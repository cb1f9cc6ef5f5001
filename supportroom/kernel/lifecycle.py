"""A life as a table: from, to, verb, permission. Pure data; `journal.writing.advance` takes the steps."""

from dataclasses import dataclass

from supportroom.kernel.errors import DomainError


@dataclass(frozen=True)
class Step:
    """One allowed step: `verb` leads from any of `sources` to `target`, for who holds `permission`."""

    verb: str
    sources: tuple[str, ...]
    target: str
    permission: str


class Lifecycle:
    """All states of a noun and all steps between them."""

    def __init__(self, noun: str, initial: str, *steps: Step) -> None:
        """Take the noun's name, the state it is born in, and its steps; two for one (state, verb) raise ValueError."""
        self.noun = noun
        self.initial = initial
        self.steps = steps
        self._table: dict[tuple[str, str], Step] = {}
        for step in steps:
            for source in step.sources:
                if (source, step.verb) in self._table:
                    raise ValueError(f"{noun}: two ways to {step.verb} from {source}")
                self._table[source, step.verb] = step

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, in the order in which the table names them."""
        seen = dict.fromkeys([self.initial])
        for step in self.steps:
            seen.update(dict.fromkeys((*step.sources, step.target)))
        return tuple(seen)

    @property
    def verbs(self) -> tuple[str, ...]:
        """Every verb, in the order of the table."""
        return tuple(dict.fromkeys(step.verb for step in self.steps))

    def step(self, state: str, verb: str) -> Step:
        """Give the step that the verb takes from this state; DomainError `kernel.not_now` where there is none."""
        try:
            return self._table[state, verb]
        except KeyError:
            raise DomainError("kernel.not_now", noun=self.noun, state=state, verb=verb) from None

    def allows(self, state: str, verb: str) -> bool:
        """Tell whether the verb can be done in this state."""
        return (state, verb) in self._table
