"""Every life is a whole table: each state can be reached, each step is allowed or refused, each has its permission."""

import importlib
import itertools
from collections.abc import Iterator

import pytest

from supportroom.kernel.errors import DomainError
from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.kernel.permissions import permission_names
from tests.architecture.house import PACKAGE, sources_of


def lifecycles() -> Iterator[tuple[str, Lifecycle]]:
    """Give every lifecycle of the product with the app and name it stands under."""
    for source in sources_of("lifecycle", domain_only=False):
        if source.app == "kernel":
            continue
        module = importlib.import_module(source.name.removesuffix(".py").replace("/", "."))
        yield from ((f"{source.app}.{n}", value) for n, value in vars(module).items() if isinstance(value, Lifecycle))


ALL = dict(lifecycles())
PAIRS = [
    pytest.param(life, s, v, id=f"{n}-{s}-{v}")
    for n, life in ALL.items()
    for s, v in itertools.product(life.states, life.verbs)
]


@pytest.mark.parametrize("life", ALL.values(), ids=ALL.keys())
def test_every_state_can_be_reached(life: Lifecycle) -> None:
    reached = {life.initial}
    for _round in life.steps:
        reached |= {step.target for step in life.steps if reached & set(step.sources)}
    assert reached == set(life.states)


@pytest.mark.parametrize("life", ALL.values(), ids=ALL.keys())
def test_every_step_asks_a_registered_permission(life: Lifecycle) -> None:
    assert {step.permission for step in life.steps} - set(permission_names()) == set()


@pytest.mark.parametrize(("life", "state", "verb"), PAIRS)
def test_every_pair_of_state_and_verb_is_a_step_or_a_refusal(life: Lifecycle, state: str, verb: str) -> None:
    if life.allows(state, verb):
        step = life.step(state, verb)
        assert state in step.sources
        assert step.target in life.states
    else:
        with pytest.raises(DomainError) as refused:
            life.step(state, verb)
        assert refused.value.code == "kernel.not_now"


def test_two_ways_for_one_verb_are_refused_when_the_table_is_written() -> None:
    step = Step("open", ("planned",), "open", "x.y")
    with pytest.raises(ValueError, match="two ways"):
        Lifecycle("session", "planned", step, step)


def test_lifecycles_are_found_where_models_have_a_state() -> None:
    with_state = {s.app for s in sources_of("models") if "lifecycle" in s.path.read_text()}
    assert with_state <= {name.partition(".")[0] for name in ALL}
    assert (PACKAGE / "kernel" / "lifecycle.py").exists()
