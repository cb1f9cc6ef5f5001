"""References between their preview and their confirmation: they travel in the form, sealed; nothing is stored."""

from collections.abc import Sequence
from typing import Any

from django.core import signing

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.errors import DomainError

_SALT = "library.references"
_SECONDS = 2 * 60 * 60


def pack(group: WorkingGroup, rows: Sequence[dict[str, Any]]) -> str:
    """Seal what was understood of a file for one library."""
    return signing.dumps({"group": group.pk, "rows": list(rows)}, salt=_SALT, compress=True)


def unpack(group: WorkingGroup, parcel: str) -> list[dict[str, Any]]:
    """Open it; DomainError `library.preview_over` when it is old, changed, or of another library."""
    try:
        content = signing.loads(parcel, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        raise DomainError("library.preview_over") from None
    if content["group"] != group.pk:
        raise DomainError("library.preview_over")
    rows: list[dict[str, Any]] = content["rows"]
    return rows
