"""Filters, orders, kinds of files and the wording of errors."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors
from supportroom.register.vocabulary import STATES

NEWEST, OLDEST, DUE, MOVED = "newest", "oldest", "due", "moved"
ORDERS = {
    NEWEST: pgettext_lazy("order of recommendations", "newest first"),
    OLDEST: pgettext_lazy("order of recommendations", "asked longest ago first"),
    DUE: pgettext_lazy("order of recommendations", "answer due soonest first"),
    MOVED: pgettext_lazy("order of recommendations", "moved last first"),
}
OPEN = "open"
STATES_ASKED = {OPEN: pgettext_lazy("recommendations", "all that are open"), **STATES}

CSV, XLSX, JSON, STEPS = "csv", "xlsx", "json", "steps"
FILES: Final = {CSV: "CSV", XLSX: "XLSX", JSON: "JSON", STEPS: pgettext_lazy("file", "CSV of every step")}

BY_ADDRESSEE, BY_ROUND, BY_PILLAR, BY_YEAR = "addressee", "round", "pillar", "year"
WAYS = {
    BY_ADDRESSEE: pgettext_lazy("figures", "By addressee"),
    BY_ROUND: pgettext_lazy("figures", "By round"),
    BY_PILLAR: pgettext_lazy("figures", "By pillar"),
    BY_YEAR: pgettext_lazy("figures", "By year"),
}
COLUMN = {
    BY_ADDRESSEE: pgettext_lazy("column of a table", "Addressee"),
    BY_ROUND: pgettext_lazy("column of a table", "Round"),
    BY_PILLAR: pgettext_lazy("column of a table", "Pillar"),
    BY_YEAR: pgettext_lazy("column of a table", "Year"),
}

ERRORS = declare_errors({"followup.unknown_filter": _("This filter is not known: %(name)s.")})
