"""The last part of a paper's way: summary, approval, publication, correction."""

from typing import Any

from django.utils.translation import override

from supportroom.kernel.multilingual import multilingual
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.history import history_of
from tests.factories.papers import freshly
from tests.factories.press import corrected, published_paper, summarised


def test_a_paper_is_published_with_all_its_files_and_corrected(paper: Paper, team: Person) -> None:
    summarised(paper)
    edition = published_paper(paper, team)
    assert freshly(paper).state == "published"
    assert set(edition.files["digests"]["ar"]) == {
        "index.html", "index.html.gz", "index.html.br", "comments.html", "comments.html.gz", "comments.html.br",
        "paper.pdf", "paper.docx", "paper.bib", "paper.ris", "paper.json", "card.png",
    }  # fmt: skip
    second = corrected(paper, team, multilingual("en", en="A date was wrong.", ar="كان تاريخ خاطئاً."))
    assert second.number == 2


def test_the_history_tells_the_way(paper: Paper) -> None:
    with override("en"):
        told = [(step.kind, step.words) for step in history_of(paper)]
    for kind, words in told:
        print(kind, words)
    assert [kind for kind, _words in told][0] == "called"
