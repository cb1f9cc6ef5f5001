"""The reasons of an appointment in words: all of them for the team, for publication without what names anybody.

A published reason holds no name, no place and no trait that a quota asks about: with three to five people each of them
could point at somebody.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, ngettext, override, pgettext_lazy
from django.utils.translation import gettext as _

from supportroom.groups.appointing import NONE, SOLID, SOLID_YEARS, SOME, STRONG, STRONG_YEARS, Ground, Placed
from supportroom.kernel.multilingual import CURRENT, MultilingualText
from supportroom.people.places import place_name
from supportroom.people.queries import competences
from supportroom.room.quotas import quota_label

LEVELS = {
    STRONG: pgettext_lazy("competence", "strong"),
    SOLID: pgettext_lazy("competence", "solid"),
    SOME: pgettext_lazy("competence", "some"),
    NONE: pgettext_lazy("competence", "none said"),
}
DECIDED_BY = {
    "competence": gettext_lazy("competence"),
    "spread": gettext_lazy("geographical spread"),
    "quotas": gettext_lazy("the room's quotas"),
    "fields": gettext_lazy("more of the fields asked for"),
    "years": gettext_lazy("more years"),
    "lot": gettext_lazy("lot: equal in everything else"),
}
_PLAIN = {
    "no_field": gettext_lazy("none of the fields asked for"),
    "no_years": gettext_lazy("no years said"),
    "works": gettext_lazy("shows works"),
    "no_home": gettext_lazy("does not say where they live"),
    "no_work": gettext_lazy("does not say where they work"),
    "conflict": gettext_lazy("declares an interest"),
    "one_place": gettext_lazy("All of them live in one place."),
}
_PLACES = {
    "new_home": gettext_lazy("lives in %(place)s, as nobody before"),
    "known_home": gettext_lazy("lives in %(place)s, like somebody before"),
    "new_work": gettext_lazy("works in %(place)s, as nobody before"),
    "known_work": gettext_lazy("works in %(place)s, like somebody before"),
}
Names = Mapping[str, str]


def in_words(ground: Ground, names: Names) -> str:
    """Say a reason to the team, in the reader's language; `names` are those of the fields of competence."""
    if ground.code in _PLAIN:
        return str(_PLAIN[ground.code])
    if ground.code in _PLACES:
        return str(_PLACES[ground.code]) % {"place": place_name(ground.about["place"])}
    return _SAID[ground.code](ground.about, names)


def _fields(about: Mapping[str, Any], names: Names) -> str:
    fields = _(", ").join(names.get(str(key), "–") for key in about["fields"])
    return _("%(fields)s (%(count)s of %(of)s asked for)") % {
        "fields": fields,
        "count": len(about["fields"]),
        "of": about["of"],
    }


def _years(about: Mapping[str, Any], _names: Names) -> str:
    return ngettext("%(num)s year", "%(num)s years", about["years"]) % {"num": about["years"]}


def _places(about: Mapping[str, Any], _names: Names) -> str:
    return ngettext("They live in %(num)s place.", "They live in %(num)s different places.", about["count"]) % {
        "num": about["count"]
    }


def _quota(about: Mapping[str, Any], names: Names) -> str:
    kind, _colon, value = about["quota"].partition(":")
    return _("helps a quota: %(quota)s") % {"quota": quota_label(kind, value, names)}


_SAID: dict[str, Callable[[Mapping[str, Any], Names], str]] = {
    "level": lambda about, _names: _("competence: %(level)s") % {"level": LEVELS[about["level"]]},
    "fields": _fields,
    "years": _years,
    "quota": _quota,
    "places": _places,
    "covered": lambda about, _names: _("%(count)s of the %(of)s fields asked for are covered.") % about,
    "quotas": lambda about, _names: _("%(met)s of the room's %(of)s quotas are met.") % about,
    "conflicts": lambda about, _names: ngettext(
        "%(num)s of them declared an interest.", "%(num)s of them declared an interest.", about["count"]
    ) % {"num": about["count"]},
    "candidates": lambda about, _names: ngettext(
        "%(num)s person stood.", "%(num)s people stood.", about["count"]
    ) % {"num": about["count"]},
    "departures": lambda about, _names: ngettext(
        "The team departed from the ranking for %(num)s person, with a written reason.",
        "The team departed from the ranking for %(num)s people, with a written reason for each.",
        about["count"],
    ) % {"num": about["count"]},
    "as_ranked": lambda _about, _names: _("The appointment follows the ranking."),
}  # fmt: skip


def published_reason(placed: Placed) -> MultilingualText:
    """Give the sentence that is proposed for publication, in each language of the interface."""
    return published_reasons([placed])[placed.stander.key]


def published_reasons(ranking: Sequence[Placed]) -> dict[int, MultilingualText]:
    """Give the sentences that are proposed for publication, by the candidates' keys."""
    here = get_language() or "en"
    said: dict[int, dict[str, str]] = {placed.stander.key: {} for placed in ranking}
    known = list(competences())
    for code, _name in settings.LANGUAGES:
        with override(code):
            names = {str(each.pk): str(each.name.said_in(code)) for each in known}
            for placed in ranking:
                said[placed.stander.key][code] = _published(placed, names)
    states = {code: CURRENT for code, _name in settings.LANGUAGES if code != here}
    return {key: MultilingualText(here, texts, states) for key, texts in said.items()}


def _published(placed: Placed, names: Names) -> str:
    parts = []
    for ground in placed.grounds:
        if ground.code == "fields":
            fields = _(", ").join(names.get(str(key), "–") for key in ground.about["fields"])
            parts.append(_("competent in %(fields)s") % {"fields": fields})
        elif ground.code == "years":
            parts.append(_span(ground.about["years"]))
        elif ground.code == "works":
            parts.append(_("published works or studies"))
    if any(ground.code == "new_home" for ground in placed.grounds):
        parts.append(_("brings a place where nobody else of the group lives"))
    return _("Appointed for: %(reasons)s.") % {"reasons": _("; ").join(parts)} if parts else ""


def _span(years: int) -> str:
    if years >= STRONG_YEARS:
        return _("eight years of work or more")
    return _("three years of work or more") if years >= SOLID_YEARS else _("first years of work in the field")
