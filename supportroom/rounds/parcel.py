"""A list between its preview and its confirmation: it travels in the form, sealed; nothing is stored meanwhile."""

from collections.abc import Sequence
from typing import Any

from django.core import signing

from supportroom.kernel.errors import DomainError
from supportroom.rounds.models import Round
from supportroom.rounds.roster import Entry

_SALT = "rounds.participants"
_SECONDS = 2 * 60 * 60


def pack(round: Round, entries: Sequence[Entry]) -> str:
    """Seal what was understood of a list for one round."""
    rows = [entry.as_row() for entry in entries]
    return signing.dumps({"round": round.pk, "rows": rows}, salt=_SALT, compress=True)


def unpack(round: Round, parcel: str) -> list[dict[str, Any]]:
    """Open a sealed list; DomainError `rounds.preview_over` when it is old, changed, or of another round."""
    try:
        content = signing.loads(parcel, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        raise DomainError("rounds.preview_over") from None
    if content["round"] != round.pk:
        raise DomainError("rounds.preview_over")
    rows: list[dict[str, Any]] = content["rows"]
    return rows
