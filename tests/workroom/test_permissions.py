"""The table of permissions, asked cell by cell."""

import pytest

from supportroom.files.models import StoredFile
from supportroom.groups.actions import close_group
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.permissions import may, permission_names
from supportroom.people.models import Person
from supportroom.workroom.models import Attachment, Post, Thread
from tests.factories.groups import a_group_at_work
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.workroom import a_meeting, a_meeting_set, a_task, a_thread, posted
from tests.permission_tables import PERSONAS, differences
from tests.workroom import permission_table as table

Things = dict[str, object]


@pytest.fixture
def over(member: Person, shielded_member: Person, rapporteur: Person) -> Post:
    """A post in a group that ended."""
    group = a_group_at_work(member, shielded_member, rapporteur, title="Another")
    post = posted(a_thread(group), member)
    close_group(actor=SYSTEM, group=group, reason=words("Done."))
    return Post.objects.select_related("thread__group").get(pk=post.pk)


@pytest.fixture
def things(group: WorkingGroup, thread: Thread, member: Person, over: Post) -> Things:
    post = posted(thread, member)
    return {
        table.GROUP: group,
        table.OVER: over.thread.group,
        table.THREAD: thread,
        table.THREAD_OVER: over.thread,
        table.POST: post,
        table.POST_OVER: over,
        table.FILE: Attachment(post=post, file=StoredFile()),
        table.TASK: a_task(group),
        table.SOUGHT: a_meeting(group),
        table.FIXED: a_meeting_set(group),
        table.OPEN: a_meeting_set(group, open_to_members=True),
        table.OPEN_SOUGHT: a_meeting(group, open_to_members=True),
    }


def test_every_persona_may_what_the_table_says_and_nothing_else(request: pytest.FixtureRequest, things: Things) -> None:
    people = {name: request.getfixturevalue(name) for name in PERSONAS}
    actors = {name: actor_of(who) if isinstance(who, Person) else who for name, who in people.items()}
    wrong = differences(table.TABLE, things, lambda persona, permission, thing: may(actors[persona], permission, thing))
    assert wrong == []


def test_the_table_names_every_permission_of_the_workroom() -> None:
    asked = {row.permission for row in table.TABLE}
    assert {name for name in permission_names() if name.startswith("workroom.")} == asked
