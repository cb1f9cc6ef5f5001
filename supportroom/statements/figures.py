"""Participants in figures, as a report tells them: counted from the round until the report is adopted, then kept.

Who came on which day is forgotten when a report is published; its corrections go on telling what was adopted (S19).
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import direction_of
from supportroom.people import places
from supportroom.protection.figures import ProtectedCounts, names_that_may_be_told, protect_counts
from supportroom.rounds.attendance import who_came
from supportroom.rounds.models import Round
from supportroom.statements.models import Report
from supportroom.statements.vocabulary import COARSER_GENDERS, GENDER_CELLS, PLACES

_ARABIC = re.compile("[\u0620-\u064a]")


@dataclass(frozen=True)
class Figures:
    """Participants in figures: how many, by gender as far as it can be told, and where many of them live.

    Where they live is told without numbers: a table that is shown at one time and not at another would tell by that
    alone that somebody lives where few do.
    """

    count: int
    gender: ProtectedCounts
    places: tuple[str, ...]


def figures_of(round: Round) -> Figures:
    """Give a round's participants in protected figures: those adopted with its report, else counted now."""
    kept = Report.objects.filter(round=round).values_list("figures", flat=True).first()
    return _read(kept) if kept else _count(round)


def figures_to_keep(round: Round) -> dict[str, Any]:
    """Count a round's participants once more, as plain values that a report keeps, with places in every language."""
    spoken = dict.fromkeys([*(code for code, _name in settings.LANGUAGES), *round.languages])
    told: dict[str, list[str]] = {}
    for language in spoken:
        with override(language):
            figures = _count(round)
            told[language] = list(figures.places)
    in_order = [[name, count] for name, count in figures.gender.shown.items()]  # PostgreSQL sorts the keys of an object
    return {"count": figures.count, "gender": in_order, "places": told}


def _read(kept: dict[str, Any]) -> Figures:
    told = kept["places"]
    here = told.get(get_language() or "", next(iter(told.values()), []))
    return Figures(kept["count"], ProtectedCounts(kept["count"], dict(kept["gender"])), tuple(here))


def _count(round: Round) -> Figures:
    """Count who came, or everybody where nobody was checked in."""
    people = list(who_came(round).values_list("gender", "residence"))
    gender = Counter(dict.fromkeys(GENDER_CELLS.values(), 0))
    gender.update(GENDER_CELLS[said] for said, _residence in people)
    lived_in = Counter(place_name(residence) for _gender, residence in people if residence.strip())
    return Figures(
        count=len(people),
        gender=protect_counts(gender, coarser=COARSER_GENDERS),
        places=names_that_may_be_told(lived_in),
    )


def place_name(kept: str) -> str:
    """Give a place of residence in the language of the page: a place code, one of the names known, or one typed in two
    languages with a stroke between them ("عمّان / Amman"); else as it was typed.
    """
    if places.is_place(kept):
        return places.place_name(kept)
    known = {fold(key): str(name) for key, name in PLACES.items()}
    here = direction_of(get_language() or "")
    halves = [half.strip() for half in kept.split(" / ")]
    fitting = [half for half in halves if (_ARABIC.search(half) is not None) == (here == "rtl")]
    return next((known[fold(half)] for half in halves if fold(half) in known), (fitting or [kept.strip()])[0])
