"""A copy of the public site is asked for; the clock has it made."""

from django.db import transaction

from supportroom.journal.door import action, record
from supportroom.kernel.actors import Actor
from supportroom.outlets.copies import note_wish


@action("outlets.ask_copy", on="copy")
def ask_copy(*, actor: Actor, copy: str = "site") -> None:
    """Ask for a new copy; asked for twice before it is made, it is made once."""
    record(f"outlets:{copy}", actor=actor)
    transaction.on_commit(note_wish)
