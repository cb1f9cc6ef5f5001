from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.people.models import Person
from supportroom.rounds.actions import resume_round
from supportroom.rounds.models import Round
from supportroom.site.actions import correct_report, publish_report
from supportroom.site.models import Edition
from supportroom.site.preparing import discard, prepare_edition, settle
from supportroom.statements.models import Report
from tests.factories.personas import actor_of
from tests.factories.statements import held_meeting, report_read_back

NO_NOTE = MultilingualText()


def published(report: Report, actor: Actor, languages: tuple[str, ...] = ("en",)) -> Edition:
    return publish_report(actor=actor, report=report, prepared=prepare_edition(report, 1, list(languages), NO_NOTE))


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account, backend="supportroom.people.signing_in.AccountBackend")
    return client


def page_of(report: Report) -> str:
    with override("en"):
        return reverse("site:report_publish", args=[report.round_id])


def test_an_adopted_report_is_published_with_its_round(report: Report, team: Person) -> None:
    edition = published(report, actor_of(team))
    assert edition.number == 1
    assert Report.objects.get(pk=report.pk).state == "published"
    assert Round.objects.get(pk=report.round_id).state == "published"
    assert set(edition.files["digests"]["en"]) == {
        "index.html", "index.html.gz", "index.html.br", "report.pdf", "report.docx",
    }  # fmt: skip


def test_an_address_holds_a_date_and_random_letters_alone(report: Report, team: Person) -> None:
    assert published(report, actor_of(team)).publication.slug.startswith("2026-06-")


def test_a_report_that_nobody_adopted_cannot_be_published(room: Any, clock: Any, member: Person, team: Person) -> None:
    unread = report_read_back(held_meeting(member))
    with pytest.raises(DomainError, match=r"site\.not_adopted"):
        published(unread, actor_of(team))


def test_a_report_of_a_round_that_still_runs_cannot_be_published(report: Report, team: Person) -> None:
    resume_round(actor=SYSTEM, round=report.round)
    with pytest.raises(DomainError, match=r"site\.round_not_reporting"):
        published(Report.objects.get(pk=report.pk), actor_of(team))


@pytest.mark.parametrize("persona", ["member", "office", "addressee", "interpreter", "observer", "stranger"])
def test_only_the_team_publishes(report: Report, persona: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Denied):
        published(report, actor_of(request.getfixturevalue(persona)))


def test_a_report_is_published_once(report: Report, team: Person) -> None:
    published(report, actor_of(team))
    with pytest.raises(DomainError, match=r"site\.not_adopted"):
        published(Report.objects.get(pk=report.pk), actor_of(team))


def test_a_correction_is_a_new_edition_with_its_note_and_the_first_stays(
    report: Report, team: Person, published_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        first = published(report, actor_of(team))
    before = (published_folder / first.publication.slug / "1" / "en" / "index.html").read_bytes()
    report = Report.objects.get(pk=report.pk)
    note = multilingual("en", en="A date was wrong.")
    with django_capture_on_commit_callbacks(execute=True):
        second = correct_report(
            actor=actor_of(team), report=report, prepared=prepare_edition(report, 2, ["en"], note), note=note
        )
    folder = published_folder / first.publication.slug
    assert second.number == 2
    assert (folder / "1" / "en" / "index.html").read_bytes() == before
    assert "A date was wrong." in (folder / "2" / "en" / "index.html").read_text()


def test_a_correction_without_a_note_is_refused(report: Report, team: Person) -> None:
    published(report, actor_of(team))
    report = Report.objects.get(pk=report.pk)
    with pytest.raises(DomainError, match=r"site\.note_needed"):
        correct_report(
            actor=actor_of(team), report=report, prepared=prepare_edition(report, 2, ["en"], NO_NOTE), note=NO_NOTE
        )


def test_nothing_unpublished_has_an_address(report: Report, published_folder: Path) -> None:
    prepared = prepare_edition(report, 1, ["en"], NO_NOTE)
    assert (published_folder / prepared.folder).exists()
    assert not (published_folder / prepared.slug).exists()
    discard(prepared)
    assert not (published_folder / prepared.folder).exists()


def test_files_left_behind_by_a_killed_server_are_put_in_place_by_the_next_reader(
    report: Report, team: Person, published_folder: Path
) -> None:
    edition = published(report, actor_of(team))
    slug = edition.publication.slug
    assert not (published_folder / slug).exists(), "the commit's callback must not have run in this test"
    answer = Client().get(f"/en/reports/{slug}/1/")
    assert answer.status_code == 200
    assert (published_folder / slug / "1" / "en" / "index.html").exists()
    settle(edition)


def test_the_newest_edition_is_where_the_address_without_a_number_leads(report: Report, team: Person) -> None:
    slug = published(report, actor_of(team)).publication.slug
    assert Client().get(f"/en/reports/{slug}/")["Location"] == f"/en/reports/{slug}/1/"
    assert Client().get(f"/ar/reports/{slug}/1/")["Location"] == f"/en/reports/{slug}/1/"
    assert Client().get(f"/en/reports/{slug}/7/").status_code == 404
    assert Client().get("/en/reports/2026-06-zzzzz/").status_code == 404


def test_the_files_are_handed_out_as_attachments(report: Report, team: Person) -> None:
    slug = published(report, actor_of(team)).publication.slug
    pdf = Client().get(f"/en/reports/{slug}/1/report.pdf")
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert pdf["Content-Disposition"] == 'attachment; filename="report.pdf"'
    docx = Client().get(f"/en/reports/{slug}/1/report.docx")
    assert b"".join(docx.streaming_content).startswith(b"PK")  # type: ignore[attr-defined]


def test_the_front_page_lists_it_in_every_language(report: Report, team: Person) -> None:
    slug = published(report, actor_of(team)).publication.slug
    for language in ("ar", "en"):
        assert f"/reports/{slug}/1/" in Client().get(f"/{language}/").content.decode()


def test_the_page_offers_only_languages_in_which_nothing_is_missing(report: Report, team: Person) -> None:
    page = signed_in(team).get(page_of(report)).content.decode()
    assert 'value="en"' in page
    assert 'value="ar"' not in page


def test_publishing_by_the_page_leads_back_to_the_report(
    report: Report, team: Person, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(team).post(page_of(report), {"languages": ["en"], "once": "k"})
    assert answer.status_code == 302
    assert Edition.objects.count() == 1


def test_a_language_with_gaps_is_refused_and_nothing_is_left_over(
    report: Report, team: Person, published_folder: Path
) -> None:
    answer = signed_in(team).post(page_of(report), {"languages": ["ar"]})
    assert answer.status_code == 422
    assert not Edition.objects.exists()
    assert not list(published_folder.glob(".made-*"))


def test_whoever_is_not_of_the_team_is_refused_the_page(report: Report, member: Person, stranger: Person) -> None:
    assert signed_in(member).get(page_of(report)).status_code == 403
    assert signed_in(stranger).get(page_of(report)).status_code in (403, 404)
    assert Client().get(page_of(report)).status_code == 302
