"""Published reports and papers, by the words of their newest edition as they were published."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db.models import Count

from supportroom.journal.models import reference
from supportroom.search.sources.kinds import Leaf, Source, ids_in
from supportroom.site.models import Edition, Publication
from supportroom.site.places import PAGE
from supportroom.site.preparing import settle

_MAIN: Final = re.compile(r"<main\b.*?</main>", re.DOTALL)
_TAGS: Final = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL)


def words_of(page: str) -> str:
    """Give the words that stand in the main part of a page of ours. Pure."""
    found = _MAIN.search(page)
    return " ".join(unescape(_TAGS.sub(" ", found[0] if found else page)).split())


def _marks(publications: Any) -> Iterable[tuple[str, str]]:
    rows = publications.annotate(number=Count("editions")).filter(number__gt=0).values_list("pk", "number")
    return [(f"site.publication:{pk}", str(number)) for pk, number in rows]


def _leaves(things: Collection[str]) -> Iterator[Leaf]:
    editions = Edition.objects.filter(publication__in=ids_in(things)).select_related("publication")
    newest = {edition.publication_id: edition for edition in editions.order_by("number")}
    for edition in newest.values():
        settle(edition)
        for language in edition.files["digests"]:
            yield _leaf(edition, language)


def _leaf(edition: Edition, language: str) -> Leaf:
    publication = edition.publication
    place = publication.shelf.place(Path(settings.PUBLISHED_DIR), publication.slug, edition.number) / language / PAGE
    page = place.read_text("utf-8") if place.exists() else ""
    return Leaf(
        thing=reference(publication),
        language=language,
        title=edition.title.said_in(language).text,
        words=words_of(page),
        address=publication.shelf.address(language, publication.slug, edition.number),
        day=edition.published_at.date(),
    )


REPORTS = Source("report", lambda: _marks(Publication.objects.filter(report__isnull=False)), _leaves)
PAPERS = Source("paper", lambda: _marks(Publication.objects.filter(paper__isnull=False)), _leaves)
