"""Killed between each step: no row without its file (R03), and what is to be told is told once (R08)."""

import hashlib
import random
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import transaction

from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import path_of
from supportroom.files.models import StoredFile
from supportroom.files.sweeping import remove_orphans
from supportroom.files.vocabulary import TEXT
from supportroom.journal.models import Untold
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.once import keyed
from supportroom.notices.models import Notice
from supportroom.notices.telling import tell
from supportroom.people.actions import give_role, take_role
from supportroom.people.models import Person
from supportroom.workroom.models import Attachment, Post
from tests.factories.groups import a_group_at_work
from tests.factories.personas import make_person
from tests.factories.workroom import a_thread, posted
from tests.faults.lives import life

MOST_POINTS = 300
JOBS, LIVES, SEED = 1000, 40, 20230614
Record = Callable[[str, object], None]


@pytest.fixture
def files(real_database: Path, settings: Any) -> Path:
    """The folder of the room's files, on a disk that other processes see."""
    settings.FILES_DIR = real_database / "files"
    return real_database / "files"


def test_r03_a_process_killed_between_each_step_of_keeping_a_file_leaves_no_row_without_it(
    files: Path, room: None, member: Person, record_property: Record
) -> None:
    with transaction.atomic():
        thread = a_thread(a_group_at_work(member))
    sent = Cleaned("scan.txt", TEXT, b"What was seen. " * 1000)
    lives = 0

    def bring() -> None:
        with keyed("one form"):
            posted(thread, member, "As you see", files=[sent])

    while not life(bring, lives + 1):
        lives += 1
        assert lives < MOST_POINTS
        whole = [path_of(file.stored) for file in StoredFile.objects.all()]
        assert all(hashlib.sha256(path.read_bytes()).hexdigest() == sent.digest for path in whole)
    assert lives > 20
    assert life(bring, 0), "the same form, once more"
    assert Post.objects.count() == Attachment.objects.count() == StoredFile.objects.count() == 1
    lying = {path.name for path in files.glob("*/*")}
    with time_machine.travel(now() + timedelta(minutes=59)):
        swept = remove_orphans()
    assert {path.name for path in files.glob("*/*")} == {StoredFile.objects.get().stored}
    assert swept == len(lying) - 1 > 0
    record_property("killed", f"{lives} points, rows without a file 0, doubled 0, orphans swept {swept} of {swept}")


def test_r08_a_thousand_entries_are_told_once_each_by_tellers_killed_at_any_statement(
    real_database: Path, room: None, record_property: Record
) -> None:
    chance = random.Random(SEED)
    with transaction.atomic():
        people = [make_person(f"Somebody {number} Invented", "member") for number in range(4)]
    tell(by_mail=False)
    before = Notice.objects.count()
    with transaction.atomic():
        for job in range(JOBS):
            change = take_role if job // len(people) % 2 else give_role
            change(actor=SYSTEM, person=people[job % len(people)], role="observer")
    waiting = set(Untold.objects.values_list("entry", flat=True))
    assert len(waiting) == JOBS
    killed = sum(not life(tell, chance.randrange(1, 40)) for _life in range(LIVES))
    assert life(tell, 0)
    told = Counter(Notice.objects.filter(entry__in=waiting).values_list("entry", flat=True))
    assert set(told) == waiting, f"seed {SEED}"
    assert set(told.values()) == {1}, f"seed {SEED}"
    assert Notice.objects.count() == before + JOBS
    assert not Untold.objects.exists()
    assert killed > LIVES // 2
    record_property("killed", f"{killed} tellers, {JOBS} jobs, lost 0, told twice 0, seed {SEED}")
