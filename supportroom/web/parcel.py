"""What was understood of a file, between its preview and its confirmation: it travels in the form, sealed.

Nothing is stored meanwhile.
"""

from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.db.models import Model

from supportroom.kernel.errors import DomainError

_SECONDS = 2 * 60 * 60


def seal(owner: Model, rows: Sequence[dict[str, Any]]) -> str:
    """Seal rows of plain values for one thing: a round, a library."""
    return signing.dumps(list(rows), salt=_salt(owner), compress=True)


def unseal(owner: Model, parcel: str, refusal: str) -> list[dict[str, Any]]:
    """Open a parcel; DomainError `refusal` when it is older than two hours, changed, or of another thing."""
    try:
        rows: list[dict[str, Any]] = signing.loads(parcel, salt=_salt(owner), max_age=_SECONDS)
    except signing.BadSignature:
        raise DomainError(refusal) from None
    return rows


def _salt(owner: Model) -> str:
    return f"parcel {owner._meta.label_lower} {owner.pk}"
