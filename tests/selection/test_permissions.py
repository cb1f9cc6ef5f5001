"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.selection.queries import list_of
from tests.factories.personas import actor_of
from tests.factories.selection import listing_of, make_list, make_prepared_round, make_quotas, make_registration
from tests.permission_tables import PERSONAS, differences
from tests.selection import permission_table as table


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, member: Person, observer: Person
) -> None:
    draft = make_prepared_round()
    make_list(draft, [member, observer])  # whoever is on the list can withdraw, an observer as well
    things = {
        table.ROUND: draft,
        table.LIST: list_of(draft),
        table.LISTING: listing_of(draft, member),
        table.QUOTA: make_quotas(draft, ("women", "", 30))[0],
        table.REGISTRATION: make_registration(draft),
    }
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
