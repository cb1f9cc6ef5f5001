"""A released paper becomes public, in editions that never change; what was only counted is forgotten."""

import gzip
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from supportroom.adoption.models import Joiner, OpposingOpinion
from supportroom.comments.models import Comment, CommentSupport
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.papers.models import Paper, PaperVersion
from supportroom.people.models import Person
from supportroom.press.actions import set_embargo
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.room.models import Room
from supportroom.site.actions import correct_paper, correct_words, publish_paper
from supportroom.site.models import Edition, Publication
from supportroom.site.preparing import prepare_paper_edition
from supportroom.site.putting_out import put_out as put_out_now
from tests.factories.groups import holders
from tests.factories.papers import freshly, numbered_in
from tests.factories.personas import actor_of
from tests.factories.press import a_finished_paper, corrected, published_paper, summarised

NOTE = multilingual("en", en="A date was wrong.", ar="كان تاريخ خاطئاً.")
NO_NOTE = MultilingualText()
Commits = Any


@pytest.fixture
def paper(room: Room, clock: time_machine.Traveller, office: Person, member: Person, team: Person) -> Paper:
    """A paper that went the whole way and that the members released."""
    return a_finished_paper(clock, office)


def put_out(paper: Paper, team: Person, commits: Commits, **more: Any) -> Edition:
    with commits(execute=True):
        return published_paper(paper, team, **more)


def page_of(edition: Edition, folder: Path, file: str = "index.html", language: str = "en") -> str:
    return (folder / "papers" / edition.publication.slug / str(edition.number) / language / file).read_text()


def test_it_is_published_with_all_its_files_in_each_language(paper: Paper, team: Person) -> None:
    edition = published_paper(paper, team)
    assert freshly(paper).state == "published"
    assert set(edition.files["digests"]) == {"ar", "en"}
    assert set(edition.files["digests"]["ar"]) == {
        "index.html", "index.html.gz", "index.html.br", "comments.html", "comments.html.gz", "comments.html.br",
        "paper.pdf", "paper.docx", "paper.bib", "paper.ris", "paper.json", "card.png",
    }  # fmt: skip


def test_what_is_printed_is_kept_as_a_version(paper: Paper, team: Person) -> None:
    published_paper(paper, team)
    kept = PaperVersion.objects.filter(paper=paper).first()
    assert kept
    assert kept.occasion == "edition"


def test_its_address_holds_a_date_and_random_letters_alone(paper: Paper, team: Person) -> None:
    assert re.fullmatch(r"2026-06-[0-9a-z]{5}", published_paper(paper, team).publication.slug)


def test_only_the_team_publishes(paper: Paper, member: Person) -> None:
    with pytest.raises(Denied):
        published_paper(paper, member)
    with pytest.raises(Denied):
        published_paper(paper, holders(paper.group)[0])


def test_it_is_published_once(paper: Paper, team: Person) -> None:
    published_paper(paper, team)
    with pytest.raises(DomainError, match=r"site\.paper_not_released"):
        published_paper(freshly(paper), team)


@pytest.mark.parametrize(
    "state", ["drafting", "in_comment", "joint", "adopted", "with_office", "deciding", "held_back"]
)
@pytest.mark.writes_outside_actions
def test_it_is_not_published_before_the_members_released_it(paper: Paper, team: Person, state: str) -> None:
    prepared = prepare_paper_edition(paper, ["en"], NO_NOTE)
    Paper.objects.filter(pk=paper.pk).update(state=state)
    with pytest.raises(DomainError, match=r"site\.paper_not_released"):
        publish_paper(actor=actor_of(team), paper=paper, prepared=prepared)


def test_it_waits_for_the_end_of_its_embargo(paper: Paper, team: Person, clock: time_machine.Traveller) -> None:
    until = now() + timedelta(hours=3)
    set_embargo(actor=actor_of(team), paper=paper, embargo_until=until, time_zone="Asia/Damascus")
    clock.move_to(until - timedelta(milliseconds=1))
    with pytest.raises(DomainError, match=r"site\.embargo") as refused:
        published_paper(paper, team)
    assert refused.value.params["until"]
    clock.move_to(until)
    assert published_paper(paper, team).number == 1


def test_who_was_only_counted_is_forgotten_and_the_number_stays(paper: Paper, team: Person) -> None:
    assert Joiner.objects.count() == 2
    published_paper(paper, team)
    assert not Joiner.objects.exists()
    assert [opinion.joined for opinion in OpposingOpinion.objects.all()] == [2]


def test_s17_who_agreed_to_be_named_cannot_be_unnamed_once_it_is_out(paper: Paper, team: Person) -> None:
    author = holders(paper.group)[0]
    give_consent(actor=actor_of(author), person=author, thing=paper)
    published_paper(paper, team)
    with pytest.raises(DomainError, match=r"protection\.released"):
        withdraw_consent(actor=actor_of(author), person=author, thing=paper)


def test_s17_a_name_taken_back_while_the_files_are_made_stops_the_publication(paper: Paper, team: Person) -> None:
    author = holders(paper.group)[0]
    give_consent(actor=actor_of(author), person=author, thing=paper)
    prepared = prepare_paper_edition(paper, ["en"], NO_NOTE)
    withdraw_consent(actor=actor_of(author), person=author, thing=paper)
    with pytest.raises(Stale):
        publish_paper(actor=actor_of(team), paper=paper, prepared=prepared)
    assert not Publication.objects.exists()


def test_s17_no_name_is_in_any_file_without_consent(
    paper: Paper, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    author = holders(paper.group)[0]
    give_consent(actor=actor_of(author), person=author, thing=paper)
    put_out(paper, team, django_capture_on_commit_callbacks)
    files = [path.read_text() for path in published_folder.rglob("*") if path.suffix in {".html", ".bib", ".ris"}]
    assert any(author.name in text for text in files)
    for person in Person.objects.exclude(pk=author.pk):
        assert not any(person.name in text for text in files)


def test_the_page_holds_what_reference_managers_read(
    paper: Paper, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    edition = put_out(paper, team, django_capture_on_commit_callbacks)
    page = page_of(edition, published_folder)
    assert '<meta name="citation_title" content="Room to associate">' in page
    assert '<meta name="citation_author" content="Working group “Civic space”">' in page
    assert f"/en/papers/published/{edition.publication.slug}/1/paper.pdf" in page
    assert page_of(edition, published_folder, "paper.ris").startswith("TY  - RPRT")


def test_s18_comments_and_answers_are_published_without_names(
    paper: Paper, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    edition = put_out(paper, team, django_capture_on_commit_callbacks)
    page = page_of(edition, published_folder, "comments.html")
    assert page.count("Say it more plainly") == 2
    assert "You are right." in page
    assert "Invented" not in page


def test_the_page_with_its_style_is_light(
    paper: Paper, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    edition = put_out(paper, team, django_capture_on_commit_callbacks)
    for language in ("ar", "en"):
        assert len(gzip.compress(page_of(edition, published_folder, language=language).encode())) < 14_000


def test_a_correction_is_a_new_edition_and_the_first_stays_as_it_was(
    paper: Paper, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    first = put_out(paper, team, django_capture_on_commit_callbacks)
    before = page_of(first, published_folder)
    paragraph = numbered_in(paper)[0]
    correct_words(
        actor=actor_of(team), paper=freshly(paper), paragraph=paragraph, seen=paragraph.version,
        wordings={"en": "Now it is right.", "ar": "الآن صحيح."},
    )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        second = corrected(paper, team, NOTE)
    assert (second.number, second.publication) == (2, first.publication)
    assert page_of(first, published_folder) == before
    page = page_of(second, published_folder)
    assert "Now it is right." in page
    assert "Edition 2 was published: A date was wrong." in page
    assert "What is left out" in page


def test_a_correction_says_what_it_corrects(paper: Paper, team: Person) -> None:
    published_paper(paper, team)
    with pytest.raises(DomainError, match=r"site\.note_needed"):
        corrected(paper, team, NO_NOTE)


def test_words_corrected_after_the_files_were_made_stop_the_edition(paper: Paper, team: Person) -> None:
    published_paper(paper, team)
    paper = freshly(paper)
    prepared = prepare_paper_edition(paper, ["en"], NOTE)
    paragraph = numbered_in(paper)[0]
    correct_words(
        actor=actor_of(team), paper=paper, paragraph=paragraph, seen=paragraph.version, wordings={"en": "Changed."}
    )
    with pytest.raises(Stale):
        correct_paper(actor=actor_of(team), paper=paper, prepared=prepared, note=NOTE)


def test_words_are_corrected_only_once_it_is_out_and_by_the_team(paper: Paper, team: Person) -> None:
    paragraph = numbered_in(paper)[0]
    given = {"paper": paper, "paragraph": paragraph, "seen": paragraph.version, "wordings": {"en": "Changed."}}
    with pytest.raises(DomainError, match=r"site\.paper_not_published"):
        correct_words(actor=actor_of(team), **given)
    published_paper(paper, team)
    with pytest.raises(Denied):
        correct_words(actor=actor_of(holders(paper.group)[0]), **given)


def test_the_summary_is_on_the_front_page_once_the_group_approves_it(paper: Paper, team: Person) -> None:
    summarised(paper)
    slug = published_paper(paper, team).publication.slug
    page = Client().get("/en/").content.decode()
    assert f"/en/papers/published/{slug}/1/" in page
    assert "Associations wait for months for a licence." in page


def test_the_newest_edition_is_where_the_address_without_a_number_leads(paper: Paper, team: Person) -> None:
    slug = published_paper(paper, team, ("en",)).publication.slug
    assert Client().get(f"/en/papers/published/{slug}/")["Location"] == f"/en/papers/published/{slug}/1/"
    assert Client().get(f"/ar/papers/published/{slug}/1/")["Location"] == f"/en/papers/published/{slug}/1/"
    assert Client().get(f"/en/papers/published/{slug}/2/").status_code == 404
    assert Client().get(f"/en/reports/{slug}/1/").status_code == 404


@pytest.mark.parametrize("file", ["", "comments/", "paper.pdf", "paper.docx", "paper.bib", "paper.ris", "paper.json"])
def test_every_file_has_its_address(paper: Paper, team: Person, file: str) -> None:
    slug = published_paper(paper, team).publication.slug
    answer = Client().get(f"/ar/papers/published/{slug}/1/{file}")
    assert answer.status_code == 200
    is_file = file.startswith("paper.")
    assert ("attachment" in answer.get("Content-Disposition", "")) == is_file


def test_a_publication_is_of_one_thing(paper: Paper, team: Person) -> None:
    publication = published_paper(paper, team).publication
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=publication.pk).update(paper=None)


def test_what_was_made_and_not_published_is_thrown_away(paper: Paper, team: Person, published_folder: Path) -> None:
    put_out_by(team, paper)
    with pytest.raises(DomainError):
        put_out_by(team, paper)  # as it was seen before it was out
    left = [path.name for path in published_folder.iterdir() if path.name.startswith(".made")]
    assert left == [Edition.objects.get().files["folder"]]


def put_out_by(team: Person, paper: Paper) -> Edition:
    return put_out_now(actor_of(team), paper, ["en"], NO_NOTE)


def test_s18_who_wrote_hidden_comments_is_forgotten_and_the_comments_stay(paper: Paper, team: Person) -> None:
    comments = Comment.objects.filter(window__paper=paper)
    assert comments.filter(written_by__isnull=False).count() == 2
    published_paper(paper, team)
    assert not comments.filter(written_by__isnull=False, is_named=False).exists()
    assert comments.count() == 2
    assert not CommentSupport.objects.filter(comment__window__paper=paper).exists()
