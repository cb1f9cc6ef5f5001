"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.answers.models import LetterLink
from supportroom.kernel.permissions import may, permission_names
from supportroom.people.models import Person
from tests.answers import permission_table as table
from tests.factories.answers import a_delivery, a_sent_letter, a_submission, answered, freshly
from tests.factories.personas import actor_of
from tests.factories.register import an_addressee
from tests.permission_tables import PERSONAS, differences


@pytest.fixture
def things(addressee: Person, member: Person) -> dict[str, object]:
    body = an_addressee(people=[addressee])
    sent, unsent, given = a_submission(body), a_submission(body), a_submission(body)
    letter = a_sent_letter(sent, given)
    return {
        table.BODY: body,
        table.LETTER: letter,
        table.LINK: LetterLink.objects.get(),
        table.SENT: freshly(sent),
        table.UNSENT: unsent,
        table.ANSWER: answered(freshly(given)),
        table.RECOMMENDATION: freshly(sent.recommendation),
        table.DELIVERY: a_delivery(carrier=member),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(
    request: pytest.FixtureRequest, things: dict[str, object]
) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
    asked = {row.permission for row in table.TABLE}
    assert asked == {name for name in permission_names() if name.startswith("answers.")}
