"""The pages of the library, in both languages, as who may read them and who may not."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.factories.library import a_note, three_sources

SignIn = Callable[[Person], Client]
PAGES = [
    "groups/{group}/library/",
    "groups/{group}/library/?q=%D8%A7%D9%84%D8%A8%D9%84%D8%AF%D9%8A%D8%A7%D8%AA&order=newest&kind=article",
    "groups/{group}/library/bibliography/",
    "groups/{group}/library/bibliography/?style=year_in_brackets",
    "sources/{source}/",
    "groups/{group}/library/new/",
    "groups/{group}/library/import/",
    "sources/{source}/edit/",
]
FOR_READERS = PAGES[:5]


@pytest.fixture
def ids(group: WorkingGroup, member: Person) -> dict[str, str]:
    sources = three_sources(group)
    a_note(sources[0], member)
    return {"group": spell(group.pk), "source": spell(sources[0].pk)}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_a_seat_in_each_language(
    page: str, language: str, ids: dict[str, str], member: Person, sign_in: SignIn
) -> None:
    assert sign_in(member).get(f"/{language}/{page.format(**ids)}").status_code == 200
