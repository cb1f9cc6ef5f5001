"""Finding recommendations: filters, orders, demands once, a steady number of queries."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from supportroom.followup.filters import Filters
from supportroom.followup.finding import in_order, keys_once, matching
from supportroom.kernel.actors import VISITOR
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from supportroom.room.models import Room
from tests.counting import queries_of
from tests.factories.answers import a_sent_letter, answered, submission_of
from tests.factories.personas import actor_of
from tests.factories.register import a_demand, a_document, a_recommendation, an_addressee, an_ask, recommendations
from tests.factories.rounds import make_round, pillar_of, words

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)
Browser = Callable[..., Client]


def found(**asked: object) -> set[Recommendation]:
    return set(matching(VISITOR, Filters(**asked), TODAY))  # type: ignore[arg-type]


def test_each_filter_keeps_what_it_says_and_nothing_else(room: Room, clock: Traveller) -> None:
    office, donors = an_addressee(), an_addressee(kind="donor")
    round_ = make_round(pillars=("Detainees",), others=0)
    document = a_document(round=round_)
    text = words("Release the detained pupils.", "الإفراج عن الطلّاب المعتقلين.")
    kept: dict[str, Any] = {"pillar": pillar_of(round_, 0), "themes": ["women"], "round": round_}
    late = a_recommendation(addressees=[office], asked_on=date(2017, 3, 1), text=text, document=document, **kept)
    given = a_recommendation(addressees=[donors, office], asked_on=date(2020, 6, 5))
    bare = a_recommendation(asked_on=date(2021, 6, 5), themes=["youth"])
    a_sent_letter(submission_of(late, office))
    answered(submission_of(given, donors))
    assert found() == {late, given, bare}
    assert found(addressee=donors.slug) == {given}
    assert found(addressee=office.slug, overdue=True) == found(overdue=True) == {late}
    assert found(addressee=donors.slug, overdue=True) == set()
    assert found(round=spell(round_.pk)) == {late}
    assert found(pillar=spell(pillar_of(round_, 0).pk)) == {late}
    assert found(theme="women") == {late}
    assert found(year="2020") == {given}
    assert found(state="sent") == {late}
    assert found(state="open") == {late, given, bare}
    assert found(source=f"document-{spell(document.pk)}") == {late}
    assert found(words="المعتقلون") == set()
    assert found(words="الافراج  الطلاب") == found(words="PUPILS release") == {late}
    assert found(words=late.code) == found(words="2017 / 1") == {late}
    assert found(words="%") == {late, given, bare}  # a sign is no word


def test_what_asks_the_same_stands_once_and_at_the_place_of_its_first(room: Room, clock: Traveller) -> None:
    demand = a_demand()
    members = list(demand.recommendations.order_by("year"))
    related = a_demand(a_recommendation(), a_recommendation(), bond="related")
    alone = a_recommendation(asked_on=date(2018, 1, 1))
    rows = matching(VISITOR, Filters(), TODAY)
    newest, oldest = keys_once(in_order(rows, "newest")), keys_once(in_order(rows, "oldest"))
    assert len(newest) == len(oldest) == 1 + 2 + 1
    assert newest[0] == members[-1].pk
    assert oldest[:2] == [members[0].pk, alone.pk]
    assert {one.pk for one in related.recommendations.all()} < set(newest)
    assert keys_once(matching(VISITOR, Filters(year="2020", demand=demand.slug), TODAY)) == [members[1].pk]


def test_orders_put_the_soonest_and_the_last_moved_first(room: Room, clock: Traveller) -> None:
    slow, quick = an_addressee(answer_days=90), an_addressee(answer_days=20)
    first, second = a_recommendation(addressees=[slow]), a_recommendation(addressees=[quick])
    never = a_recommendation()
    a_sent_letter(submission_of(first, slow))
    clock.shift(24 * 3600)
    a_sent_letter(submission_of(second, quick))
    rows = matching(VISITOR, Filters(), TODAY)
    assert keys_once(in_order(rows, "due")) == [second.pk, first.pk, never.pk]
    assert keys_once(in_order(rows, "moved"))[0] == second.pk


def test_everybody_sees_what_they_may(
    member: Person, team: Person, observer: Person, addressee: Person, asked_as: Browser
) -> None:
    body = an_addressee(people=[addressee])
    shown, hidden = a_recommendation(), a_recommendation(released=False, addressees=[body])
    page = reverse("followup:register")
    for person in (None, observer, addressee, member, team):
        sees = person in (member, team)
        browser = asked_as(person)
        text = browser.get(page).content.decode()
        assert shown.slug in text
        assert (hidden.slug in text) is sees
        status = browser.get(reverse("followup:recommendation_detail", args=[hidden.slug])).status_code
        assert status == (200 if sees else 404)
    assert len(matching(actor_of(member), Filters(), TODAY)) == 2


def test_a_page_asks_as_often_for_three_as_for_one(room: Room, member: Person, asked_as: Browser) -> None:
    body = an_addressee()
    a_recommendation(addressees=[body])
    a_demand()
    browsers, pages = (asked_as(), asked_as(member)), ("followup:register", "followup:outcomes", "followup:figures")

    def queries() -> list[int]:
        return [queries_of(browser, reverse(name)) for browser in browsers for name in pages]

    before = queries()
    for _more in range(2):
        a_recommendation(addressees=[an_addressee(), body], document=a_document())
    a_demand()
    assert queries() == before
    assert max(before) <= 10


def test_a_filter_that_is_not_understood_shows_nothing_and_says_so(room: Room, asked_as: Browser) -> None:
    one = a_recommendation()
    for asked in ("state=burning", "year=1066", "round=x", "addressee=nobody", "source=paper-1", "demand=a b"):
        answer = asked_as().get(f"{reverse('followup:register')}?{asked}")
        assert answer.status_code == 422, asked
        assert one.slug not in answer.content.decode()
        assert "This filter was not understood" in answer.content.decode()
        file = asked_as().get(f"{reverse('followup:register_file', args=['csv'])}?{asked}")
        assert file.status_code == 422, asked
    misspelt = asked_as().get(f"{reverse('followup:register_file', args=['csv'])}?pilar=x")
    assert misspelt.status_code == 422
    assert "pilar" in misspelt.content.decode()


def test_fifty_stand_on_a_page(room: Room, asked_as: Browser) -> None:
    document = a_document()
    recommendations(*(an_ask() for _number in range(53)), document=document)
    page = reverse("followup:register")
    first, second = (asked_as().get(f"{page}?page={number}&order=oldest").content.decode() for number in (1, 2))
    assert first.count('class="asked"') == 50
    assert second.count('class="asked"') == 3
    assert "page=2" in first
    assert "order=oldest" in first
