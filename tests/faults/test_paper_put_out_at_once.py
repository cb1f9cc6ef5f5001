"""A paper published, its summary approved and changed, by several at one instant, on real commits of both databases."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.db import transaction

from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import approve_summary, write_summary
from supportroom.press.approving import digest_of
from supportroom.press.models import Approval
from supportroom.press.queries import approved_summary, pack_of
from supportroom.site.models import Edition, Publication
from supportroom.site.putting_out import put_out
from tests.factories.groups import seat_actor
from tests.factories.papers import freshly
from tests.factories.personas import actor_of
from tests.factories.press import SUMMARY, a_finished_paper, summarised
from tests.factories.rounds import words
from tests.faults.at_once import at_once, raised_by


@pytest.fixture(autouse=True)
def published_folder(settings: LazySettings, tmp_path: Path) -> None:
    settings.PUBLISHED_DIR = tmp_path / "published"


@pytest.fixture
def paper(real_database: Path, clock: time_machine.Traveller, office: Person, team: Person) -> Paper:
    with transaction.atomic():
        return a_finished_paper(clock, office)


def test_of_three_who_publish_one_does_and_nothing_is_left_of_the_others(
    paper: Paper, team: Person, tmp_path: Path
) -> None:
    publishing = [partial(put_out, actor_of(team), freshly(paper), ["en"], MultilingualText()) for _turn in range(3)]
    answers = at_once(*publishing)
    assert len(raised_by(answers)) == 2, answers
    assert (Publication.objects.count(), Edition.objects.count()) == (1, 1)
    assert freshly(paper).state == "published"
    slug = Publication.objects.get().slug
    assert [path.name for path in (tmp_path / "published" / "papers" / slug).iterdir()] == ["1"]
    assert not list((tmp_path / "published").glob(".made-*"))


def test_no_approval_stands_for_words_that_were_changed_at_the_same_instant(paper: Paper) -> None:
    for turn in range(4):
        with transaction.atomic():
            summarised(paper, SUMMARY.reworded("en", f"Turn {turn}."), approved_by=1)
        seen = pack_of(paper)
        approving: Any = partial(
            approve_summary, actor=seat_actor(paper.group, 2), paper=paper, digest=digest_of(seen.summary)
        )
        changing: Any = partial(
            write_summary, actor=seat_actor(paper.group), paper=paper, summary=words(f"Other {turn}")
        )
        at_once(approving, changing)
        assert not approved_summary(paper)
        assert not Approval.objects.exclude(digest=digest_of(pack_of(paper).summary)).exists()
