"""Which of the room's standing pages the public can read: the foot of every page names them, so it is kept a moment."""

import time
from typing import Any

from supportroom.pages.models import Page, PageEdition
from supportroom.pages.vocabulary import PUBLISHED, STANDING

_SECONDS = 2.0
_kept: dict[str, Any] = {"editions": None, "until": 0.0}


def standing_editions() -> dict[str, PageEdition]:
    """Give the newest edition of each published standing page, by kind, in their order. Kept for two seconds."""
    if _kept["editions"] is None or time.monotonic() > _kept["until"]:
        found = _read()
        _kept.update(editions=found, until=time.monotonic() + _SECONDS)
    kept: dict[str, PageEdition] = _kept["editions"]
    return kept


def _read() -> dict[str, PageEdition]:
    pages = Page.objects.filter(kind__in=STANDING, state=PUBLISHED)
    editions = PageEdition.objects.filter(page__in=pages).select_related("page").defer("content").order_by("number")
    newest = {edition.page.kind: edition for edition in editions}
    return {kind: newest[kind] for kind in STANDING if kind in newest}


def forget_standing() -> None:
    """Read them anew next time: one was published or taken down, or a test begins."""
    _kept.update(editions=None, until=0.0)
