"""The style guide: every component in every state, in both directions side by side.

Each section is a template of `templates/web/styleguide/`, made twice: with English words and with Arabic ones. The
page is for those who build and review the room; `settings.STYLE_GUIDE` says whether it can be seen.
"""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from supportroom.kernel.clock import now
from supportroom.web import samples
from supportroom.web.stylesheet import FURTHER

SECTIONS: Final = (
    ("type", _("Letters and texts")),
    ("page", _("The head of a page")),
    ("phase", _("Phases, tabs, steps")),
    ("state", _("States, counts, deadlines")),
    ("button", _("Buttons")),
    ("field", _("Fields")),
    ("tally", _("Checks")),
    ("table", _("Tables")),
    ("chart", _("Pictures of figures")),
    ("notice", _("Notices")),
    ("board", _("Session board")),
    ("document", _("Published document")),
)


def specimen(section: str, words: samples.Words, request: HttpRequest) -> Markup:
    """Return a section made with one language's words, in that language and direction."""
    moment = now()
    context = {
        "w": words,
        "form": samples.SampleForm(words),
        "wrong_form": samples.SampleForm(words, filled=False),
        "soon": moment + timedelta(days=2, hours=5),
        "past": moment - timedelta(days=3),
        "token": Markup('<input type="hidden" name="once" value="sample">'),
    }
    with translation.override(words.language):
        context["drawings"] = samples.drawings(words)
        html = render_to_string(f"web/styleguide/{section}.html", context, request)
    return Markup(html)  # noqa: S704 - our own template made it


@login_not_required
def show(request: HttpRequest) -> HttpResponse:
    """Show all sections, English beside Arabic; raises ``Http404`` where the style guide is switched off."""
    if not settings.STYLE_GUIDE:
        raise Http404
    sections = [
        (name, title, [(words, specimen(name, words, request)) for words in samples.BOTH]) for name, title in SECTIONS
    ]
    return render(request, "web/styleguide.html", {"sections": sections, "sheets": list(FURTHER)})
