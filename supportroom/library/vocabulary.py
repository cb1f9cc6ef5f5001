"""Kinds of source, fields, styles of citation, and the wording of errors."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

ARTICLE, BOOK, CHAPTER, LAW, REPORT, PAGE, OTHER = "article", "book", "chapter", "law", "report", "page", "other"
SOURCE_KINDS = {
    ARTICLE: _("Article"),
    BOOK: _("Book"),
    CHAPTER: _("Chapter"),
    LAW: pgettext_lazy("source", "Law"),
    REPORT: pgettext_lazy("source", "Report"),
    PAGE: _("Web page"),
    OTHER: _("Other source"),
}
FIELD_NAMES: dict[str, Any] = {
    "key": _("Key"),
    "kind": _("Kind of source"),
    "title": pgettext_lazy("source", "Title"),
    "language": _("Language"),
    "authors": _("Authors"),
    "editors": _("Editors"),
    "issued": _("Year or day of publication"),
    "container": _("Journal, collection or gazette"),
    "publisher": _("Publisher"),
    "place": _("Place of publication"),
    "volume": _("Volume"),
    "issue": _("Issue"),
    "pages": _("Pages"),
    "number": _("Number of the law, report or document"),
    "doi": "DOI",
    "isbn": "ISBN",
    "address": _("Web address"),
    "accessed_on": _("Read there on"),
    "abstract": _("Abstract"),
}
LANGUAGE_NAMES = {
    "ar": _("Arabic"),
    "en": _("English"),
    "fr": _("French"),
    "ku": _("Kurdish"),
    "tr": _("Turkish"),
    "de": _("German"),
    "es": _("Spanish"),
    "fa": _("Persian"),
    "ru": _("Russian"),
    "it": _("Italian"),
    "nl": _("Dutch"),
    "sv": _("Swedish"),
}
NOTES, AUTHOR_DATE, BRACKETS, INSTITUTIONS = "notes", "author_date", "year_in_brackets", "institutions"
STYLES = {
    NOTES: _("Notes in full"),
    AUTHOR_DATE: _("Author and year"),
    BRACKETS: _("Author (year)"),
    INSTITUTIONS: _("Laws and institutions"),
}

ERRORS = declare_errors(
    {
        "library.key_taken": _("Another source of this library has this key."),
        "library.key_form": _("A key has letters and digits, no spaces: for example hamdan2021."),
        "library.key_cited": _("The draft cites this source by its key, so the key stays."),
        "library.cited": _("The draft cites this source. Take the citations out first."),
        "library.already_there": _("This library has it already, as %(key)s. Tick below if it is another one."),
        "library.doi": _("This is no DOI. It looks like 10.1234/abc."),
        "library.isbn": _("This is no ISBN: the check digit or the number of digits is wrong."),
        "library.issued": _("Write a year, or a day like 2021-03-05."),
        "library.address": _("A web address begins with https:// or http://."),
        "library.removed": _("This source was taken out of the library."),
        "library.not_at_work": _("The library can be changed while the group is at work."),
        "library.has_file": _("This source has a file already. Take it off first."),
        "library.preview_over": _("This preview is over. Bring the file again."),
        "library.no_references": _("No references were found in this file."),
        "library.too_many": _("The file has more than %(limit)s references. Bring it in parts."),
        "library.reference_kind": _("Bring a RIS file (.ris) or a BibTeX file (.bib)."),
        "library.reference_broken": _("This file cannot be read as RIS or BibTeX. Export it again."),
    }
)
ROW_PROBLEMS = {
    "unreadable": _("This entry cannot be read."),
    "no_title": _("It has no title."),
    "doi": _("Its DOI is not right."),
    "isbn": _("Its ISBN is not right: a digit is wrong or missing."),
    "issued": _("Its year is not right."),
    "address": _("Its web address is not right."),
    "too_long": _("One of its fields is too long."),
}
