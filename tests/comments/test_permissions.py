"""The table of permissions, asked cell by cell."""

from datetime import timedelta

import pytest

from supportroom.comments.models import CommentWindow, MailAddress, MailedComment
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.people.models import Person
from supportroom.workroom.actions import propose_meeting
from tests.comments import permission_table as table
from tests.factories.comments import commented, in_comment
from tests.factories.groups import seat_actor
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.permission_tables import PERSONAS, differences

Things = dict[str, object]


@pytest.fixture
def things(window: CommentWindow, member: Person) -> Things:
    made, group = commented(window, member), window.paper.group
    later = in_comment().paper
    later.state = "with_office"
    times = [now() + timedelta(days=2)]
    return {
        table.PAPER: window.paper,
        table.WITH_OFFICE: later,
        table.WINDOW: window,
        table.COMMENT: made,
        table.COMMENTS: [made],
        table.MAIL: MailedComment(window=window, person=member),
        table.ADDRESS: MailAddress(window=window, person=member),
        table.MEETING: propose_meeting(actor=seat_actor(group), group=group, title=words("We meet"), times=times),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []
