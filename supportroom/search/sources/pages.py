"""Published pages and news, by the words of their newest edition."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from django.conf import settings
from django.utils.translation import override

from supportroom.journal.models import reference
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages.models import PageEdition
from supportroom.pages.places import address_of
from supportroom.pages.queries import public_news, public_pages
from supportroom.pages.vocabulary import NEWS
from supportroom.search.sources.kinds import Leaf, Source, ids_in


def _marks(editions: Any) -> Iterable[tuple[str, str]]:
    return [(f"pages.page:{pk}", str(number)) for pk, number in editions.order_by().values_list("page_id", "number")]


def _leaves(things: Collection[str]) -> Iterator[Leaf]:
    for edition in public_pages().filter(page__in=ids_in(things)):
        for language, _name in settings.LANGUAGES:
            if edition.title.texts.get(language):
                yield _leaf(edition, language)


def _leaf(edition: PageEdition, language: str) -> Leaf:
    with override(language):
        address = address_of(edition.page)
    texts = [edition.summary, *(_text(part["content"]) for part in edition.content)]
    return Leaf(
        thing=reference(edition.page),
        language=language,
        title=edition.title.said_in(language).text,
        words="\n".join(words for text in texts if (words := text.said_in(language).text)),
        address=address,
        day=edition.published_at.date(),
    )


def _text(content: Any) -> MultilingualText:
    return MultilingualText(content["original"], content["texts"], content["states"])


NEWS_OF_ALL: Final = Source("news", lambda: _marks(public_news()), _leaves)
PAGES: Final = Source("page", lambda: _marks(public_pages().exclude(page__kind=NEWS)), _leaves)
