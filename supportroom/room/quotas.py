"""Quotas: least shares of those invited, as the charter proposes them and each round sets them anew.

A quota is a kind (`vocabulary.QUOTA_KINDS`), for some kinds a value (a place code, an age band, the id of a field of
competence) and a share in per cent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.journal.writing import refuse_unless
from supportroom.people.places import is_place, place_name, places_within, region_choices
from supportroom.people.queries import competences
from supportroom.people.vocabulary import AGE_BANDS, UNSAID
from supportroom.room.vocabulary import AGE, COMPETENCE, NEEDS_VALUE, QUOTA_KINDS, REGION

ALL = 100


@dataclass(frozen=True)
class Share:
    """One quota as plain values."""

    kind: str
    value: str
    percent: int

    @property
    def key(self) -> str:
        """The kind with its value: what a form sends."""
        return f"{self.kind}:{self.value}"

    def as_json(self) -> dict[str, Any]:
        """Give what the charter keeps."""
        return asdict(self)


def refuse_wrong(shares: Sequence[Share]) -> None:
    """Raise DomainError `room.quota_percent`, `room.quota_value`, `room.quota_twice`, `room.quotas_too_many`."""
    known = {str(pk) for pk in competences().values_list("pk", flat=True)}
    for share in shares:
        refuse_unless(1 <= share.percent <= ALL, "room.quota_percent")
        refuse_unless(_is_right(share, known), "room.quota_value")
    refuse_unless(len({share.key for share in shares}) == len(shares), "room.quota_twice")
    refuse_unless(sum(share.percent for share in shares if share.kind == AGE) <= ALL, "room.quotas_too_many")


def _is_right(share: Share, known: set[str]) -> bool:
    if share.kind not in NEEDS_VALUE:
        return share.kind in QUOTA_KINDS and not share.value
    if share.kind == REGION:
        return is_place(share.value)
    return share.value in known if share.kind == COMPETENCE else share.value in AGE_BANDS and share.value != UNSAID


def competence_names() -> dict[str, str]:
    """Give the fields of competence by their id as text, in the reader's language."""
    return {str(each.pk): str(each.name.said_in(get_language() or "")) for each in competences()}


def quota_label(kind: str, value: str, names: Mapping[str, str]) -> str:
    """Say what a quota is about, in the reader's language; `names` are those of the fields of competence."""
    if kind == REGION:
        return _("living in %(place)s") % {"place": place_name(value)}
    if kind == AGE:
        return _("age %(band)s") % {"band": AGE_BANDS.get(value, value)}
    if kind == COMPETENCE:
        return _("competent in %(field)s") % {"field": names.get(value, "–")}
    return str(QUOTA_KINDS[kind])


def quota_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Give everything that a quota can be about, in groups, by its key."""
    names = competence_names()
    plain = [(f"{kind}:", str(name)) for kind, name in QUOTA_KINDS.items() if kind not in NEEDS_VALUE]
    ages = [(f"{AGE}:{band}", quota_label(AGE, band, names)) for band in AGE_BANDS if band != UNSAID]
    fields = [(f"{COMPETENCE}:{key}", name) for key, name in names.items()]
    regions = [
        (group, [(f"{REGION}:{code}", place_name(code)) for code, _name in places])
        for group, places in region_choices()
    ]
    return [(_("Who"), plain), (_("Age"), ages), *([(_("Fields of competence"), fields)] if fields else []), *regions]


def lies_within(code: str, wider: str) -> bool:
    """Tell whether somebody who lives in the one place counts for the other."""
    return code in places_within(wider)
