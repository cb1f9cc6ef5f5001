"""What the public reads."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, Min

from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import Wording
from supportroom.papers.models import Paper
from supportroom.site.models import Edition, Publication
from supportroom.site.places import REPORTS, Shelf
from supportroom.statements.models import Report


@dataclass(frozen=True)
class Published:
    """A line of the front page: a report or a paper by its newest edition. `day` puts it in order."""

    is_paper: bool
    day: date
    title: Wording
    summary: Wording
    address: str
    edition: Edition
    languages: tuple[tuple[str, str], ...]


def published(language: str, shelf: Shelf | None = None) -> list[Published]:
    """List what is published, each by its newest edition: rounds by their day, papers by their first edition's."""
    editions = Edition.objects.select_related("publication__report__round")
    if shelf is not None:
        editions = editions.filter(publication__paper__isnull=shelf == REPORTS)
    told = editions.annotate(
        first_at=Min("publication__editions__published_at"), newest=Max("publication__editions__number")
    )
    lines = [_line(edition, language) for edition in told.filter(number=F("newest"))]
    return sorted(lines, key=lambda line: line.day, reverse=True)


def _line(edition: Edition, language: str) -> Published:
    publication = edition.publication
    codes = tuple(edition.files["digests"])
    addresses = {code: publication.shelf.address(code, publication.slug, edition.number) for code in codes}
    day = publication.report.round.starts_on if publication.report else edition.first_at.date()  # type: ignore[attr-defined]
    return Published(
        is_paper=publication.paper_id is not None,
        day=day,
        title=edition.title.said_in(language),
        summary=edition.summary.said_in(language),
        address=addresses.get(language, next(iter(addresses.values()))),
        edition=edition,
        languages=tuple(addresses.items()),
    )


def edition_at(shelf: Shelf, slug: str, number: int | None = None) -> Edition:
    """Find an edition by its address, the newest where no number is given; Missing where there is none."""
    editions = Edition.objects.select_related("publication").filter(publication__slug=slug).order_by("-number")
    edition = (editions.filter(number=number) if number else editions).first()
    if edition is None or edition.publication.shelf != shelf:
        raise Missing("kernel.missing")
    return edition


def publication_of(thing: Report | Paper) -> Publication | None:
    """Give where a report or a paper is published, or None."""
    name = "paper" if isinstance(thing, Paper) else "report"
    return Publication.objects.filter(**{name: thing}).first()


def next_number(thing: Report | Paper) -> int:
    """Give the number of the next edition of a report or a paper."""
    publication = publication_of(thing)
    last = publication.editions.order_by("-number").first() if publication else None
    return last.number + 1 if last else 1


def editions_of(paper: Paper) -> list[Edition]:
    """List the editions of a paper, the first one first."""
    return list(Edition.objects.select_related("publication").filter(publication__paper=paper).order_by("number"))


def published_at(paper: Paper, language: str) -> str:
    """Give the address of a paper's newest edition in a language, or nothing where there is none."""
    edition = Edition.objects.select_related("publication").filter(publication__paper=paper).order_by("-number").first()
    if edition is None or language not in edition.files["digests"]:
        return ""
    return edition.publication.shelf.address(language, edition.publication.slug, edition.number)
