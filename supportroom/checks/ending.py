"""What the end of a check destroys: answers and roll in its transaction, the key and the disk's traces after it."""

from django.db import connection, transaction

from supportroom.checks.models import CheckAnswer, MembersCheck, RollEntry
from supportroom.checks.vocabulary import OPEN
from supportroom.journal.writing import erase_all
from supportroom.protection.erasing import scrub_disk
from supportroom.protection.handles import destroy_key, has_key


def forget_answers(check: MembersCheck) -> None:
    """Erase the answers and the roll; once that is committed the key dies and the disk is scrubbed."""
    erase_all(check.answers.all())
    erase_all(check.roll_entries.all())
    transaction.on_commit(lambda: finish(check.pk), robust=True)


def finish(check_id: int) -> None:
    """Destroy the key of a check that is over, and what the disk still holds. Harmless when repeated."""
    destroy_key(check_id)
    if not connection.in_atomic_block:
        scrub_disk(CheckAnswer, RollEntry)


def finish_interrupted() -> int:
    """Destroy the keys that a killed server left of checks that are over; give how many there were."""
    ended = MembersCheck.objects.exclude(state=OPEN).values_list("pk", flat=True)
    left = [check_id for check_id in ended if has_key(check_id)]
    for check_id in left:
        finish(check_id)
    return len(left)
