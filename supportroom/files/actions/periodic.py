"""A quarantined file released or refused by the scanner's answer; allowances of days that are over forgotten."""

from django.db import transaction

from supportroom.files.keeping import path_of
from supportroom.files.lifecycle import FILE
from supportroom.files.models import Allowance, StoredFile
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, erase_all
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Person


@action("files.release_file", on="file")
def release_file(*, actor: Actor, file: StoredFile) -> StoredFile:
    """Let a file that waited be handed out; DomainError `kernel.not_now` where it does not wait."""
    advance(file, FILE, "release")
    record(file, actor=actor)
    return file


@action("files.refuse_file", on="file")
def refuse_file(*, actor: Actor, file: StoredFile) -> StoredFile:
    """Hold a file back for good, and delete its bytes; DomainError `kernel.not_now` where it does not wait."""
    advance(file, FILE, "refuse")
    stored = file.stored
    transaction.on_commit(lambda: path_of(stored).unlink(missing_ok=True))
    record(file, actor=actor)
    return file


@action("files.forget_allowances", on="allowances")
def forget_allowances(*, actor: Actor, allowances: None = None) -> None:
    """Forget how much people brought on days that are over."""
    count = erase_all(Allowance.objects.filter(day__lt=now().date()))
    record("files.allowances", actor=actor, days=count)


def forget_person(person: Person) -> None:
    """Forget how much somebody brought; inside the action that forgets them (S43)."""
    erase_all(Allowance.objects.filter(person=person))
