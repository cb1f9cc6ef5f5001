"""Cross-cutting themes: the four that stand in every room, and those that the room added."""

from collections.abc import Collection, Iterable

from django.utils.translation import get_language

from supportroom.journal.writing import create, refuse_unless
from supportroom.kernel.multilingual import Wording
from supportroom.register.goals import GOALS
from supportroom.register.models import Theme
from supportroom.register.vocabulary import STANDING_THEMES


def all_themes() -> list[Theme]:
    """List the room's themes in order; the standing ones stand even before their rows are written."""
    kept = list(Theme.objects.all())
    codes = {theme.code for theme in kept}
    standing = [Theme(code=code, name=name) for code, name in STANDING_THEMES.items() if code not in codes]
    return [*standing, *kept]


def found_themes() -> None:
    """Write the rows of the standing themes that are missing; for use inside an action, in every room."""
    kept = set(Theme.objects.filter(code__in=STANDING_THEMES).values_list("code", flat=True))
    for position, (code, name) in enumerate(STANDING_THEMES.items(), start=1):
        if code not in kept:
            create(Theme, code=code, name=name, position=position)


def theme_words(codes: Iterable[str], language: str) -> list[Wording]:
    """Give the names of themes in a language, in the room's order; codes that nobody knows are left out."""
    wanted = set(codes)
    return [theme.name.said_in(language) for theme in all_themes() if theme.code in wanted] if wanted else []


def theme_names(codes: Iterable[str], language: str) -> list[str]:
    """Give the names of themes in a language as plain words, in the room's order."""
    return [words.text for words in theme_words(codes, language)]


def theme_choices() -> list[tuple[str, str]]:
    """Give the themes by code with their names in the reader's language, for a form."""
    language = get_language() or "en"
    return [(theme.code, theme.name.said_in(language).text) for theme in all_themes()]


def refuse_unknown(themes: Collection[str], goals: Collection[int]) -> None:
    """Refuse codes of themes and numbers of goals that there are not: `register.unknown_theme`, `..._goal`."""
    known = {theme.code for theme in all_themes()} if themes else set()
    refuse_unless(set(themes) <= known, "register.unknown_theme")
    refuse_unless(set(goals) <= set(GOALS), "register.unknown_goal")
