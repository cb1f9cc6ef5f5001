"""The room's own cross-cutting themes."""

from django.utils.text import slugify

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.holding import hold_register
from supportroom.register.models import Recommendation, Theme
from supportroom.register.recording import new_slug
from supportroom.register.themes import all_themes, found_themes
from supportroom.register.vocabulary import STANDING_THEMES


@action("register.add_theme", on="name")
def add_theme(*, actor: Actor, name: MultilingualText) -> Theme:
    """Let the room keep a further theme; DomainError `register.theme_known`."""
    hold_register()
    found_themes()
    _refuse_known(name)
    code = slugify(name.texts.get("en", ""))[:19].strip("-") or "theme"
    code = new_slug(code) if code == "theme" or Theme.objects.filter(code=code).exists() else code
    theme = create(Theme, name=name, code=code, position=Theme.objects.count() + 1)
    record(theme, actor=actor)
    return theme


@action("register.amend_theme", on="theme")
def amend_theme(*, actor: Actor, theme: Theme, name: MultilingualText, seen: int | None = None) -> Theme:
    """Reword or translate a theme's name; Stale where somebody was faster, DomainError `register.theme_known`."""
    _refuse_known(name, besides=theme)
    change(theme, seen=seen, name=name)
    record(theme, actor=actor)
    return theme


@action("register.remove_theme", on="theme")
def remove_theme(*, actor: Actor, theme: Theme) -> None:
    """Take out a theme of the room's own that nothing bears; DomainError `register.theme_stands`, `..._in_use`."""
    refuse_unless(theme.code not in STANDING_THEMES, "register.theme_stands")
    refuse_unless(not Recommendation.objects.under_theme(theme.code).exists(), "register.theme_in_use")
    record(theme, actor=actor)
    erase(theme)


def _refuse_known(name: MultilingualText, *, besides: Theme | None = None) -> None:
    others = [theme for theme in all_themes() if besides is None or theme.pk != besides.pk]
    refuse_unless(name.search_text not in {theme.name.search_text for theme in others}, "register.theme_known")
