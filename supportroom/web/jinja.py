"""The template backend: Jinja2 for our own pages, whatever Django has for the rest.

Django's own Jinja2 backend looks into a folder named ``jinja2`` of every installed app. Ours looks into ``templates``
of our apps alone, so that the Django templates which other packages bring are left to Django's engine. Put it first
in ``TEMPLATES``: a page of ours then wins over a package's page of the same name.
"""

from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import jinja2
from django.apps import apps
from django.conf import settings
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import translation
from django.utils.functional import cached_property

from supportroom.web import deadlines, formatting, places
from supportroom.web.vocabulary import BROKEN, ERROR_PAGES

OUR_APPS = "supportroom."
FILTERS = (
    formatting.isolate,
    formatting.number,
    formatting.localdate,
    formatting.day_known,
    formatting.open_since,
    formatting.date_span,
    formatting.localtime,
    formatting.localspan,
    formatting.localmoment,
    formatting.said,
    formatting.said_in_paragraphs,
    deadlines.in_words,
    deadlines.is_past,
    places.place_known,
)


def url(name: str, /, *args: object, **kwargs: object) -> str:
    """Return the address of a named view, e.g. ``url("rounds:detail", round.slug)``; raises ``NoReverseMatch``."""
    return reverse(name, args=args, kwargs=kwargs) if args or kwargs else plain_url(name)


def plain_url(name: str) -> str:
    """Return the address of a view that takes nothing: every page names some thirty, so each is worked out once."""
    return _worked_out(name, translation.get_language(), get_urlconf() or settings.ROOT_URLCONF, get_script_prefix())


@cache
def _worked_out(name: str, _language: str, urlconf: str, _prefix: str) -> str:
    return reverse(name, urlconf=urlconf)


def absolute(address: str) -> str:
    """Return an address of ours as somebody outside writes it, with the room's host."""
    return f"{settings.ROOM_ADDRESS}{address}"


def error_words(status: int) -> tuple[object, object]:
    """Return a title and a piece of advice for the page of an HTTP status, in words that blame nobody."""
    return ERROR_PAGES.get(status, BROKEN)


def text_direction() -> str:
    """Return ``rtl`` or ``ltr`` for the language of the page that is being made."""
    return "rtl" if translation.get_language_bidi() else "ltr"


def our_template_folders() -> tuple[Path, ...]:
    """Return the ``templates`` folders of our own installed apps, in the order of ``INSTALLED_APPS``."""
    folders = (Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith(OUR_APPS))
    return tuple(folder for folder in folders if folder.is_dir())


class Environment(jinja2.Environment):
    """A Jinja2 environment that speaks our languages and knows our filters.

    A name that a page was not given raises instead of printing nothing; what may be missing says ``default``.
    """

    def __init__(self, **options: Any) -> None:
        """Take Jinja2's options; those that decide about whitespace, safety and extensions are set here."""
        options |= {
            "undefined": jinja2.StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
        }
        super().__init__(**options)
        self.policies["ext.i18n.trimmed"] = True
        self.globals |= {
            "url": url,
            "absolute": absolute,
            "static": static,
            "current_language": translation.get_language,
            "text_direction": text_direction,
            "error_words": error_words,
        }
        self.filters |= {function.__name__: function for function in FILTERS}
        # The extension adds this method when it is loaded, which no type stub can know.
        self.install_gettext_callables(  # type: ignore[attr-defined]
            translation.gettext,
            translation.ngettext,
            newstyle=True,
            pgettext=translation.pgettext,
            npgettext=translation.npgettext,
        )


class Templates(Jinja2):
    """The backend to name in ``TEMPLATES``: ``supportroom.web.jinja.Templates``, with ``APP_DIRS`` true."""

    app_dirname: ClassVar[str] = "templates"

    def __init__(self, params: dict[str, Any]) -> None:
        """Take what stands in ``TEMPLATES``; the environment is ours unless another is named."""
        options = {"environment": "supportroom.web.jinja.Environment"} | params["OPTIONS"]
        super().__init__(params | {"OPTIONS": options})

    @cached_property
    def template_dirs(self) -> tuple[str, ...]:
        """The folders to look in: those named by hand, then those of our apps."""
        folders = our_template_folders() if self.app_dirs else ()
        return tuple(str(folder) for folder in (*self.dirs, *folders))
