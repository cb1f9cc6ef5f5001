"""The press pack as one file: nothing of it before the members released the paper and the group approved it."""

import io
import zipfile
from datetime import timedelta

import pytest

from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import multilingual
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import add_contact, clear_quotation, remove_contact, set_embargo
from supportroom.press.models import PressContact
from supportroom.press.packing import letter_document, packed, release_document
from supportroom.press.queries import contacts_visible_to, pack_of
from supportroom.press.social import LONGEST_POST, card_of, post_of
from supportroom.rendering.html import to_html
from supportroom.rendering.tree import Facts
from tests.factories.adoption import an_adopted_paper
from tests.factories.groups import holders, seat_actor
from tests.factories.personas import actor_of
from tests.factories.press import offered, published_paper, summarised

PARTS = {"release.pdf", "release.docx", "letter.docx", "paper.pdf", "paper.docx", "card.png", "post.txt"}


def names_in(content: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return set(package.namelist())


def test_it_holds_everything_in_each_language_and_contacts_for_the_team_alone(paper: Paper, team: Person) -> None:
    summarised(paper)
    add_contact(actor=actor_of(team), name="=Writer-Invented", outlet="The Invented Daily", address="desk@example.org")
    own = names_in(packed(paper, list(contacts_visible_to(seat_actor(paper.group)))))
    assert own == {f"{language}/{part}" for language in ("ar", "en") for part in PARTS}
    content = packed(paper, list(contacts_visible_to(actor_of(team))))
    assert names_in(content) - own == {"contacts.csv"}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "'=Writer-Invented" in package.read("contacts.csv").decode()


def test_it_is_refused_until_the_group_approves_the_summary(paper: Paper) -> None:
    summarised(paper, approved_by=1)
    with pytest.raises(DomainError, match=r"press\.summary_not_approved"):
        packed(paper, [])


def test_it_is_refused_while_a_language_is_missing(paper: Paper) -> None:
    summarised(paper, multilingual("en", en="Only in English."))
    with pytest.raises(DomainError, match=r"press\.language_missing"):
        packed(paper, [])


@pytest.mark.writes_outside_actions
def test_it_is_refused_before_the_members_released_the_paper(room: None, clock: object) -> None:
    adopted = an_adopted_paper(clock)
    summarised(adopted)
    with pytest.raises(DomainError, match=r"press\.not_released"):
        packed(adopted, [])


def test_the_embargo_stands_on_everything_by_both_clocks(paper: Paper, team: Person) -> None:
    summarised(paper)
    until = now() + timedelta(days=2)
    set_embargo(actor=actor_of(team), paper=paper, embargo_until=until, time_zone="Asia/Damascus")
    pack = pack_of(paper)
    for document in (release_document(paper, pack, "en"), letter_document(paper, pack, "en")):
        first = document.blocks[0]
        assert isinstance(first, Facts)
        assert first.pairs[0][1].startswith("Not for publication before 30 June 2026")
        assert "Damascus" in first.pairs[0][1]


def test_quotations_stand_in_the_release_with_the_name_or_without_it(paper: Paper) -> None:
    summarised(paper)
    first, second, third = holders(paper.group)
    clear_quotation(actor=actor_of(first), quotation=offered(paper, first, "Named words."), is_named=True)
    clear_quotation(actor=actor_of(second), quotation=offered(paper, second, "Unnamed words."), is_named=False)
    offered(paper, third, "Words that wait.")
    page = to_html(release_document(paper, pack_of(paper), "en"))
    assert first.name in page
    assert "Unnamed words." in page
    assert second.name not in page
    assert "Words that wait." not in page


def test_the_letter_holds_the_summary_and_asks_for_an_article(paper: Paper) -> None:
    summarised(paper)
    page = to_html(letter_document(paper, pack_of(paper), "en"))
    assert "Associations wait for months" in page
    assert "We would be glad if you wrote about it" in page


def test_a_post_is_short_and_holds_the_address_once_the_paper_is_out(paper: Paper, team: Person) -> None:
    summarised(paper, multilingual("en", en="Long words. " * 100, ar="كلمات طويلة. " * 100))
    assert "http" not in post_of(paper, "en")
    published_paper(paper, team)
    post = post_of(paper, "en")
    assert "/en/papers/published/" in post
    assert len(post) <= LONGEST_POST + 60


def test_a_card_speaks_its_language(paper: Paper) -> None:
    assert card_of(paper, "ar").title == "مساحة للعمل معاً"
    assert card_of(paper, "ar").direction == "rtl"
    assert card_of(paper, "en").title == "Room to associate"


def test_who_is_taken_off_the_list_of_contacts_is_gone(room: None, team: Person, member: Person) -> None:
    contact = add_contact(actor=actor_of(team), name="A Writer-Invented", outlet="The Invented Daily")
    assert not contacts_visible_to(actor_of(member))
    remove_contact(actor=actor_of(team), contact=contact)
    assert not PressContact.objects.exists()
