"""The table of permissions, and a file's life: every pair of state and verb."""

import pytest

from supportroom.files.lifecycle import FILE
from supportroom.files.models import StoredFile
from supportroom.files.vocabulary import FILE_STATES
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from tests.factories.personas import actor_of
from tests.files import permission_table as table
from tests.permission_tables import PERSONAS, differences

LEGAL = {("quarantined", "release"): "clean", ("quarantined", "refuse"): "refused"}


@pytest.mark.usefixtures("room")
def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    things = {table.FILE: StoredFile(state="quarantined")}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
    assert may(SYSTEM, "files.release_file", StoredFile())


@pytest.mark.parametrize("state", FILE_STATES)
@pytest.mark.parametrize("verb", ["release", "refuse"])
def test_every_pair_of_state_and_verb(state: str, verb: str) -> None:
    assert set(FILE.states) == set(FILE_STATES)
    if (state, verb) in LEGAL:
        assert FILE.step(state, verb).target == LEGAL[state, verb]
    else:
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            FILE.step(state, verb)
