"""The files of a paper's edition in each language: page, comments and answers, PDF, DOCX, citations, a card."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from supportroom.adoption.queries import opinions_of, releases_of
from supportroom.comments.table import answer_table
from supportroom.glossary.underlining import with_terms
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.papers.versions import VersionView, draft_view, have_same_original, view_of
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.press.composing import Imprint, authors_in_words, names_of, paper_document
from supportroom.press.history import Happening
from supportroom.press.queries import approved_summary
from supportroom.press.social import card_of
from supportroom.rendering.card import to_png
from supportroom.rendering.docx import to_docx
from supportroom.rendering.html import to_html
from supportroom.rendering.pdf import to_pdf
from supportroom.room.queries import charter
from supportroom.site.citation import Citation
from supportroom.site.places import COMMENTS, PAGE, PAPERS
from supportroom.site.preparing.files import Frame, Prepared, page, prepare
from supportroom.site.queries import editions_of, next_number, publication_of


def slug_of(paper: Paper) -> str:
    """Give a paper's stable address: when it was published first, and a few letters of an opaque id (S37)."""
    publication = publication_of(paper)
    return publication.slug if publication else f"{now():%Y-%m}-{spell(paper.pk)[-5:]}"


def text_of(paper: Paper) -> VersionView:
    """Give what an edition prints: the version that the members released; once it is out, the words as corrected.

    Translations that were finished after the members decided are printed: the originals are those that they released.
    """
    present = draft_view(paper)
    if paper.state == PUBLISHED:
        return present
    released = view_of(releases_of(paper)[0].shown)
    return present if have_same_original(present, released) else released


def ground_of(paper: Paper) -> str:
    """Give what stands for everything in an edition that somebody can still change: its words, names and summary."""
    told = [(each.opinion.version, each.names, each.joined) for each in opinions_of(paper)]
    words = [(each.paragraph_id, each.kind, each.level, each.content.as_json()) for each in draft_view(paper).shown]
    parts = [words, names_of(paper), told, approved_summary(paper).as_json()]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def prepare_paper_edition(paper: Paper, languages: list[str], note: MultilingualText) -> Prepared:
    """Make all files of a paper's next edition in these languages, and give where they lie."""
    number, today = next_number(paper), now().date()
    version, ground = text_of(paper), ground_of(paper)

    def make(language: str, frame: Frame) -> dict[str, bytes]:
        citation = _citation(paper, version, language, frame, today)
        imprint = Imprint(
            edition=_("Edition %(number)s") % {"number": number},
            address=citation.address,
            day=today,
            cited_as=cited_as(citation),
            steps=_steps(paper, number, today, note, language),
        )
        document = paper_document(paper, version, language, imprint)
        said = note.said_in(language) if note else None
        context = {**frame, "text": with_terms(to_html(document)), "title": document.title, "note": said}
        context |= {"meta": list(citation.meta()), "card_url": f"{citation.address}card.png"}
        rows = answer_table(paper, language)
        return {
            **page(PAGE, "site/paper_edition.html", {**context, "has_comments": bool(rows)}),
            **page(COMMENTS, "site/paper_comments.html", {**context, "rows": rows}),
            "paper.pdf": to_pdf(document),
            "paper.docx": to_docx(document),
            "paper.bib": citation.bibtex().encode(),
            "paper.ris": citation.ris().encode(),
            "paper.json": citation.csl().encode(),
            "card.png": to_png(card_of(paper, language)),
        }

    prepared = prepare(PAPERS, slug_of(paper), number, languages, make)
    return replace(prepared, ground=ground)


def _citation(paper: Paper, version: VersionView, language: str, frame: Frame, day: date) -> Citation:
    address = f"{settings.ROOM_ADDRESS}{frame['page_url']}"
    return Citation(
        key=str(frame["slug"]),
        title=version.title.said_in(language).text,
        authors=authors_in_words(paper, language),
        publisher=charter().name.said_in(language).text,
        day=day,
        language=language,
        address=address,
        files=address,
        edition=int(str(frame["number"])),
    )


def cited_as(citation: Citation) -> str:
    """Give the sentence by which the paper is cited, in the present language."""
    return _("%(authors)s (%(year)s). %(title)s. %(publisher)s. Edition %(edition)s. %(address)s") % {
        "authors": _(", ").join(citation.authors),
        "year": citation.day.year,
        "title": citation.title,
        "publisher": citation.publisher,
        "edition": citation.edition,
        "address": citation.address,
    }


def _steps(paper: Paper, number: int, today: date, note: MultilingualText, language: str) -> list[Happening]:
    """Tell of the editions, this one with them."""
    earlier = [(edition.published_at.date(), edition.number, edition.note) for edition in editions_of(paper)]
    return [
        Happening(day, "published", _published(each, said.said_in(language).text if said else ""))
        for day, each, said in [*earlier, (today, number, note)]
    ]


def _published(number: int, note: str) -> str:
    if number == 1:
        return _("It was published.")
    return _("Edition %(number)s was published: %(note)s") % {"number": number, "note": note}
