"""Every step of a reflection's life, allowed and refused, by the actions themselves."""

import pytest

from supportroom.briefings import actions
from supportroom.briefings.lifecycle import REFLECTION
from supportroom.briefings.models import Reflection
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from tests.factories.briefings import a_briefing, a_reading
from tests.factories.register import a_recommendation


@pytest.mark.writes_outside_actions
def test_a_reflection_takes_the_steps_of_its_table_and_no_other(room: None) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    reflection = a_reading(recommendation, briefing)
    steps = {
        "confirm": lambda: actions.read_again(actor=SYSTEM, reflection=reflection, verdict="absent"),
        "dispute": lambda: actions.read_again(actor=SYSTEM, reflection=reflection, verdict="partly"),
        "read_anew": lambda: a_reading(recommendation, briefing),
    }
    assert set(steps) == set(REFLECTION.verbs)
    for state in REFLECTION.states:
        for verb, act in steps.items():
            Reflection.objects.filter(pk=reflection.pk).update(state=state)
            if REFLECTION.allows(state, verb):
                act()
                assert Reflection.objects.get().state == REFLECTION.step(state, verb).target, (state, verb)
            else:
                with pytest.raises(DomainError, match=r"kernel\.not_now"):
                    act()
                assert Reflection.objects.get().state == state
