"""The discussion of a source: opened by its first post, found from the source's page, and from the list of threads."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.library.actions import remove_source
from supportroom.people.models import Person
from supportroom.workroom.actions import open_thread
from supportroom.workroom.models import Thread
from supportroom.workroom.queries import thread_about
from tests.factories.groups import a_group_at_work
from tests.factories.library import a_source
from tests.factories.workroom import a_thread

SignIn = Callable[[Person], Client]


def test_a_sources_discussion_is_opened_by_its_first_post(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    source, browser = a_source(group), sign_in(member)
    address = f"/en/sources/{spell(source.pk)}/discussion/"
    assert browser.get(address).status_code == 200
    assert thread_about(source) is None
    assert browser.post(address, {"text": "Chapter three."}).status_code == 302
    thread = thread_about(source)
    assert thread is not None
    assert browser.get(address)["Location"] == f"/en/threads/{spell(thread.pk)}/"
    assert source.title in browser.get(f"/en/threads/{spell(thread.pk)}/").content.decode()
    assert source.title in browser.get(f"/en/groups/{spell(group.pk)}/discussion/").content.decode()


@pytest.mark.parametrize("persona", ["stranger", "office", "interpreter"])
def test_nobody_else_finds_it(
    persona: str, group: WorkingGroup, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    source, browser = a_source(group), sign_in(request.getfixturevalue(persona))
    assert browser.get(f"/en/sources/{spell(source.pk)}/discussion/").status_code == 404
    assert "discussion" not in browser.get(f"/en/sources/{spell(source.pk)}/").content.decode()


def test_a_sources_page_leads_to_its_discussion(group: WorkingGroup, member: Person, sign_in: SignIn) -> None:
    source = a_source(group)
    page = sign_in(member).get(f"/en/sources/{spell(source.pk)}/").content.decode()
    assert f"/en/sources/{spell(source.pk)}/discussion/" in page


def test_a_source_has_one_discussion_and_it_needs_no_title(group: WorkingGroup) -> None:
    source = a_source(group)
    first = a_thread(group, source=source)
    assert open_thread(actor=SYSTEM, group=group, title="Twice", source=source) == first
    assert first.title == ""
    assert not first.is_general
    assert a_thread(group).is_general


def test_a_source_of_another_group_or_one_taken_out_is_not_discussed_here(group: WorkingGroup, member: Person) -> None:
    other = a_source(a_group_at_work(title="Another"))
    gone = a_source(group)
    remove_source(actor=SYSTEM, source=gone)
    for source in (other, gone):
        with pytest.raises(DomainError, match="source_elsewhere"):
            open_thread(actor=SYSTEM, group=group, source=source)
    assert not Thread.objects.exists()
