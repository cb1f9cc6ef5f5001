"""Kinds of what is found, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

KINDS = {
    "recommendation": pgettext_lazy("search", "recommendation"),
    "report": pgettext_lazy("search", "report of a round"),
    "paper": pgettext_lazy("search", "joint paper"),
    "statement": pgettext_lazy("search", "statement"),
    "page": pgettext_lazy("search", "page"),
    "news": pgettext_lazy("search", "news"),
    "term": pgettext_lazy("search", "term"),
    "event": pgettext_lazy("search", "event"),
    "briefing": pgettext_lazy("search", "briefing"),
    "question": pgettext_lazy("search", "question"),
}

ERRORS = declare_errors(
    {
        "search.too_long": _("Search for fewer words."),
        "search.away": _("What is published cannot be searched for the moment. The lists show all of it."),
    }
)
