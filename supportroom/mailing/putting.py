"""Putting a mail to an address into the outbox, inside another app's action: it leaves if the action's writes stand."""

from collections.abc import Iterable
from datetime import datetime

from supportroom.journal.writing import create, create_many
from supportroom.kernel.clock import now
from supportroom.mailing.models import Envelope


def put_in(
    kind: str, thing: str, address: str, language: str, *, secret: str = "", due_at: datetime | None = None
) -> Envelope:
    """Put a mail to an address into the outbox: of a kind that `words.words_of` knows, about a thing, in a language.

    `secret` is a token that the mail carries; like the address it is forgotten once the mail has left.
    """
    moment = now()
    return create(
        Envelope, kind=kind, thing=thing, address=address, language=language, secret=secret,
        written_at=moment, due_at=due_at or moment,
    )  # fmt: skip


def put_in_many(kind: str, thing: str, to: Iterable[tuple[str, str, str]]) -> int:
    """Put the same mail to many addresses into the outbox, each with its language and secret; give how many."""
    moment = now()
    shared = {"kind": kind, "thing": thing, "written_at": moment, "due_at": moment}
    rows = [shared | {"address": address, "language": language, "secret": secret} for address, language, secret in to]
    return len(create_many(Envelope, rows))
