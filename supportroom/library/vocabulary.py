"""Kinds of source, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors

ARTICLE, BOOK, CHAPTER, LAW, REPORT, PAGE, OTHER = "article", "book", "chapter", "law", "report", "page", "other"
SOURCE_KINDS = {
    ARTICLE: _("Article"),
    BOOK: _("Book"),
    CHAPTER: _("Chapter"),
    LAW: _("Law"),
    REPORT: _("Report"),
    PAGE: _("Web page"),
    OTHER: _("Other source"),
}

ERRORS = declare_errors(
    {
        "library.key_taken": _("Another source of this library has this key."),
    }
)
