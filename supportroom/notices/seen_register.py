"""What of the register, answers and briefings a reader sees now, with its title: a query or two for each kind."""

from collections.abc import Callable, Iterable
from typing import Final

from supportroom.answers.queries import deliveries_visible_to, letters_visible_to
from supportroom.briefings.models import AbsentList, Briefing
from supportroom.briefings.queries import briefings_visible_to
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.kernel.permissions import may
from supportroom.register.queries import addressees, recommendations_visible_to

# title, and the id or slug that the thing's address takes
Place = tuple[MultilingualText, int | str]
Rows = Iterable[tuple[int, Place]]
LONGEST: Final = 120


def beginning(text: MultilingualText, longest: int = LONGEST) -> MultilingualText:
    """Give a text cut at a word in every language in which it is long."""
    cut = {
        code: words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
        for code, words in text.texts.items()
    }
    return MultilingualText(text.original, cut, text.states)


def named(briefing: Briefing) -> MultilingualText:
    """Give a briefing's title, or its meeting symbol where it has none."""
    title: MultilingualText = briefing.title
    return title or multilingual(briefing.language, **{briefing.language: briefing.symbol or str(briefing.given_on)})


def _recommendations(actor: Actor, keys: list[int]) -> Rows:
    seen = recommendations_visible_to(actor).filter(pk__in=keys).select_related(None)
    return [(each.pk, (beginning(each.text), each.slug)) for each in seen.only("text", "slug")]


def _addressees(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.name, each.slug)) for each in addressees().filter(pk__in=keys)]


def _letters(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.addressee.name, each.pk)) for each in letters_visible_to(actor).filter(pk__in=keys)]


def _deliveries(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (each.title, each.pk)) for each in deliveries_visible_to(actor).filter(pk__in=keys)]


def _briefings(actor: Actor, keys: list[int]) -> Rows:
    return [(each.pk, (named(each), each.pk)) for each in briefings_visible_to(actor).filter(pk__in=keys)]


def _absent_lists(actor: Actor, keys: list[int]) -> Rows:
    sent = AbsentList.objects.filter(pk__in=keys, briefing__trashed_at=None).select_related("briefing")
    return [(each.pk, (named(each.briefing), each.pk)) for each in sent if may(actor, "briefings.read_absent", each)]


READERS: Final[dict[str, Callable[[Actor, list[int]], Rows]]] = {
    "register.recommendation": _recommendations,
    "register.addressee": _addressees,
    "answers.letter": _letters,
    "answers.delivery": _deliveries,
    "briefings.briefing": _briefings,
    "briefings.absentlist": _absent_lists,
}
