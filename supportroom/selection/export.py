"""The list as a file for the team: who, from where, in which group; what people say of themselves stays in the room.

The columns are those of a list of participants, so that the file can be brought back in (`rounds.roster`).
"""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.rounds.vocabulary import COLUMN_NAMES
from supportroom.selection.models import Listing
from supportroom.selection.vocabulary import WAYS
from supportroom.web.sheets import Cell, sheet_of


def sheet_of_list(listings: Iterable[Listing], kind: str) -> HttpResponse:
    """Answer with these entries, their persons, organisations and groups fetched along, as CSV or XLSX."""
    heads: list[Cell] = [str(COLUMN_NAMES[name]) for name in ("name", "organisation", "group", "language")]
    rows: list[list[Cell]] = [[*heads, _("Way"), _("State")], *map(_cells, listings)]
    return sheet_of(rows, kind, "list", _("List"))


def _cells(listing: Listing) -> list[Cell]:
    person, here = listing.person, get_language() or ""
    return [
        name_for(person, TEAM),
        person.organisation.name if person.organisation else "",
        str(listing.group.name.said_in(here)) if listing.group else "",
        person.language,
        str(WAYS[listing.way]),
        _("withdrawn") if listing.has_left else "",
    ]
