"""Every step of a page's life, allowed and refused; publication by the clock; corrections and what is taken down."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from supportroom.files.models import StoredFile
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Missing, Stale
from supportroom.pages import actions
from supportroom.pages.content import fingerprint, names_in, shown_now
from supportroom.pages.lifecycle import PAGE
from supportroom.pages.models import Page
from supportroom.pages.putting_out import put_out_what_is_due
from supportroom.pages.queries import edition_at, public_news, public_pages
from supportroom.pages.vocabulary import ABOUT, DRAFT, NEWS, OF_OFFICE, OTHER, PRIVACY, PUBLISHED, SCHEDULED, TAKEN_DOWN
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.texts.queries import paragraphs_of
from tests.factories.pages import a_page, a_published_page, an_image, fresh, published, rows_of
from tests.factories.personas import actor_of
from tests.factories.rounds import words

pytestmark = pytest.mark.usefixtures("room")
TOMORROW = {"publish_at": datetime(2026, 6, 3, 9, tzinfo=UTC), "time_zone": "Asia/Damascus"}
STEPS: dict[str, Callable[..., Any]] = {
    "schedule": lambda page: actions.schedule_page(actor=SYSTEM, page=page, **TOMORROW),
    "unschedule": lambda page: actions.unschedule_page(actor=SYSTEM, page=page),
    "publish": lambda page: actions.publish_page(actor=SYSTEM, page=page),
    "take_down": lambda page: actions.take_down_page(actor=SYSTEM, page=page),
    "trash": lambda page: actions.trash_page(actor=SYSTEM, page=page),
    "restore": lambda page: actions.restore_page(actor=SYSTEM, page=page),
}


def test_a_page_takes_the_steps_of_its_table_and_no_other(clock: time_machine.Traveller) -> None:
    page = a_page()
    for state in PAGE.states:
        for verb, take in STEPS.items():
            Page.objects.filter(pk=page.pk).update(state=state)
            if PAGE.allows(state, verb):
                take(fresh(page))
                assert fresh(page).state == PAGE.step(state, verb).target, (state, verb)
            else:
                with pytest.raises(DomainError, match=r"kernel\.not_now"):
                    take(fresh(page))
                assert fresh(page).state == state, (state, verb)


def test_in_the_trash_nothing_can_be_changed() -> None:
    page = actions.trash_page(actor=SYSTEM, page=a_page())
    for change in (
        lambda: actions.write_paragraphs(actor=SYSTEM, page=page, rows=rows_of("More")),
        lambda: actions.name_page(actor=SYSTEM, page=page, seen=page.version, title=words("X"), summary=words("Y")),
        lambda: an_image(page),
    ):
        with pytest.raises(DomainError, match=r"kernel\.not_now"):
            change()


def test_a_standing_page_is_there_once_and_addresses_are_given_once() -> None:
    a_page(ABOUT)
    with pytest.raises(DomainError, match=r"pages\.standing_once"):
        a_page(ABOUT)
    further = a_page(OTHER, slug="how-we-work")
    for taken in ("how-we-work", "privacy"):
        with pytest.raises(DomainError, match=r"pages\.address_taken"):
            a_page(OTHER, slug=taken)
        with pytest.raises(DomainError, match=r"pages\.address_taken"):
            actions.amend_page(actor=SYSTEM, page=a_page(), slug=taken)
    published(further)
    with pytest.raises(DomainError, match=r"pages\.address_stays"):
        actions.amend_page(actor=SYSTEM, page=further, slug="other")


def test_the_office_writes_news_of_its_own_and_nothing_else(office: Person) -> None:
    actor = actor_of(office)
    page = a_page(NEWS, actor=actor, voice=OF_OFFICE)
    published(page, actor)
    assert [edition.page for edition in public_news(OF_OFFICE)] == [page]
    with pytest.raises(DomainError, match=r"pages\.news_alone"):
        a_page(OTHER, actor=actor, voice=OF_OFFICE, slug="ours")
    with pytest.raises(Denied):
        published(a_page(), actor)


def test_interpreters_translate_and_leave_the_original_as_it_is(interpreter: Person) -> None:
    actor, page = actor_of(interpreter), a_page()
    paragraph = paragraphs_of(page.text)[0]
    given = {"actor": actor, "page": page, "paragraph": paragraph, "seen": paragraph.version}
    actions.reword_paragraph(**given, wordings={"ar": "ثمانية وعشرون"})
    with pytest.raises(Denied):
        actions.reword_paragraph(**given, wordings={"en": "Thirty people"})
    named = {"actor": actor, "page": page, "seen": page.version}
    with pytest.raises(Denied):
        actions.name_page(**named, title=words("Another title", "عنوان"), summary=page.summary)
    actions.name_page(**named, title=page.title.reworded("ar", "الجولة في حزيران"), summary=page.summary)
    assert fresh(page).title.texts["ar"] == "الجولة في حزيران"


def test_two_who_change_a_paragraph_at_once_both_keep_their_words() -> None:
    page = a_page()
    paragraph = paragraphs_of(page.text)[0]
    given = {"actor": SYSTEM, "page": page, "paragraph": paragraph, "seen": paragraph.version}
    actions.reword_paragraph(**given, wordings={"en": "The first was faster."})
    with pytest.raises(Stale) as stale:
        actions.reword_paragraph(**given, wordings={"en": "The second was slower."})
    assert stale.value.mine == {"en": "The second was slower."}
    assert str(stale.value.theirs) == "The first was faster."


def test_what_was_scheduled_is_published_once_whenever_the_clock_comes(clock: time_machine.Traveller) -> None:
    page = actions.schedule_page(actor=SYSTEM, page=a_page(), **TOMORROW)
    clock.move_to(TOMORROW["publish_at"] - timedelta(milliseconds=1))
    assert put_out_what_is_due() == 0
    assert fresh(page).state == SCHEDULED
    clock.move_to(TOMORROW["publish_at"] + timedelta(hours=30))
    assert [put_out_what_is_due() for _run in range(3)] == [1, 0, 0]
    assert [edition.number for edition in page.editions.all()] == [1]
    assert fresh(page).publish_at is None


def test_the_clock_never_publishes_what_was_taken_back_or_lost_its_words(clock: time_machine.Traveller) -> None:
    taken_back = actions.schedule_page(actor=SYSTEM, page=a_page(), **TOMORROW)
    actions.unschedule_page(actor=SYSTEM, page=taken_back)
    emptied = actions.schedule_page(actor=SYSTEM, page=a_page(), **TOMORROW)
    actions.remove_paragraph(actor=SYSTEM, page=emptied, paragraph=paragraphs_of(emptied.text)[0])
    clock.move_to(TOMORROW["publish_at"])
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.publish_page(actor=SYSTEM, page=taken_back, only_due=True)
    assert put_out_what_is_due() == 0
    assert [fresh(page).state for page in (taken_back, emptied)] == [DRAFT, DRAFT]


def test_a_moment_must_lie_ahead_and_a_page_must_have_words(clock: time_machine.Traveller) -> None:
    for moment, code in (
        (now(), r"pages\.past"),
        (now() + timedelta(days=400), r"pages\.far_off"),
    ):
        with pytest.raises(DomainError, match=code):
            actions.schedule_page(actor=SYSTEM, page=a_page(), publish_at=moment, time_zone="Asia/Beirut")
    empty = a_page(rows=[])
    with pytest.raises(DomainError, match=r"pages\.empty"):
        actions.schedule_page(actor=SYSTEM, page=empty, **TOMORROW)
    with pytest.raises(DomainError, match=r"pages\.empty"):
        published(empty)


def test_a_change_of_a_published_page_reaches_the_public_with_its_note_alone() -> None:
    page = a_published_page()
    with pytest.raises(DomainError, match=r"pages\.nothing_changed"):
        actions.correct_page(actor=SYSTEM, page=page, note=words("Nothing"))
    paragraph = paragraphs_of(page.text)[0]
    given = {"paragraph": paragraph, "seen": paragraph.version, "wordings": {"en": "Thirty people met."}}
    actions.reword_paragraph(actor=SYSTEM, page=page, **given)
    assert "Twenty-eight" in str(edition_at(NEWS, page.slug).content)
    with pytest.raises(DomainError, match=r"pages\.note_needed"):
        actions.correct_page(actor=SYSTEM, page=page, note=words(""))
    actions.correct_page(actor=SYSTEM, page=page, note=words("The number of people was wrong."))
    newest = edition_at(NEWS, page.slug)
    assert (newest.number, str(newest.note)) == (2, "The number of people was wrong.")
    assert "Thirty" in str(newest.content)
    assert "Twenty-eight" in str(edition_at(NEWS, page.slug, 1).content)


def test_who_publishes_has_seen_what_is_published() -> None:
    page = a_page()
    seen = fingerprint(shown_now(page))
    actions.write_paragraphs(actor=SYSTEM, page=page, rows=rows_of("Slipped in."))
    with pytest.raises(Stale, match=r"pages\.overtaken"):
        actions.publish_page(actor=SYSTEM, page=page, seen=seen)
    actions.publish_page(actor=SYSTEM, page=page, seen=fingerprint(shown_now(page)))


def test_a_draft_of_a_translation_is_not_published() -> None:
    page = a_page()
    paragraph = paragraphs_of(page.text)[0]
    given = {"paragraph": paragraph, "seen": paragraph.version, "wordings": {"ar": "مسودة"}, "drafts": ["ar"]}
    actions.reword_paragraph(actor=SYSTEM, page=page, **given)
    edition = published(page).editions.get()
    assert edition.content[0]["content"]["texts"] == {"en": "Twenty-eight people met for four days."}


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_down_is_nowhere_and_comes_back_as_it_was(published_folder: Path) -> None:
    page = a_page()
    an_image(page)
    published(page)
    name = names_in(edition_at(NEWS, page.slug).content).pop()
    assert (published_folder / "images" / name).read_bytes()
    actions.take_down_page(actor=SYSTEM, page=page)
    assert not (published_folder / "images" / name).exists()
    for number in (None, 1):
        with pytest.raises(Missing):
            edition_at(NEWS, page.slug, number)
    assert not public_pages().exists()
    published(fresh(page))
    assert [edition.number for edition in page.editions.all()] == [1]
    assert (published_folder / "images" / name).exists()
    trashed = actions.trash_page(actor=SYSTEM, page=actions.take_down_page(actor=SYSTEM, page=fresh(page)))
    assert actions.restore_page(actor=SYSTEM, page=trashed).state == DRAFT
    assert fresh(page).newest == 1


@pytest.mark.django_db(transaction=True)
def test_an_image_that_another_page_shows_stays(published_folder: Path) -> None:
    pages = [a_page(title=title) for title in ("One", "Two")]
    for page in pages:
        an_image(page)
        published(page)
    actions.take_down_page(actor=SYSTEM, page=pages[0])
    assert len(list((published_folder / "images").iterdir())) == 1
    assert fresh(pages[0]).state == TAKEN_DOWN


def test_an_image_that_the_scanner_has_not_seen_holds_the_page_back(clock: time_machine.Traveller) -> None:
    page = actions.schedule_page(actor=SYSTEM, page=a_page(), **TOMORROW)
    image = an_image(page)
    StoredFile.objects.filter(pk=image.file_id).update(state="quarantined")
    with pytest.raises(DomainError, match=r"pages\.image_waits"):
        published(page)
    clock.move_to(TOMORROW["publish_at"])
    assert put_out_what_is_due() == 0
    StoredFile.objects.filter(pk=image.file_id).update(state="clean")
    assert put_out_what_is_due() == 1
    assert fresh(page).state == PUBLISHED


def test_words_stand_for_an_image_and_editions_keep_what_was_taken_off() -> None:
    page = a_page()
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        an_image(page, instead=words(""))
    image = an_image(page)
    published(page)
    actions.remove_image(actor=SYSTEM, page=page, image=image)
    assert names_in(shown_now(page).parts) == set()
    assert len(names_in(edition_at(NEWS, page.slug).content)) == 1
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.remove_image(actor=SYSTEM, page=page, image=image)


def test_the_privacy_page_begins_with_a_text_of_our_own_and_the_principles_with_the_charters(room: Room) -> None:
    page = a_page(PRIVACY, rows=[])
    said = " ".join(str(paragraph) for paragraph in paragraphs_of(page.text))
    for promise in ("set no cookie", "Chatham House Rule", "What we cannot promise"):
        assert promise in said
    assert {paragraph.kind for paragraph in paragraphs_of(page.text)} == {"heading", "item", "paragraph"}
