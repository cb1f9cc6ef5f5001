"""Where people live: codes and names of countries (ISO 3166-1) and of their regions (ISO 3166-2, as in UN/LOCODE).

The codes come from the files of `pycountry`, countries' names from CLDR (Babel); both are read when somebody first asks
and not before: a room at rest does without. Only the countries that the charter names are told apart by region.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.kernel.arabic import fold
from supportroom.people.place_names import EVERYDAY_NAMES

Choices = list[tuple[str, str]]
LONGEST_CODE = 10
_reads: dict[str, Callable[[], Sequence[str]]] = {"countries": tuple}


def told_apart_by(countries: Callable[[], Sequence[str]]) -> None:
    """Take from the floor above, in its `ready()`, how to read which countries are told apart by region."""
    _reads["countries"] = countries


def countries_told_apart() -> list[str]:
    """Give the codes of the countries whose regions are told apart, as the charter has them."""
    return [code for code in _reads["countries"]() if code in _country_codes()]


def region_choices() -> list[tuple[str, Choices]]:
    """Give the places to choose from in groups, named in the reader's language.

    The regions of each country that is told apart, with the country itself for who says no more; then other countries.
    """
    apart = countries_told_apart()
    groups = []
    for country in apart:
        name = place_name(country)
        regions = _by_name((code, place_name(code)) for code in regions_of(country))
        groups.append((name, [(country, _("%(country)s, no region said") % {"country": name}), *regions]))
    return [*groups, (_("Other countries"), _by_name((c, n) for c, n in country_choices() if c not in apart))]


def country_choices() -> Choices:
    """Give all countries by name."""
    return _by_name((code, place_name(code)) for code in _country_codes())


def _by_name(places: Any) -> Choices:
    return sorted(places, key=lambda place: fold(place[1]))


def place_name(code: str) -> str:
    """Give what a place is called in the reader's language; a code that nobody knows is its own name."""
    if code in EVERYDAY_NAMES:
        return str(EVERYDAY_NAMES[code])
    if "-" in code:
        region = regions_of(code[:2]).get(code)
        return region[0] if region else code
    return _country_names(get_language() or "en").get(code, code)


def is_country(code: str) -> bool:
    """Tell whether this is the two-letter code of a country."""
    return code in _country_codes()


def is_place(code: str) -> bool:
    """Tell whether this is the code of a country or of a region."""
    return code in _country_codes() or code in regions_of(code[:2])


def places_within(code: str) -> tuple[str, ...]:
    """Give the codes of a place and of all that lies in it: a country's regions, a region's parts."""
    regions = regions_of(code[:2])
    inside = regions if "-" not in code else [part for part, (_name, above) in regions.items() if above == code]
    return (code, *inside)


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(_read("iso3166-1.json", lambda row: row["alpha_2"] if "alpha_2" in row else row["3166-1"]))


def regions_of(country: str) -> dict[str, tuple[str, str]]:
    """Give a country's regions: official name, and the code of the region that it lies in, if it lies in one."""
    return _regions_of(country) if country in _country_codes() else {}


@cache
def _regions_of(country: str) -> dict[str, tuple[str, str]]:
    def kept(row: dict[str, Any]) -> Any:
        if "3166-2" in row:
            return row["3166-2"]
        above = row.get("parent") or ""
        above = above if "-" in above or not above else f"{country}-{above}"
        return (row["code"], (row["name"], above)) if row["code"].startswith(f"{country}-") else None

    return dict(filter(None, _read("iso3166-2.json", kept)))


def _read(name: str, kept: Callable[[dict[str, Any]], Any]) -> list[Any]:
    """Read a file of pycountry row by row, keeping what is wanted: its own tables take forty times the memory."""
    import pycountry  # noqa: PLC0415 - read when first asked

    rows: list[Any] = json.loads(Path(pycountry.DATABASE_DIR, name).read_bytes(), object_hook=kept)
    return rows


@cache
def _country_names(language: str) -> dict[str, str]:
    """Give every country's name in a language, in English where CLDR has none."""
    names = {} if language == "en" else _country_names("en")
    return {code: names.get(code, code) for code in _country_codes()} | _names_by_cldr(language)


def _names_by_cldr(language: str) -> dict[str, str]:
    """Read countries' names from a language's file and let go of the rest of it, which nobody here asks for."""
    from babel import localedata  # noqa: PLC0415 - megabytes that a room at rest does without

    if not localedata.exists(language):
        return {}
    read = localedata.load(language, merge_inherited=False).get("territories", {})
    names = {code: str(read[code]) for code in _country_codes() if code in read}
    getattr(localedata, "_cache", {}).pop(language, None)  # Babel would keep all of it for ever
    return names
