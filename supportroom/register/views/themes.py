"""The room's cross-cutting themes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register import actions
from supportroom.register.forms.keeping import ThemeForm
from supportroom.register.models import Theme
from supportroom.register.showing import team_tabs
from supportroom.register.themes import all_themes
from supportroom.register.views.fetching import find, posted, take_step
from supportroom.register.vocabulary import STANDING_THEMES
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def theme_list(request: Asking) -> HttpResponse:
    """Show the themes, and add one."""
    require(request.actor, "register.read_register")
    form = ThemeForm(posted(request), languages=languages_spoken())
    status = save(request, form, actions.add_theme, actor=request.actor)
    if status == DONE:
        return redirect("register:theme_list")
    rows = [(theme, theme.code in STANDING_THEMES, not theme._state.adding) for theme in all_themes()]
    context = {"tabs": team_tabs("themes"), "form": form, "rows": rows}
    return render(request, "register/themes.html", context, status=status)


def theme_edit(request: Asking, theme_id: int) -> HttpResponse:
    """Reword or translate a theme's name."""
    require(request.actor, "register.amend_theme")
    theme = find(Theme.objects.all(), theme_id)
    seen, values = seen_in(request, theme), ThemeForm.values_of(theme)
    form = ThemeForm(posted(request), languages=languages_spoken(), initial=values)
    asked = {"actor": request.actor, "theme": theme, "seen": seen}
    status = save(request, form, actions.amend_theme, edits=theme, now=ThemeForm.values_of, **asked)
    if status == DONE:
        return redirect("register:theme_list")
    context = {"tabs": team_tabs("themes"), "form": form, "theme": theme}
    context["seen"] = theme.version if status == OVERTAKEN else seen
    return render(request, "register/theme_edit.html", context, status=status)


@require_POST
def theme_remove(request: Asking, theme_id: int) -> HttpResponse:
    """Take out a theme that nothing bears."""
    require(request.actor, "register.remove_theme")
    theme = find(Theme.objects.all(), theme_id)
    take_step(request, actions.remove_theme, gettext("It was taken out."), theme=theme)
    return redirect("register:theme_list")
