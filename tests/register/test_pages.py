"""Pages of the register: each answers the team in each language and nobody else; from a text to the public."""

import re
from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.register.models import Addressee, Demand, Document, Recommendation, Theme
from supportroom.register.queries import members_of_demand, recommendations_visible_to, released
from supportroom.room.queries import forget_charter
from tests.factories.adoption import an_adopted_paper, with_office
from tests.factories.personas import actor_of
from tests.factories.register import a_demand, a_document, a_recommendation, an_addressee, an_ask, recommendations
from tests.factories.rounds import words
from tests.factories.statements import Meeting, delivered, held_meeting, report_adopted
from tests.permission_tables import PERSONAS

SignIn = Callable[[Person], Client]
NOW = "2026-06-09 12:00Z"
READ_BY_ALL = 200


@pytest.fixture
def browser(team: Person, sign_in: SignIn) -> Client:
    """A browser in which the team is signed in."""
    return sign_in(team)


def offered(text: str) -> list[str]:
    """Give the keys of what can be ticked on a page."""
    return re.findall(r'name="pieces" value="(\w+)"', text)


def ticked(text: str, name: str) -> list[str]:
    """Give the values of the boxes of this name that are ticked on a page."""
    return re.findall(rf'name="{name}" value="([^"]+)"[^>]* checked', text)


def addresses() -> list[str]:
    """Give the address of every page of the register, with something on each."""
    body = an_addressee()
    made = a_recommendation(addressees=[body], themes=["women"])
    demand = a_demand(made, a_recommendation())
    theme, document = Theme.objects.get(code="women"), made.document
    assert document is not None
    one = f"register/recommendations/{spell(made.pk)}"
    return [
        "register/waiting/", "register/set-aside/", "register/earlier/", "register/earlier/new/",
        f"register/earlier/{spell(document.pk)}/", f"register/earlier/{spell(document.pk)}/edit/",
        f"register/earlier/{spell(document.pk)}/add/", "register/addressees/", "register/addressees/new/",
        f"register/addressees/{spell(body.pk)}/", f"register/addressees/{spell(body.pk)}/edit/",
        "register/themes/", f"register/themes/{spell(theme.pk)}/edit/",
        f"{one}/edit/", f"{one}/words/", f"{one}/addressees/", f"{one}/together/", f"{one}/together/?q=trucks",
        f"register/demands/{spell(demand.pk)}/edit/",
    ]  # fmt: skip


def test_every_page_answers_the_team_in_each_language_and_nobody_else(
    request: pytest.FixtureRequest, room: object, sign_in: SignIn
) -> None:
    pages = addresses()
    a_recommendation(released=False)
    for persona in PERSONAS:
        who = request.getfixturevalue(persona)
        client = sign_in(who) if isinstance(who, Person) else Client()
        for page in pages:
            for language in ("ar", "en") if persona == "team" else ("en",):
                status = client.get(f"/{language}/{page}").status_code
                if persona == "team" or (persona == "interpreter" and page.endswith("/words/")):
                    assert status == 200, (persona, page)
                else:
                    assert status == (302 if persona == "visitor" else 403), (persona, page)


def test_lists_ask_as_much_of_the_database_for_three_as_for_one(browser: Client) -> None:
    meeting = held_meeting()
    with time_machine.travel(NOW):
        statement = delivered(meeting)
    document = a_document()
    pages = ("waiting/", "earlier/", "addressees/", "themes/", f"earlier/{spell(document.pk)}/")
    counts: dict[str, list[int]] = {}
    for _times in range(2):
        asks = [an_ask(addressees=[an_addressee()]), an_ask(themes=["youth"])]
        recommendations(*asks, document=document, released=False)
        for page in (*(f"register/{each}" for each in pages), f"statements/{spell(statement.pk)}/register/"):
            browser.get(f"/en/{page}")
            forget_charter()
            with CaptureQueriesContext(connection) as asked:
                browser.get(f"/en/{page}")
            counts.setdefault(page, []).append(len(asked))
    assert all(len(set(each)) == 1 for each in counts.values()), counts


def test_paragraphs_are_ticked_placed_looked_at_recorded_and_shown(
    browser: Client, member: Person, sign_in: SignIn
) -> None:
    meeting = held_meeting(member)
    with time_machine.travel(NOW):
        statement = delivered(meeting)
        body = an_addressee(words("Office of the Special Envoy", "مكتب المبعوث الخاص"))
        page = f"/en/statements/{spell(statement.pk)}/register/"
        assert page in browser.get(f"/en/statements/{spell(statement.pk)}/").text
        first = browser.get(page)
        assert ticked(first.text, "addressees") == [str(body.pk)]
        keys = offered(first.text)
        common = {"asked_on": "2026-06-02", "precision": "day", "addressees": [str(body.pk)], "themes": ["youth"]}
        nothing = browser.post(page, {"step": "preview", **common})
        assert (nothing.status_code, "Choose at least one paragraph." in nothing.text) == (422, True)
        preview = browser.post(page, {"step": "preview", "pieces": keys, **common})
        assert ticked(preview.text, f"themes_{keys[0]}") == ["youth"]
        again = browser.post(page, {"step": "choose", "pieces": keys[:1], "asked_on": "2026-06-02", "precision": "day"})
        assert ticked(again.text, "pieces") == keys[:1]
        each = {f"addressees_{key}": [str(body.pk)] for key in keys} | {f"goals_{keys[1]}": ["16"]}
        sent = {"step": "record", "pieces": keys, "asked_on": "2026-06-02", "precision": "day", **each}
        ahead = browser.post(page, sent | {"asked_on": "2026-06-30"})
        assert (ahead.status_code, "This day is still to come." in ahead.text) == (422, True)
        done = browser.post(page, sent, follow=True)
        assert "2 recommendations recorded." in done.text
        made = list(Recommendation.objects.order_by("position"))
        assert [each.goals for each in made] == [[], [16]]
        assert offered(browser.get(page).text) == []
        waiting = {"recommendations": [each.pk for each in made]}
        shown = browser.post("/en/register/waiting/release/", waiting, follow=True)
    assert "They are shown to the public now." in shown.text
    text = sign_in(member).get(f"/en/statements/{spell(statement.pk)}/").text
    assert all(f"/en/register/{each.slug}/" in text and each.code in text for each in made)


def test_a_report_and_a_paper_lead_to_the_page_on_which_they_are_recorded(browser: Client) -> None:
    meeting: Meeting = held_meeting()
    report_adopted(meeting)
    with time_machine.travel(NOW):
        page = f"/en/rounds/{spell(meeting.round.pk)}/report/register/"
        shown = browser.get(page)
        point = next(key for key in offered(shown.text) if key.startswith("q"))
        sent = {"step": "record", "pieces": [point], "asked_on": "2026-06-05", "precision": "day"}
        browser.post(page, sent | {f"pillar_{point}": ""})
        made = Recommendation.objects.get()
        assert made.report == meeting.round.report
        refused = browser.post("/en/register/waiting/release/", {"recommendations": [made.pk]}, follow=True)
        assert "cannot be shown to the public yet" in refused.text
        assert made.code in browser.get(f"/en/points/{spell(made.point_id)}/").text
        nothing = browser.post("/en/register/waiting/release/", {})
        assert (nothing.status_code, "Choose the recommendations first." in nothing.text) == (422, True)


def test_what_was_asked_in_earlier_years_is_written_in_by_hand_and_asked_about_where_it_stands_already(
    browser: Client,
) -> None:
    browser.post(
        "/en/register/earlier/new/",
        {"title_en": "Report of the March meeting", "kind": "report", "dated_on": "2017-03-01", "precision": "month",
         "language": "en", "by_en": "", "link": ""},
    )  # fmt: skip
    document = Document.objects.get()
    page = f"/en/register/earlier/{spell(document.pk)}/add/"
    typed = {"text_en": "Tell members what became of their outcomes.", "asked_on": "2017-03-01", "precision": "month"}
    done = browser.post(page, typed, follow=True)
    assert "Recorded as 2017-1." in done.text
    twice = browser.post(page, typed)
    assert (twice.status_code, "A text like this stands in the register already." in twice.text) == (422, True)
    assert browser.post(page, {**typed, "again": "on", "further": "1"})["Location"] == page
    assert [each.code for each in Recommendation.objects.order_by("number")] == ["2017-1", "2017-2"]


def test_one_recommendation_is_placed_worded_addressed_shown_and_set_aside_by_its_pages(browser: Client) -> None:
    body, made = an_addressee(), a_recommendation(released=False)
    one = f"/en/register/recommendations/{spell(made.pk)}"
    place = {"asked_on": "2020-09-01", "precision": "month", "themes": ["region"], "goals": ["16"], "place": "p. 4"}
    assert browser.post(f"{one}/edit/", {**place, "seen": made.version}).status_code == 302
    late = browser.post(f"{one}/edit/", {**place, "place": "p. 5", "seen": made.version})
    assert (late.status_code, "What stands now: p. 4" in late.text) == (409, True)
    made.refresh_from_db()
    said = {"text_en": str(made.text), "text_ar": "دعوا القوافل تمرّ.", "seen": made.version}
    assert browser.post(f"{one}/words/", said).status_code == 302
    assert browser.post(f"{one}/words/", {**said, "text_ar": "أخرى"}).status_code == 409
    assert browser.post(f"{one}/words/", {**said, "text_en": "", "seen": made.version + 1}).status_code == 422
    assert browser.post(f"{one}/addressees/", {"addressees": [body.pk]}).status_code == 302
    assert browser.post(f"{one}/set-aside/")["Location"] == "/en/register/set-aside/"
    assert browser.post(f"{one}/take-back/")["Location"] == f"/en/register/{made.slug}/"
    browser.post(f"{one}/release/")
    made.refresh_from_db()
    assert (made.place, made.precision, made.goals, made.released_on) == ("p. 4", "month", [16], now().date())
    assert [each.addressee for each in made.submissions.all()] == [body]


def test_recommendations_are_brought_together_and_taken_apart_by_their_pages(browser: Client, team: Person) -> None:
    one = a_recommendation(text=words("Tell members what became of their outcomes."), asked_on=date(2017, 3, 1))
    other = a_recommendation(text=words("Members must be told what became of the outcomes."))
    page = f"/en/register/recommendations/{spell(one.pk)}/together/"
    shown = browser.get(page)
    assert re.findall(r'name="others" value="(\d+)"', shown.text) == [str(other.pk)]
    refused = browser.post(page, {"title_en": "Follow-up", "bond": "same"})
    assert (refused.status_code, "at least two" in refused.text) == (422, True)
    assert browser.post(page, {"title_en": "Follow-up", "bond": "same", "others": [other.pk]}).status_code == 302
    demand = Demand.objects.get()
    assert list(members_of_demand(actor_of(team), demand)) == [one, other]
    edit = f"/en/register/demands/{spell(demand.pk)}/edit/"
    seen = {"seen": demand.version}
    assert browser.post(edit, {"title_en": "Follow-up", "title_ar": "المتابعة", **seen}).status_code == 302
    browser.post(f"/en/register/recommendations/{spell(one.pk)}/apart/")
    assert not Demand.objects.exists()


def test_addressees_and_themes_are_kept_by_their_pages(browser: Client, addressee: Person) -> None:
    typed = {"name_en": "A Contact Group", "kind": "donor", "language": "en", "address": "desk@example.org"}
    made = browser.post("/en/register/addressees/new/", typed)
    body = Addressee.objects.get()
    assert made["Location"] == f"/en/register/addressees/{spell(body.pk)}/"
    assert browser.post("/en/register/addressees/new/", typed).status_code == 422
    assert browser.post(made["Location"], {"person": addressee.pk}).status_code == 302
    assert "Ada Donor-Invented" in browser.get(made["Location"]).text
    person = body.representatives.get()
    browser.post(f"/en/register/representatives/{spell(person.pk)}/dismiss/")
    assert "Ada Donor-Invented" not in browser.get("/en/register/addressees/").text
    browser.post(made["Location"] + "edit/", {**typed, "answer_days": "30", "seen": body.version})
    body.refresh_from_db()
    assert body.answer_days == 30
    browser.post(f"/en/register/addressees/{spell(body.pk)}/remove/")
    assert not Addressee.objects.exists()
    browser.post("/en/register/themes/", {"name_en": "Detainees"})
    theme = Theme.objects.get(code="detainees")
    browser.post(f"/en/register/themes/{spell(theme.pk)}/edit/", {"name_en": "Detained people", "seen": theme.version})
    browser.post(f"/en/register/themes/{spell(theme.pk)}/remove/")
    assert not Theme.objects.filter(code="detainees").exists()


def test_all_of_a_text_is_addressed_and_shown_at_once_and_nothing_else(browser: Client) -> None:
    body, document, other = an_addressee(), a_document(), a_recommendation(released=False)
    made = recommendations(an_ask(), an_ask(), an_ask(), document=document, released=False)
    text = {"texts": [f"document:{document.pk}", "paper:x", "chess:1"]}
    assert "Choose the recommendations" in browser.post("/en/register/waiting/address/", text).text
    browser.post("/en/register/waiting/address/", {**text, "addressees": [body.pk]})
    browser.post("/en/register/waiting/release/", {**text, "recommendations": ["x", "9" * 30]})
    assert set(released()) == set(made)
    assert all(each.submissions.get().addressee == body for each in made)
    assert not other.submissions.exists()


def test_the_teams_desk_names_the_texts_whose_recommendations_can_be_shown(browser: Client) -> None:
    recommendations(an_ask(), an_ask(), document=a_document(words("The March report")), released=False)
    a_recommendation(document=a_document(words("The shown report")))
    desk = browser.get("/en/desk/").text
    assert desk.count("The March report") == 1
    assert "The shown report" not in desk


def test_a_papers_paragraphs_are_recorded_before_the_office_reads_it_and_hidden_from_it_till_then(
    browser: Client, office: Person, member: Person, clock: object
) -> None:
    paper = an_adopted_paper(clock, member)
    page = f"/en/papers/{spell(paper.pk)}/register/"
    assert page in browser.get(f"/en/papers/{spell(paper.pk)}/").text
    key = offered(browser.get(page).text)[0]
    day = now().date().isoformat()
    browser.post(page, {"step": "record", "pieces": [key], "asked_on": day, "precision": "day"})
    made = Recommendation.objects.get()
    assert (made.paper, made.place, f"p{made.paragraph_id}") == (paper, "1", key)
    assert made.code in browser.get(f"/en/papers/{spell(paper.pk)}/").text
    seen = [set(recommendations_visible_to(actor_of(each))) for each in (member, office)]
    assert seen == [{made}, set()]
    with_office(paper)
    assert set(recommendations_visible_to(actor_of(office))) == {made}


def test_the_register_leads_the_team_to_its_keeping_and_an_old_demand_to_the_one_it_went_into(browser: Client) -> None:
    first, second = a_demand(), a_demand()
    chosen = [each.recommendations.order_by("asked_on")[0] for each in (first, second)]
    a_demand(*chosen)
    assert "/en/register/waiting/" in browser.get("/en/register/").text
    assert "/en/register/waiting/" not in Client().get("/en/register/").text
    assert browser.get(f"/en/register/demands/{second.slug}/")["Location"] == f"/en/register/demands/{first.slug}/"
    shown = f"/en/register/demands/{spell(first.pk)}/edit/"
    assert shown in browser.get(f"/en/register/demands/{first.slug}/").text
    assert shown not in Client().get(f"/en/register/demands/{first.slug}/").text
