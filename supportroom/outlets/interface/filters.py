"""What may be asked for: each filter reads its value or says what is wrong with it. Pure."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MOST_A_PAGE, USUAL_A_PAGE, LAST_PAGE = 100, 50, 1_000_000
Read = Callable[[str], Any]


class UnreadError(ValueError):
    """A value that a filter cannot take; the words say why, in the reader's language."""


@dataclass(frozen=True)
class Filter:
    """One filter: its name, what it does, how its value is described (JSON Schema) and read."""

    name: str
    words: Promise
    schema: Mapping[str, Any]
    read: Read


def one_of(name: str, words: Promise, values: Collection[str]) -> Filter:
    """Give a filter that takes one of a few words."""

    def read(value: str) -> str:
        if value not in values:
            raise UnreadError(_("It must be one of: %(values)s.") % {"values": ", ".join(values)})
        return value

    return Filter(name, words, {"type": "string", "enum": list(values)}, read)


def whole(name: str, words: Promise, least: int, most: int) -> Filter:
    """Give a filter that takes a whole number between two."""

    def read(value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
            raise UnreadError(
                _("It must be a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
            )
        return int(value)

    return Filter(name, words, {"type": "integer", "minimum": least, "maximum": most}, read)


def day(name: str, words: Promise) -> Filter:
    """Give a filter that takes a day."""

    def read(value: str) -> date:
        try:
            return date.fromisoformat(value if len(value) == len("2020-09-14") else "")
        except ValueError:
            raise UnreadError(_("It must be a day, like 2020-09-14.")) from None

    return Filter(name, words, {"type": "string", "format": "date"}, read)


def word(name: str, words: Promise) -> Filter:
    """Give a filter that takes the short name of a thing, as it stands in addresses."""

    def read(value: str) -> str:
        if not (value.isascii() and value.replace("-", "").replace("_", "").isalnum() and len(value) <= 40):
            raise UnreadError(_("It must be the short name of a thing, as it stands in its address."))
        return value

    return Filter(name, words, {"type": "string", "maxLength": 40}, read)


PAGING: Final = (
    whole("page", _("Which page of the list, from 1."), 1, LAST_PAGE),
    whole("per_page", _("How many on a page."), 1, MOST_A_PAGE),
)


def read_all(filters: Collection[Filter], given: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Read what was asked for: values by filter, and by name what is wrong; an unknown name is wrong."""
    known = {one.name: one for one in filters}
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name, value in given.items():
        try:
            values[name] = known[name].read(value)
        except KeyError:
            wrong[name] = str(_("This filter is not known. Known are: %(names)s.") % {"names": ", ".join(known)})
        except UnreadError as error:
            wrong[name] = str(error)
    return values, wrong
