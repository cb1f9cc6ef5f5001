"""The working groups of the demo room: each in another stage, and something to do for every persona."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from supportroom.adoption.models import OfficeNote, OpposingOpinion, ReleasedWords
from supportroom.checks.models import CheckAnswer
from supportroom.comments.figures import commented
from supportroom.comments.models import CommentWindow
from supportroom.demo.people import PERSONAS, account_of, actor_for
from supportroom.desk.queries import waiting_for
from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import candidates_of, seats_of
from supportroom.kernel.clock import now
from supportroom.library.citing import keys_in
from supportroom.library.models import Source
from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view
from supportroom.people.models import Person
from supportroom.site.models import Edition
from tests.demo.test_the_demo_room import built, demo  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.either_database, pytest.mark.usefixtures("demo")]


def group(title: str) -> WorkingGroup:
    return next(one for one in WorkingGroup.objects.all() if one.title.texts["en"] == title)


def paper(title: str) -> Paper:
    return Paper.objects.get(group=group(title))


CIVIC, ECONOMY, PROTECTION = (
    "Civic space and civic values",
    "Economy, recovery and development",
    "Priorities of protection",
)
LOCAL, CONSTITUTION = "Local governance and decentralisation", "Constitutional principles"


def test_the_groups_stand_in_different_stages() -> None:
    states = {title: paper(title).state for title in (CIVIC, CONSTITUTION, ECONOMY, PROTECTION)}
    assert list(states.values()) == ["published", "with_office", "in_comment", "drafting"]
    assert group(LOCAL).state == "candidates"
    assert not group(LOCAL).takes_candidates(now())
    assert candidates_of(group(LOCAL)).count() == 6


def test_of_the_published_paper_every_comment_is_answered_and_the_dissent_is_filed() -> None:
    figures = commented(paper(CIVIC))
    assert figures == (41, 41, 0)
    opinion = OpposingOpinion.objects.get(adoption__paper=paper(CIVIC))
    assert opinion.joined == 6
    assert not OfficeNote.objects.filter(review__paper=paper(CIVIC), verdict="").exists()
    assert ReleasedWords.objects.get(review__paper=paper(CIVIC)).is_agreed


def test_what_was_asked_is_counted_and_who_answered_is_known_to_nobody() -> None:
    assert not CheckAnswer.objects.exclude(check_asked__state="open").exists()


def published_words(language: str) -> str:
    edition = Edition.objects.get(publication__paper=paper(CIVIC))
    page = (Path(settings.PUBLISHED_DIR) / edition.files["folder"] / language / "index.html").read_text()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_published_page_prints_the_opposing_opinion(language: str) -> None:
    opinion = OpposingOpinion.objects.get(adoption__paper=paper(CIVIC))
    assert opinion.title.texts[language] in published_words(language)


def test_the_published_page_names_nobody_of_the_group_who_did_not_agree() -> None:
    holders = Person.objects.filter(pk__in=seats_of(paper(CIVIC).group).values("person"))
    words = published_words("ar")
    assert [person.name for person in holders if person.name in words] == []


def test_one_window_is_open_and_closes_in_three_days() -> None:
    window = CommentWindow.objects.get(state="running")
    assert window.paper == paper(ECONOMY)
    assert 2 <= (window.closes_at - now()).days <= 3
    assert window.comments.count() == 11


@pytest.mark.parametrize("title", [CIVIC, CONSTITUTION, ECONOMY, PROTECTION])
def test_every_source_that_a_draft_cites_is_in_its_library_and_every_original_is_written(title: str) -> None:
    shown = draft_view(paper(title)).shown
    cited = {key for each in shown for text in each.content.texts.values() for key in keys_in(text)}
    assert cited <= set(Source.objects.filter(group=group(title)).values_list("key", flat=True))
    assert cited
    assert all(str(each.content) for each in shown)


@pytest.mark.parametrize(
    ("persona", "what"),
    [
        ("member", "A paper is open to your comments"),
        ("member", "The members are asked"),
        ("shielded_member", "A paper is open to your comments"),
        ("facilitator", "You have a task"),
        ("facilitator", "Say when you can come to a meeting"),
        ("rapporteur", "A note of the office waits for your group's answer"),
        ("office", "A paper waits for your review"),
        ("team", "The time for candidates is over: appoint the group"),
    ],
)
def test_each_persona_finds_something_to_do(persona: str, what: str) -> None:
    account = account_of(persona)
    assert account
    assert persona in PERSONAS
    with override("en"):
        assert what in [str(thing.what) for thing in waiting_for(actor_for(account.person))]


def test_the_clock_is_turned_by_the_demo_room_alone() -> None:
    root = Path(__file__).parents[2] / "supportroom"
    turning = {path.relative_to(root).parts[0] for path in root.rglob("*.py") if "turned_to" in path.read_text()}
    assert turning == {"demo", "kernel"}
