"""The public face: the front page, rounds, papers and statements as the public finds them, the press by two clocks."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.kernel.errors import Denied, DomainError
from supportroom.kernel.ids import spell
from supportroom.pages.vocabulary import ABOUT, CONTACT, PRESS, PRIVACY
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import set_embargo
from supportroom.press.models import PressPack
from supportroom.register.models import Recommendation
from supportroom.room.models import Room
from supportroom.site.actions import make_press_link
from supportroom.site.models import PressLink
from supportroom.site.press_room import embargoes
from supportroom.site.queries import published
from supportroom.statements.models import Report
from supportroom.web.stylesheet import joined
from tests.factories.answers import answered, submission_of
from tests.factories.events import an_announced_event
from tests.factories.pages import a_published_page
from tests.factories.personas import actor_of
from tests.factories.press import a_finished_paper, published_paper, summarised
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words
from tests.factories.site import published_report

SignIn = Callable[[Person], Client]
BUDGET = 14 * 1024


@pytest.fixture
def edition(report: Report) -> object:
    """The report's first edition."""
    return published_report(report)


@pytest.fixture
def paper(room: Room, clock: time_machine.Traveller, office: Person, member: Person, team: Person) -> Paper:
    """A paper that the members released."""
    return a_finished_paper(clock, office)


def page(path: str, language: str = "en") -> str:
    answer = Client().get(f"/{language}/{path}")
    assert answer.status_code == 200, path
    assert not answer.cookies, path
    return answer.content.decode()


def test_the_front_page_of_a_new_room_says_what_will_stand_there(room: Room) -> None:
    for language in ("ar", "en"):
        assert 'class="empty"' in page("", language)
    assert "figures__late" not in page("")


def test_from_the_front_page_two_taps_lead_to_what_was_asked_in_a_year(room: Room) -> None:
    addressee = an_addressee(words("Donors of the room"))
    asked = a_recommendation(text=words("Pay the teachers."), asked_on=date(2020, 6, 4), addressees=(addressee,))
    hidden = a_recommendation(text=words("Not yet."), asked_on=date(2019, 6, 4), released=False)
    answered(submission_of(asked, addressee))
    front = page("")
    assert "register/?year=2020" in front
    assert "?year=2019" not in front
    assert f"register/{asked.slug}/" in front
    assert "Donors of the room" in front
    assert hidden.slug not in front
    assert "Pay the teachers." in page("register/?year=2020")


def test_a_published_round_is_told_without_anybody_who_took_part(edition: object, member: Person) -> None:
    slug = edition.publication.slug  # type: ignore[attr-defined]
    a_recommendation(text=words("Let trucks pass."), round=edition.publication.report.round)  # type: ignore[attr-defined]
    for language in ("ar", "en"):
        assert f"published/rounds/{slug}/" in page("published/rounds/", language)
        told = page(f"published/rounds/{slug}/", language)
        assert member.name not in told
        assert f"/reports/{slug}/1/report.pdf" in told
        assert "published/statements" in page("published/rounds/", language)
        page("published/statements/", language)
        page("published/papers/", language)
    told = page(f"published/rounds/{slug}/")
    assert "Let trucks pass." in told
    assert "Only figures out of which nobody can be picked are published." in told
    assert Client().get("/en/published/rounds/2020-01-nosuch/").status_code == 404


def test_a_round_without_a_published_report_is_nowhere(report: Report) -> None:
    title = str(report.round.title)
    for path in ("", "published/rounds/", "published/statements/"):
        assert title not in page(path)


def test_an_embargo_is_one_instant_whatever_the_clocks_say(
    paper: Paper, team: Person, clock: time_machine.Traveller
) -> None:
    title = paper.title.texts["en"]
    for zone, hour in (("Asia/Damascus", 12), ("Asia/Beirut", 12), ("Europe/Zurich", 11), ("UTC", 9)):
        until = datetime(2026, 7, 1, hour, tzinfo=ZoneInfo(zone))
        assert until == datetime(2026, 7, 1, 9, tzinfo=UTC)
        set_embargo(actor=actor_of(team), paper=paper, embargo_until=until, time_zone=zone)
        clock.move_to(until - timedelta(seconds=1))
        told = page("press/")
        assert "12:00 Damascus" in told, zone
        assert "11:00 Geneva" in told, zone
        for path in ("press/", "", "published/papers/"):
            assert title not in page(path), path
        clock.move_to(until)
        assert embargoes() == [], zone
        clock.move_to(until - timedelta(days=2))
    assert PressPack.objects.count() == 1


def test_at_the_end_of_its_embargo_the_press_finds_a_paper_with_what_may_be_used(paper: Paper, team: Person) -> None:
    a_published_page(PRESS, title="Press corner")
    a_published_page(CONTACT, title="Reach us")
    edition = published_paper(paper, team)
    for language in ("ar", "en"):
        told = page(f"press/papers/{edition.publication.slug}/", language)
        assert "paper.pdf" in told
        assert "card.png" in told
    told = page("press/")
    assert "Press corner" in told
    assert "Nothing is under embargo now." in told
    assert 'href="/en/contact/"' in told
    assert f"press/papers/{edition.publication.slug}/" in told


def test_a_link_for_the_press_opens_a_paper_under_embargo_to_who_has_it_alone(
    paper: Paper, team: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    summarised(paper)
    until = datetime(2026, 6, 20, 12, tzinfo=ZoneInfo("Asia/Damascus"))
    set_embargo(actor=actor_of(team), paper=paper, embargo_until=until, time_zone="Asia/Damascus")
    browser, links = sign_in(team), f"/en/papers/{spell(paper.pk)}/press-links/"
    assert browser.post(links, {"handed_to": ""}).status_code == 422
    made = browser.post(links, {"handed_to": "The Invented Gazette"}).content.decode()
    address = re.search(r"/en/press/handed/[\w-]{43}/", made)
    assert address
    assert address[0] not in browser.get(links).content.decode()
    answer = Client().get(address[0])
    told = answer.content.decode()
    for words_in_it in (paper.title.texts["en"], "12:00 Damascus", "11:00 Geneva", "The Invented Gazette"):
        assert words_in_it in told
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert not answer.cookies
    pack = Client().get(f"{address[0]}press.zip")
    with zipfile.ZipFile(io.BytesIO(pack.content)) as opened:
        assert "en/paper.pdf" in opened.namelist()
        assert "contacts.csv" not in opened.namelist()
    for wrong in ("/en/press/handed/x/", address[0][:-2] + "/", "/en/press/handed/x/press.zip"):
        assert Client().get(wrong).status_code == 404
    link = PressLink.objects.get()
    browser.post(f"/en/press-links/{spell(link.pk)}/withdraw/")
    assert Client().get(address[0]).status_code == 404


def test_a_link_for_the_press_leads_to_the_paper_once_it_is_out_and_needs_an_approved_summary(
    paper: Paper, team: Person, member: Person
) -> None:
    given = {"paper": paper, "handed_to": "The Invented Gazette", "token": "secret"}
    with pytest.raises(DomainError, match=r"site\.not_for_press"):
        make_press_link(actor=actor_of(team), **given)
    summarised(paper)
    with pytest.raises(Denied):
        make_press_link(actor=actor_of(member), **given)
    make_press_link(actor=actor_of(team), **given)
    assert Client().get("/en/press/handed/secret/").status_code == 200
    edition = published_paper(paper, team)
    assert Client().get("/en/press/handed/secret/")["Location"] == f"/en/press/papers/{edition.publication.slug}/"


def test_a_first_visit_weighs_less_than_fourteen_kilobytes(edition: object) -> None:
    a_published_page(ABOUT)
    a_published_page(PRIVACY, rows=[])
    for number in range(4):
        a_published_page(title=f"Something that happened in the room, number {number}")
        an_announced_event(f"Presentation number {number}")
        a_recommendation(asked_on=date(2017 + number, 6, 4))
    sheets = sum(len(gzip.compress(joined(name).encode())) for name in ("web/app.css", "web/front.css"))
    for path in ("", "news/", "about/", "events/", "press/", "published/rounds/", "privacy/"):
        for language in ("ar", "en"):
            assert len(gzip.compress(page(path, language).encode())) + sheets <= BUDGET, (language, path)


def test_the_front_page_asks_the_same_number_of_questions_whatever_there_is(edition: object) -> None:
    counts = []
    for more in range(2):
        a_published_page(title=f"News {more}")
        an_announced_event(f"Event {more}")
        a_recommendation(asked_on=date(2020, 6, 4))
        page("")
        with CaptureQueriesContext(connection) as asked:
            page("")
        counts.append(len(asked))
        a_published_page(title="One more")
        a_recommendation(asked_on=date(2021, 6, 4))
    assert counts[0] == counts[1]
    assert counts[0] <= 7
    with override("en"):
        assert len(published("en")) == 1
    assert Recommendation.objects.count() == 4
