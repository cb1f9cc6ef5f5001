"""What the public reads of pages and news, and what those who write them work on."""

from django.db.models import F, Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.pages.models import Image, Page, PageEdition
from supportroom.pages.vocabulary import NEWS, OF_OFFICE, OTHER, PUBLISHED
from supportroom.people.vocabulary import INTERPRETER, OFFICE, TEAM
from supportroom.texts.models import Paragraph


def pages_visible_to(actor: Actor) -> QuerySet[Page]:
    """The pages that somebody works on: all for the team and interpreters, for the office news of its own."""
    pages = Page.objects.select_related("text")
    if actor.holds(TEAM, INTERPRETER, "system"):
        return pages
    return pages.filter(kind=NEWS, voice=OF_OFFICE) if actor.holds(OFFICE) else pages.none()


def page_of(actor: Actor, page_id: int) -> Page:
    """Find a page that the actor works on; Missing."""
    found = pages_visible_to(actor).filter(pk=page_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def paragraph_of(page: Page, paragraph_id: int) -> Paragraph:
    """Find a paragraph that stands on a page; Missing."""
    found = page.text.paragraphs.filter(pk=paragraph_id, removed=False).select_related("text").first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def image_of(page: Page, image_id: int) -> Image:
    """Find an image that stands on a page; Missing."""
    found = page.images.filter(pk=image_id, removed=False).select_related("file", "page").first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def public_pages() -> QuerySet[PageEdition]:
    """The newest edition of every published page, news with them, newest first: all that the public reads of pages."""
    newest = PageEdition.objects.select_related("page").filter(page__state=PUBLISHED, number=F("page__newest"))
    return newest.order_by("-page__out_since", "page_id")


def public_news(voice: str = "") -> QuerySet[PageEdition]:
    """The published news, newest first, of both voices or of one."""
    news = public_pages().filter(page__kind=NEWS)
    return news.filter(page__voice=voice) if voice else news


def edition_at(kind: str, slug: str, number: int | None = None) -> PageEdition:
    """Find what the public reads at an address: the newest edition, or one by its number; Missing.

    A page that was taken down and one that never was look alike.
    """
    editions = PageEdition.objects.select_related("page").filter(page__kind=kind, page__slug=slug)
    wanted = Q(number=number) if number else Q(number=F("page__newest"))
    found = editions.filter(wanted, page__state=PUBLISHED).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def editions_of(page: Page) -> list[PageEdition]:
    """List a page's editions, the newest first, without what they say."""
    return list(page.editions.defer("content"))


def further_pages() -> QuerySet[PageEdition]:
    """The published pages that are neither standing nor news."""
    return public_pages().filter(page__kind=OTHER)
