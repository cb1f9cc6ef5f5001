"""What a question can be about: a published report or paper, a recommendation that is released, a piece of news."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils.translation import get_language

from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages import queries as pages
from supportroom.pages.models import Page, PageEdition
from supportroom.pages.vocabulary import NEWS as NEWS_PAGES
from supportroom.pages.vocabulary import PUBLISHED
from supportroom.questions.models import PublicQuestion
from supportroom.questions.vocabulary import NEWS, PAPERS, RECOMMENDATIONS, REPORTS
from supportroom.register.models import Recommendation
from supportroom.register.queries import released
from supportroom.site.models import Edition, Publication
from supportroom.site.places import PAPERS as PAPERS_SHELF
from supportroom.site.places import REPORTS as REPORTS_SHELF
from supportroom.site.queries import edition_at

Thing = Publication | Recommendation | Page
SHELVES = {REPORTS: REPORTS_SHELF, PAPERS: PAPERS_SHELF}
FIELDS = {REPORTS: "publication", PAPERS: "publication", RECOMMENDATIONS: "recommendation", NEWS: "page"}


@dataclass(frozen=True)
class Subject:
    """A published thing as a page names it: kind, part of an address, title, where it stands, and its number if any."""

    kind: str
    slug: str
    title: MultilingualText
    address: str
    thing: Thing
    code: str = ""

    @property
    def field(self) -> str:
        """The name of the relation by which a question points to it."""
        return FIELDS[self.kind]


def subject_at(kind: str, slug: str) -> Subject:
    """Find what is published under this kind and address; Missing."""
    if kind in SHELVES:
        return _of_edition(edition_at(SHELVES[kind], slug))
    if kind == NEWS:
        return _of_news(pages.edition_at(NEWS_PAGES, slug))
    recommendation = released().filter(slug=slug).first() if kind == RECOMMENDATIONS else None
    if recommendation is None:
        raise Missing("kernel.missing")
    return _of_recommendation(recommendation)


def _of_edition(edition: Edition) -> Subject:
    publication = edition.publication
    kind = PAPERS if publication.paper_id else REPORTS
    address = f"/{get_language()}/{publication.shelf.under}/{publication.slug}/"
    return Subject(kind, publication.slug, edition.title, address, publication)


def _of_news(edition: PageEdition) -> Subject:
    slug = edition.page.slug
    return Subject(NEWS, slug, edition.title, reverse("pages:news_show", args=[slug]), edition.page)


def _of_recommendation(recommendation: Recommendation) -> Subject:
    slug = recommendation.slug
    address = reverse("followup:recommendation_detail", args=[slug])
    return Subject(RECOMMENDATIONS, slug, recommendation.text, address, recommendation, recommendation.code)


def subjects_of(questions: Iterable[PublicQuestion]) -> dict[int, Subject]:
    """Give what each question is about, by the question's id; nothing where it is public no longer. Three queries."""
    asked = list(questions)
    keys = {name: {getattr(each, f"{name}_id") for each in asked} - {None} for name in set(FIELDS.values())}
    editions = Edition.objects.select_related("publication").filter(publication__in=keys["publication"])
    news = PageEdition.objects.select_related("page").filter(page__in=keys["page"], number=F("page__newest"))
    recommended = released().filter(pk__in=keys["recommendation"])
    found: dict[tuple[str, int | None], Subject] = {
        **{("publication", each.publication_id): _of_edition(each) for each in editions.order_by("number")},
        **{("page", each.page_id): _of_news(each) for each in news.filter(page__state=PUBLISHED)},
        **{("recommendation", each.pk): _of_recommendation(each) for each in recommended},
    }
    return {
        question.pk: subject
        for question in asked
        for name in keys
        if (subject := found.get((name, getattr(question, f"{name}_id"))))
    }
