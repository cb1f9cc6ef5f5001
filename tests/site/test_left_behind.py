"""Files that were made and did not get to their address: what nobody published goes, what is published stays."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as given
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.site.actions import publish_report
from supportroom.site.models import Edition
from supportroom.site.places import REPORTS
from supportroom.site.preparing import prepare_edition, sweep
from supportroom.site.preparing.files import Frame, prepare
from supportroom.site.preparing.reports import slug_of
from supportroom.statements.models import Report
from tests.factories.personas import actor_of


def left_in(folder: Path, *, days: float) -> list[str]:
    """Let what was made in a folder lie there for so many days; sweep; give what is left."""
    at = (now() - timedelta(days=days)).timestamp()
    for made in folder.glob(".made-*"):
        os.utime(made, (at, at))
    sweep()
    return sorted(made.name for made in folder.glob(".made-*"))


def test_nothing_is_left_of_files_that_could_not_be_made(room: Any, published_folder: Path) -> None:
    def make(language: str, frame: Frame) -> dict[str, bytes]:
        if language == "en":
            raise KeyboardInterrupt
        return {"index.html": b"made"}

    with pytest.raises(KeyboardInterrupt):
        prepare(REPORTS, "2026-06-abcde", 1, ["ar", "en"], make)
    assert [path.name for path in published_folder.iterdir()] == ["icon.svg"]


def test_what_nobody_published_goes_after_a_day(report: Report, published_folder: Path) -> None:
    sweep()
    prepared = prepare_edition(report, 1, ["en"], MultilingualText())
    assert left_in(published_folder, days=0.9) == [prepared.folder]
    assert left_in(published_folder, days=1.1) == []


def test_what_an_edition_names_is_put_in_place_however_old_it_is(
    report: Report, team: Person, published_folder: Path
) -> None:
    prepared = prepare_edition(report, 1, ["en"], MultilingualText())
    edition = publish_report(actor=actor_of(team), report=report, prepared=prepared)
    page = published_folder / edition.publication.slug / "1" / "en" / "index.html"
    assert not page.exists(), "the commit's callback must not have run in this test"
    assert left_in(published_folder, days=400) == []
    assert page.exists()


def test_files_of_a_published_edition_outlive_a_disk_that_does_not_move_them(
    report: Report, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    published_folder.mkdir()
    hindrance = published_folder / slug_of(report)
    hindrance.write_text("where its folder should be")
    with override("en"):
        page = reverse("site:report_publish", args=[report.round_id])
    browser = Client()
    browser.force_login(team.account, backend=given.AUTHENTICATION_BACKENDS[0])
    with django_capture_on_commit_callbacks(execute=True):
        assert browser.post(page, {"languages": ["en"], "once": "k"}).status_code == 302
    assert (published_folder / Edition.objects.get().files["folder"] / "en" / "index.html").exists()
    hindrance.unlink()
    assert Client().get(f"/en/reports/{slug_of(report)}/1/").status_code == 200
