"""An edition written down, inside the action that publishes it."""

from django.db import transaction

from supportroom.journal.writing import create, refuse_unless
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.site.models import Edition, Publication
from supportroom.site.preparing import Prepared, settle


def add_edition(
    publication: Publication,
    prepared: Prepared,
    *,
    title: MultilingualText,
    summary: MultilingualText,
    note: MultilingualText,
) -> Edition:
    """Add an edition whose files are prepared and move them to their place at the commit.

    DomainError `kernel.not_now` where another edition of that number came first.
    """
    last = publication.editions.order_by("-number").values_list("number", flat=True).first() or 0
    refuse_unless(prepared.number == last + 1, "kernel.not_now")
    edition = create(
        Edition,
        publication=publication,
        number=prepared.number,
        title=title,
        summary=summary,
        note=note,
        published_at=now(),
        files={"folder": prepared.folder, "digests": prepared.digests, "annexes": list(prepared.annexes)},
    )
    # What fails here is no reason to throw the files away: the edition is in the database.
    transaction.on_commit(lambda: settle(edition), robust=True)
    return edition
