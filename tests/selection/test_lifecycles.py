"""Every step of a list's life, allowed and refused, by the actions themselves."""

from collections.abc import Callable
from typing import Any

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.selection import actions
from supportroom.selection.lifecycle import DRAFT_LIST
from supportroom.selection.models import DraftList
from supportroom.selection.queries import list_of
from tests.factories.selection import make_list, make_prepared_round

STEPS: dict[str, Callable[..., Any]] = {"confirm": actions.confirm_list, "reopen": actions.reopen_list}


@pytest.mark.parametrize("state", DRAFT_LIST.states)
@pytest.mark.parametrize("verb", DRAFT_LIST.verbs)
def test_a_list_takes_the_steps_of_its_table_and_no_other(state: str, verb: str, member: Person) -> None:
    draft = make_prepared_round()
    made = make_list(draft, [member])
    DraftList.objects.filter(pk=made.pk).update(state=state)
    if DRAFT_LIST.allows(state, verb):
        STEPS[verb](actor=SYSTEM, draft_list=list_of(draft))
        assert list_of(draft).state == DRAFT_LIST.step(state, verb).target
    else:
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            STEPS[verb](actor=SYSTEM, draft_list=list_of(draft))
        assert list_of(draft).state == state
