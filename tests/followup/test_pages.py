"""The pages that everybody reads: a recommendation's whole way, demands, outcomes, figures."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from time_machine import Traveller

from supportroom.answers.actions import amend_answer
from supportroom.followup.sources import addresses_of, published_through
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from supportroom.room.models import Room
from tests.factories.answers import a_delivery, a_sent_letter, answered, submission_of
from tests.factories.briefings import a_briefing, a_reading, read_twice
from tests.factories.register import a_demand, a_document, a_recommendation, an_addressee
from tests.factories.rounds import make_round, words

pytestmark = pytest.mark.django_db
Browser = Callable[..., Client]


def address(one: Recommendation) -> str:
    return reverse("followup:recommendation_detail", args=[one.slug])


@pytest.fixture
def followed(room: Room, clock: Traveller, member: Person, team: Person) -> Recommendation:
    """A recommendation of 2020 that was sent, answered, carried, read in two briefings; another body is late."""
    office, donors = an_addressee(), an_addressee(words("The Donors", "المانحون"), kind="donor")
    one = a_recommendation(addressees=[office, donors], themes=["women"], goals=[16], place="p. 3")
    a_delivery(one, carrier=member)
    a_sent_letter(submission_of(one, donors))
    given = answered(submission_of(one, office), "partly", text=words("Ten days before.", "قبل عشرة أيام."))
    clock.shift(3 * 24 * 3600)
    why = words("The room asked again.", "سألت الغرفة مرة أخرى.")
    amend_answer(
        actor=SYSTEM, answer=given, verdict="accepted", text=words("Two weeks before.", "قبل أسبوعين."), why=why,
        source="Letter of 5 June",
    )  # fmt: skip
    read_twice(one, a_briefing(), "reflected", "absent")
    a_reading(one, a_briefing(given_on=date(2021, 6, 15)), team)
    clock.shift(90 * 24 * 3600)
    return one


def test_the_whole_way_stands_on_one_page(followed: Recommendation, asked_as: Browser) -> None:
    text = asked_as().get(address(followed)).content.decode()
    said = " ".join(re.sub(r"<[^>]+>", "", text).split())
    for told in (
        "An earlier report", "p. 3", "https://example.org/report", "Still open since", "14 September 2020",
        "Conference on the future", "Brussels", "Two members of the room",
        "Two weeks before.", "Ten days before.", "The room asked again.", "accepted", "partly accepted",
        "Letter of 5 June",
        "1 earlier wording of this answer", "S/PV.", "the readers differ", "Trucks with food", "passage",
        "Peace, justice", "The Donors: answer overdue since",
    ):  # fmt: skip
        assert told in said or told in text, told
    assert '<span class="late">' in text
    assert 'class="chart__picture"' in text
    days = re.findall(r'<p class="way__day"><bdi><time datetime="([\d-]+)"', text)
    assert days == sorted(days)
    assert len(days) >= 9


def test_no_page_names_who_read_or_carried(
    followed: Recommendation, member: Person, team: Person, asked_as: Browser
) -> None:
    for browser in (asked_as(), asked_as(member)):
        for page in (address(followed), reverse("followup:outcomes"), reverse("followup:register")):
            text = browser.get(page).content.decode()
            assert member.name not in text
            assert team.name not in text


def test_every_page_opens_in_both_languages_for_visitors_and_members_and_is_small(
    followed: Recommendation, member: Person, asked_as: Browser
) -> None:
    visitor, demand, round_ = asked_as(), a_demand(), make_round(others=0)
    a_recommendation(document=a_document(round=round_), round=round_)
    for language in ("ar", "en"):
        with override(language):
            register = reverse("followup:register")
            pages = [register, address(followed), reverse("followup:demand_detail", args=[demand.slug])]
            pages += [reverse("followup:outcomes"), *(f"{register}figures/?by={way}" for way in ("round", "year", "x"))]
            pages += [
                f"{register}figures/",
                f"{register}figures/?by=pillar",
                f"{register}?order=due&overdue=on&words=x",
            ]
        for browser in (visitor, asked_as(member)):
            for page in pages:
                answer = browser.get(page)
                assert answer.status_code == 200, page
                assert " style=" not in answer.content.decode(), page
                if browser is visitor:
                    assert "csrfmiddlewaretoken" not in answer.content.decode(), page
                    assert not answer.cookies, page


def test_what_was_asked_of_2020_is_three_taps_from_the_front_page(followed: Recommendation, asked_as: Browser) -> None:
    browser, page, taps = (
        asked_as(),
        "/en/",
        (r"/en/register/", r"/en/register/\?year=2020", r"/en/register/2020-[\w-]+/"),
    )
    for tap in taps:
        links = re.findall(rf'href="({tap})"', browser.get(page).content.decode())
        assert links, (page, tap)
        page = links[0]
    assert page == address(followed)


def test_a_demand_shows_each_source_with_its_date_once(room: Room, asked_as: Browser) -> None:
    demand = a_demand()
    hidden = a_recommendation(asked_on=date(2022, 5, 5), released=False)
    a_demand(*demand.recommendations.all(), hidden, title=demand.title)
    member = demand.recommendations.order_by("year").first()
    assert member is not None
    register = asked_as().get(reverse("followup:register")).content.decode()
    assert register.count('class="asked"') == 1
    said = re.sub(r"<[^>]+>", "", register)
    assert "asked in 2017, 2020, 2021, 2023" in said
    page = asked_as().get(reverse("followup:demand_detail", args=[member.demand.slug])).content.decode()  # type: ignore[union-attr]
    assert page.count('class="asked"') == 4
    assert hidden.slug not in page
    alone = asked_as().get(address(member)).content.decode()
    assert "The same was asked for" in alone
    assert alone.count('class="asked"') == 3


def test_a_demand_of_which_nothing_may_be_read_is_not_there(room: Room, asked_as: Browser) -> None:
    demand = a_demand(*(a_recommendation(released=False) for _number in range(2)))
    assert asked_as().get(reverse("followup:demand_detail", args=[demand.slug])).status_code == 404


def test_what_became_is_told_text_by_text_and_on_the_rounds_own_page(
    room: Room, member: Person, asked_as: Browser
) -> None:
    round_ = make_round(others=0)
    report = a_document(words("Report of the round", "تقرير الجولة"), round=round_, dated_on=date(2021, 6, 5))
    inside = a_recommendation(document=report, round=round_, asked_on=date(2021, 6, 5))
    outside = a_recommendation()
    text = asked_as().get(reverse("followup:outcomes")).content.decode()
    assert text.index("Report of the round") < text.index("An earlier report")
    assert text.index(inside.code) < text.index(outside.code)
    page = reverse("followup:round_outcomes", args=[round_.pk])
    assert asked_as().get(page).status_code == 302
    within = asked_as(member).get(page)
    assert within.status_code in (200, 404)
    team = asked_as(member).get(reverse("followup:outcomes")).content.decode()
    assert inside.slug in team


def test_a_source_is_read_where_it_is_published_and_else_in_the_room(
    room: Room, team: Person, asked_as: Browser
) -> None:
    from supportroom.followup import sources

    document = a_document(link="")
    one = a_recommendation(document=document)
    assert addresses_of(VISITOR, [document], "en") == {}
    assert (
        f'href="{reverse("register:document_detail", args=[document.pk])}"'
        in asked_as(team).get(address(one)).content.decode()
    )
    before = list(sources._places)
    published_through(lambda found, language: dict.fromkeys(found, f"/{language}/somewhere/"))
    try:
        assert 'href="/en/somewhere/"' in asked_as().get(address(one)).content.decode()
    finally:
        sources._places[:] = before


def test_the_team_finds_what_it_keeps_the_register_with_and_visitors_do_not(
    room: Room, team: Person, member: Person, asked_as: Browser
) -> None:
    one = a_recommendation()
    assert "Keeping the register" in asked_as(team).get(address(one)).content.decode()
    for browser in (asked_as(), asked_as(member)):
        assert "Keeping the register" not in browser.get(address(one)).content.decode()


def test_empty_pages_say_what_will_stand_there(room: Room, asked_as: Browser) -> None:
    for name in ("register", "outcomes"):
        assert "will stand here" in asked_as().get(reverse(f"followup:{name}")).content.decode()
    assert "will stand here" in asked_as().get(reverse("followup:figures")).content.decode()
