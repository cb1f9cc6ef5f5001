"""The document of a paper: its dissent, review and history are inside it, in the table of contents, PDF and DOCX."""

import io
import zipfile

import pytest

from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view
from supportroom.people.models import Person
from supportroom.press.composing import Imprint, authors_in_words, paper_document
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.rendering.docx import to_docx
from supportroom.rendering.html import to_html
from supportroom.rendering.outline import contents, settled
from tests.factories.groups import holders
from tests.factories.personas import actor_of
from tests.factories.press import SUMMARY, summarised


def headings(paper: Paper, language: str = "en") -> list[str]:
    document = paper_document(paper, draft_view(paper), language, Imprint(cited_as="Cited so."))
    return [entry.text for entry in contents(settled(document))]


def test_opposing_opinions_review_and_history_stand_in_the_table_of_contents(paper: Paper) -> None:
    assert headings(paper) == [
        "Where we stand",
        "How it was adopted",
        "Opposing opinion",
        "1. What is left out",
        "Sources",
        "Review by the Envoy's office",
        "How this paper came about",
        "How to cite this paper",
    ]


def test_the_summary_stands_first_once_it_is_approved(paper: Paper) -> None:
    summarised(paper, approved_by=1)
    assert "Summary" not in headings(paper)
    summarised(paper, SUMMARY, approved_by=2)
    assert headings(paper)[0] == "Summary"


def test_the_first_page_says_how_it_was_adopted_and_that_dissent_is_inside(paper: Paper) -> None:
    document = paper_document(paper, draft_view(paper), "en", Imprint())
    assert document.notices == (
        "Adopted by the members: 3 for, 2 against, 0 abstaining. 1 opposing opinion is part of this paper.",
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_footnotes_and_sources_come_from_the_library(paper: Paper, language: str) -> None:
    document = paper_document(paper, draft_view(paper), language, Imprint())
    page = to_html(document)
    assert 'class="document-mark"' in page
    assert page.count("Licences and delays") == 2
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        assert b"Licences and delays" in package.read("word/footnotes.xml")


def test_the_group_is_named_and_of_its_seats_those_who_agree(paper: Paper) -> None:
    assert authors_in_words(paper, "en") == ("Working group “Civic space”",)
    first, second, _third = holders(paper.group)
    for person in (first, second):
        give_consent(actor=actor_of(person), person=person, thing=paper)
    withdraw_consent(actor=actor_of(second), person=second, thing=paper)
    assert authors_in_words(paper, "en") == (first.name,)
    page = to_html(paper_document(paper, draft_view(paper), "en", Imprint()))
    assert first.name in page
    assert second.name not in page


def test_s17_no_name_stands_in_it_that_did_not_agree(paper: Paper) -> None:
    pages = [to_html(paper_document(paper, draft_view(paper), code, Imprint())) for code in ("ar", "en")]
    for person in Person.objects.all():
        assert not any(person.name in page for page in pages)
