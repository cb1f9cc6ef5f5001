"""What the public reads."""

from dataclasses import dataclass

from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import Wording
from supportroom.site.models import Edition, Publication
from supportroom.statements.models import Report


@dataclass(frozen=True)
class PublishedReport:
    """A line of the front page."""

    title: Wording
    summary: Wording
    slug: str
    number: int
    edition: Edition
    languages: tuple[str, ...]


def published_reports(language: str) -> list[PublishedReport]:
    """List each published report by its newest edition, the newest round first."""
    editions = Edition.objects.select_related("publication__report__round").order_by("-number")
    newest: dict[int, Edition] = {}
    for edition in editions:
        newest.setdefault(edition.publication_id, edition)
    ordered = sorted(newest.values(), key=lambda e: e.publication.report.round.starts_on, reverse=True)
    return [
        PublishedReport(
            title=edition.title.said_in(language),
            summary=edition.summary.said_in(language),
            slug=edition.publication.slug,
            number=edition.number,
            edition=edition,
            languages=tuple(edition.files["digests"]),
        )
        for edition in ordered
    ]


def edition_at(slug: str, number: int | None = None) -> Edition:
    """Find an edition by its address, the newest where no number is given; Missing where there is none."""
    editions = Edition.objects.select_related("publication").filter(publication__slug=slug).order_by("-number")
    edition = (editions.filter(number=number) if number else editions).first()
    if edition is None:
        raise Missing("kernel.missing")
    return edition


def next_number(report: Report) -> int:
    """Give the number of a report's next edition."""
    last = Edition.objects.filter(publication__report=report).order_by("-number").first()
    return last.number + 1 if last else 1


def publication_of(report: Report) -> Publication | None:
    """Give where a report is published, or None."""
    return Publication.objects.filter(report=report).first()
