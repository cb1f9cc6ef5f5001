"""Attacks on the register and the public face: hostile questions, foreign ids, fields that no form has, markup."""

import io
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.answers.actions import amend_answer
from supportroom.kernel.ids import spell
from supportroom.outlets.feeds import KINDS
from supportroom.outlets.interface.offered import RESOURCES
from supportroom.people.models import Person
from supportroom.search.filling import bring_up_to_date
from tests.factories.answers import SYSTEM, answered, submission_of
from tests.factories.glossary import a_body, a_term
from tests.factories.pages import a_page, fresh
from tests.factories.questions import a_question
from tests.factories.questions import answered as answered_question
from tests.factories.register import a_demand, a_recommendation, an_addressee
from tests.factories.rounds import words

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
LONG: Final = "a" * 10_000
TRICKS: Final = (
    "\x00", "a\x00b", "%", "_", "'", '"', "';--", "a' OR '1'='1", '"a', "a*", "NEAR(a b, 2)", "a AND", "NOT", "a:b",
    "^a",
    "{a}", "(", "a & | !", "a <-> b", ":*", "\\", "\u202eabc\u2066", "\U0001f469\u200d\U0001f680", "\ud800", "\ufffe",
    "-5", "5-", "-", "99999999-1", "2020-99999", "٢٠٢٠-١", "\u0660-\u0661", "²", "1e9", "-1", "0", "9" * 30, "None",
    " ", "\t\n", "‎", "م" * 3000, LONG, "a " * 3000, "<script>alert(1)</script>", "../../etc/passwd", "{{7*7}}",
)  # fmt: skip
ASKED: Final = {
    "followup:register": ("words", "addressee", "round", "pillar", "state", "theme", "year", "demand", "source",
                          "overdue", "order", "page"),
    "followup:figures": ("by",),
    "followup:outcomes": ("page",),
    "search:search": ("q", "kind", "language", "page"),
    "glossary:term_list": ("q", "page"),
    "questions:answered_list": ("q", "page"),
    "pages:news_list": ("of", "page"),
    "briefings:briefing_list": ("page",),
    "briefings:coverage": ("page",),
    "answers:delivery_list": ("page",),
    "events:event_list": ("page", "past"),
    "outlets:listing": ("page",),
    "site:round_list_public": ("page",), "site:paper_list_public": ("page",),
    "site:statement_list_public": ("page", "q"),
}  # fmt: skip


def asked_for(trick: str) -> str:
    """Write something into an address as a hostile client would, surrogates with it."""
    return quote(trick.encode("utf-8", "surrogatepass"))


def test_no_question_to_a_public_list_breaks_it(room: Any, client: Client) -> None:
    given = a_recommendation(addressees=[an_addressee()])
    a_demand(given, a_recommendation())
    bring_up_to_date()
    broken = []
    for name, parts in ASKED.items():
        for part in parts:
            for trick in TRICKS:
                with override("en"):
                    address = f"{reverse(name)}?{part}={asked_for(trick)}"
                status = client.get(address).status_code
                broken += [(address[:80], status)] if status not in (200, 400, 422) else []
    assert broken == []


def test_impossible_filters_of_the_interface_and_of_files_get_a_clear_no(room: Any, client: Client) -> None:
    a_recommendation()
    wrong = []
    for name, kind in RESOURCES.items():
        for asked in (*(each.name for each in kind.filters), "page", "per_page", "lang", "no_such_filter"):
            for trick in TRICKS:
                answer = client.get(f"/api/v1/{name}/?{asked}={asked_for(trick)}")
                body = answer.content
                is_clear = answer.status_code in (200, 400, 404) and b"Traceback" not in body and len(body) < 40_000
                wrong += [] if is_clear else [(name, asked, trick[:20], answer.status_code)]
        for trick in TRICKS:
            answer = client.get(f"/api/v1/{name}/{quote(trick.encode('utf-8', 'surrogatepass'), safe='')[:3000]}/")
            wrong += [] if answer.status_code in (301, 302, 400, 404, 200) else [(name, trick[:20], answer.status_code)]
    for kind in ("csv", "xlsx", "json", "steps"):
        for asked in ("addressee", "state", "source", "round", "theme", "year", "order", "nothing_known"):
            for trick in ("\x00", "\ud800", "-1", LONG, "zzzzzzzzzzzz", "report-zzzzzzzzzzzz", "document-000000000000"):
                answer = client.get(f"/en/register/files/{kind}/?{asked}={asked_for(trick)}")
                good = (200, 400, 422) if asked == "source" else (400, 422)
                wrong += [] if answer.status_code in good else [(kind, asked, trick[:20], answer.status_code)]
    assert wrong == []


def test_no_trick_in_an_address_or_a_host_leads_anywhere(room: Any, client: Client) -> None:
    told = a_recommendation()
    for host in (
        "evil.example",
        "testserver@evil.example",
        "testserver:80:80",
        "evil.example\r\nX: y",
        "[::1",
        "a" * 300,
    ):
        for path in ("/en/register/", f"/en/register/{told.slug}/", "/api/v1/recommendations/", "/sitemap.xml",
                     "/en/register/files/csv/", "/en/feeds/register.atom"):  # fmt: skip
            answer = client.get(path, headers={"host": host})
            assert answer.status_code == 400, (host, path)
            assert b"evil.example" not in answer.content
    paths = (
        "/en/register/../register/", "/en//register/", "/en/register/%2e%2e/", "/en/register/%00/",
        "/en/register/;/", "/published/../var/", "/published/images/..%2f..%2fdb.sqlite3",
        "/en/register/demands/%ED%A0%80/",
        "/api/v1/recommendations/..%2f..%2f/", "/en/letters/%00/", f"/en/letters/{LONG}/", f"/en/letters/{spell(1)}/",
        "/en/newsletter/leave/-/", "/en/feeds/../register.atom", "/en/feeds/no-such.atom", "/EN/register/",
    )  # fmt: skip
    for path in paths:
        assert client.get(path).status_code in (200, 301, 302, 400, 404), path
        assert b"SQLite format" not in client.get(path).content


class Scripts(HTMLParser):
    """What a page would run or show as an element that somebody else typed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        leads = [str(named.get(name, "")).strip().lower() for name in ("href", "src", "action", "formaction")]
        is_theirs = any(value.startswith(("//evil", "http://evil", "https://evil", "javascript:")) for value in leads)
        is_handler = any(name.startswith("on") for name in named)
        self.found += [f"{tag} {named}"] if is_theirs or is_handler or tag in {"iframe", "object", "base"} else []


EVIL: Final = (
    "<script src=//evil.example/x></script><img src=x onerror=evil()>\"'><a href=javascript:evil()>x</a>"
    "]]><!-- --><svg onload=evil()>"
)


@pytest.fixture
def marked_up(room: Any) -> list[str]:
    """A public face whose every text is markup; gives the addresses of its pages without their language."""
    evil = words(f"Evil one {EVIL}", f"شرير {EVIL}")
    asked = an_addressee(evil)
    told = a_recommendation(text=evil, addressees=[asked], heading=evil, place=EVIL[:60])
    given = answered(submission_of(told, asked), text=evil, evidence=EVIL[:200], source=EVIL[:200])
    amend_answer(actor=SYSTEM, answer=given, verdict="noted", text=evil, why=evil, source=EVIL[:100])
    demand = a_demand(told, a_recommendation(text=evil), title=evil)
    page = a_page(title=EVIL[:150], rows=[(evil, "paragraph", 2), (evil, "heading", 2), (evil, "item", 2)])
    from supportroom.pages.actions import publish_page

    publish_page(actor=SYSTEM, page=page)
    answered_question(a_question(told, EVIL.replace("//evil.example", "evil").replace("https:", "")), evil)
    answered_question(a_question(fresh(page), "Evil <b>question</b>?"), evil)
    term = a_term(f"evil<b>{EVIL[:40]}", "كلمة<b>شريرة", means=evil)
    body = a_body(f"Evil body {EVIL}")
    from tests.factories.events import an_announced_event

    event = an_announced_event(EVIL[:150], about=evil, place=evil)
    from tests.factories.briefings import a_briefing, read_twice

    briefing = a_briefing(
        f"Mr. President. {EVIL}\n\nI tell the Council of {EVIL} and of everything else there is.", title=evil
    )
    read_twice(told, briefing, "reflected", quotation=f"of {EVIL} and", note=evil)
    bring_up_to_date()
    return [
        "", "register/", f"register/{told.slug}/", f"register/demands/{demand.slug}/", "register/figures/",
        "register/what-became/", f"answers/{spell(given.pk)}/", "news/", f"news/{fresh(page).slug}/", "glossary/",
        f"glossary/{term.slug}/", "actors/", f"actors/{body.slug}/", "events/", f"events/{event.slug}/", "briefings/",
        f"briefings/{spell(briefing.pk)}/", "briefings/coverage/", "questions-to-the-room/", "search/?q=evil",
        "listing/",
        f"questions-to-the-room/recommendations/{told.slug}/", f"questions-to-the-room/news/{fresh(page).slug}/",
        f"search/?q={quote(EVIL[:150])}", f"register/?words={quote(EVIL[:150])}",
    ]  # fmt: skip


def test_markup_stays_words_wherever_it_is_shown(
    marked_up: list[str], client: Client, team: Person, sign_in: Any
) -> None:
    for reader in (client, sign_in(team)):
        shown = 0
        for address in marked_up:
            for language in ("en", "ar"):
                answer = reader.get(f"/{language}/{address}")
                assert answer.status_code in (200, 422), address
                page = answer.content.decode()
                assert Scripts(page).found == [], address
                shown += "&lt;script" in page
        assert shown > len(marked_up)


def test_what_leaves_for_machines_stays_well_formed_and_runs_nothing(marked_up: list[str], client: Client) -> None:
    for kind in KINDS:
        for language in ("ar", "en"):
            feed = ET.fromstring(client.get(f"/{language}/feeds/{kind}.atom").content)
            assert not [one.tag for one in feed.iter() if not str(one.tag).startswith("{http://www.w3.org/2005/Atom}")]
            links = [one.get("href", "") for one in feed.iter("{http://www.w3.org/2005/Atom}link")]
            assert not [link for link in links if "evil" in link or not link.startswith("http")]
    assert ET.fromstring(client.get("/sitemap.xml").content) is not None
    calendar = client.get("/en/events/calendar.ics").content.decode()
    assert calendar.count("BEGIN:VEVENT") == 1
    assert not [line for line in calendar.split("\r\n") if line.startswith(("<", "X-EVIL"))]


FORMULAS: Final = ('=HYPERLINK("//evil")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1")


def test_s46_no_cell_of_a_list_to_take_along_is_a_formula(
    room: Any, client: Client, team: Person, sign_in: Any
) -> None:
    for formula in (f"{start} {number}" for number, start in enumerate(FORMULAS)):
        asked = an_addressee(words(formula, formula + "ع"))
        told = a_recommendation(text=words(formula, formula), addressees=[asked], place=formula)
        answered(submission_of(told, asked), text=words(formula), source=formula)
        a_term(f"{formula} x{len(formula)}", f"{formula}ك", means=words(formula))
        a_body(formula)
    places = [f"register/files/{kind}/" for kind in ("csv", "steps", "xlsx")]
    places += [f"{where}/export/{kind}/" for where in ("glossary", "actors") for kind in ("csv", "xlsx")]
    from tests.architecture.addresses import routes

    named = {"glossary:term_export", "glossary:body_export"}
    exports = [
        route.address("en", {"kind": kind}) for route in routes() if route.name in named for kind in ("csv", "xlsx")
    ]
    for address in [f"/en/{place}" for place in places[:3]] + exports:
        answer = sign_in(team).get(address)
        assert answer.status_code == 200, address
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if address.endswith("xlsx/"):
            cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet for cell in row]
            assert "f" not in {cell.data_type for cell in cells}, address
            continue
        import csv

        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], address
