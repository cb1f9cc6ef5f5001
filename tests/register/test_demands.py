"""Several recommendations as one demand; addressees, representatives, themes."""

from datetime import date

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError, Missing, Stale
from supportroom.kernel.multilingual import multilingual
from supportroom.people.actions import add_person
from supportroom.people.models import Person
from supportroom.register.actions import (
    add_theme,
    amend_addressee,
    amend_demand,
    amend_theme,
    bring_together,
    dismiss_representative,
    name_representative,
    release_recommendations,
    remove_addressee,
    remove_theme,
    take_out_of_demand,
)
from supportroom.register.likeness import alike
from supportroom.register.models import Addressee, Demand, Theme
from supportroom.register.queries import demand_at, happenings_of, members_of_demand
from supportroom.register.themes import all_themes, theme_choices
from tests.factories.register import a_demand, a_recommendation, an_addressee
from tests.factories.rounds import words


def test_a_demand_holds_its_sources_in_the_order_in_which_they_asked(room: object) -> None:
    demand = a_demand()
    found = members_of_demand(SYSTEM, demand)
    assert [each.asked_on.year for each in found] == [2017, 2020, 2021, 2023]
    assert {each.bond for each in found} == {"same"}
    assert happenings_of(found[0]).last().kind == "brought_together"


def test_a_related_one_comes_in_and_the_others_keep_their_bond(room: object) -> None:
    demand, other = a_demand(), a_recommendation()
    members = list(members_of_demand(SYSTEM, demand))
    again = bring_together(
        actor=SYSTEM, recommendations=[members[0], other], title=words("What became of it?"), bond="related"
    )
    assert again == demand
    assert str(again.title) == "What became of it?"
    assert [each.bond for each in members_of_demand(SYSTEM, demand)].count("related") == 1


def test_a_title_that_everybody_reads_has_not_the_words_of_what_stays_hidden(room: object) -> None:
    shown, hidden = a_recommendation(), a_recommendation(released=False, text=words("Free the teachers."))
    with pytest.raises(DomainError, match=r"register\.title_unreleased"):
        bring_together(actor=SYSTEM, recommendations=[shown, hidden], title=words("Free the teachers."))
    demand = bring_together(actor=SYSTEM, recommendations=[shown, hidden], title=words("Those who teach"))
    with pytest.raises(DomainError, match=r"register\.title_unreleased"):
        amend_demand(actor=SYSTEM, demand=demand, title=words("Free the teachers."))
    hidden.refresh_from_db()
    release_recommendations(actor=SYSTEM, recommendations=[hidden])
    amend_demand(actor=SYSTEM, demand=demand, title=words("Free the teachers."))


def test_who_is_shown_first_does_not_show_anothers_words_by_their_demand(room: object) -> None:
    first, hidden = a_recommendation(released=False), a_recommendation(released=False, text=words("Free the teachers."))
    bring_together(actor=SYSTEM, recommendations=[first, hidden], title=words("Free the teachers."))
    first.refresh_from_db()
    hidden.refresh_from_db()
    with pytest.raises(DomainError, match=r"register\.title_unreleased"):
        release_recommendations(actor=SYSTEM, recommendations=[first])
    release_recommendations(actor=SYSTEM, recommendations=[first, hidden])


def test_two_demands_become_one_and_the_old_address_leads_to_it(room: object) -> None:
    first, second = a_demand(), a_demand()
    chosen = [members_of_demand(SYSTEM, each)[0] for each in (first, second)]
    kept = bring_together(actor=SYSTEM, recommendations=chosen, title=words("Both"))
    gone = ({first, second} - {kept}).pop()
    assert kept == first
    assert members_of_demand(SYSTEM, kept).count() == 8
    assert demand_at(gone.slug) == kept
    third = a_demand()
    last = bring_together(
        actor=SYSTEM, recommendations=[chosen[0], members_of_demand(SYSTEM, third)[0]], title=words("All")
    )
    assert {demand_at(each.slug) for each in (first, second, third)} == {last}
    with pytest.raises(Missing):
        demand_at("demand-none")


def test_who_is_taken_out_stands_alone_and_a_demand_of_one_is_given_up(room: object) -> None:
    one, two, three = a_recommendation(), a_recommendation(), a_recommendation()
    demand = a_demand(one, two, three)
    for each in (one, two, three):
        each.refresh_from_db()
    take_out_of_demand(actor=SYSTEM, recommendation=one)
    assert members_of_demand(SYSTEM, demand).count() == 2
    take_out_of_demand(actor=SYSTEM, recommendation=two)
    three.refresh_from_db()
    assert three.demand is None
    assert not Demand.objects.exists()
    with pytest.raises(DomainError, match=r"register\.not_in_demand"):
        take_out_of_demand(actor=SYSTEM, recommendation=three)
    with pytest.raises(DomainError, match=r"register\.too_few"):
        bring_together(actor=SYSTEM, recommendations=[one, one], title=words("Alone"))


def test_a_title_is_translated_by_who_saw_it_as_it_is(room: object) -> None:
    demand = a_demand()
    amend_demand(actor=SYSTEM, demand=demand, title=words("An answer", "جواب"), seen=demand.version)
    with pytest.raises(Stale):
        amend_demand(actor=SYSTEM, demand=demand, title=words("Another"), seen=1)


def test_addressees_have_one_name_an_address_for_good_and_days_within_bounds(room: object) -> None:
    office = an_addressee(words("Office of the Envoy", "مكتب المبعوث"))
    arabic = an_addressee(multilingual("ar", ar="لجنة المتابعة"))
    assert office.slug == "office-of-the-envoy"
    assert arabic.slug.startswith("addressee-")
    with pytest.raises(DomainError, match=r"register\.addressee_known"):
        an_addressee(words("office of the envoy", "مكتب المبعوث"))
    with pytest.raises(DomainError, match=r"register\.addressee_known"):
        amend_addressee(actor=SYSTEM, addressee=arabic, name=office.name)
    for days in (6, 731):
        with pytest.raises(DomainError, match=r"register\.answer_days"):
            an_addressee(answer_days=days)
    amend_addressee(actor=SYSTEM, addressee=office, name=words("The Envoy's office"), answer_days=30)
    assert (office.slug, office.answer_days) == ("office-of-the-envoy", 30)
    remove_addressee(actor=SYSTEM, addressee=arabic)
    a_recommendation(addressees=[office])
    with pytest.raises(DomainError, match=r"kernel\.in_use"):
        remove_addressee(actor=SYSTEM, addressee=office)
    assert list(Addressee.objects.all()) == [office]


def test_a_representative_has_an_account_and_answers_once_for_a_body(addressee: Person) -> None:
    body = an_addressee(people=[addressee])
    with pytest.raises(DomainError, match=r"register\.represents_already"):
        name_representative(actor=SYSTEM, addressee=body, person=addressee)
    nobody = add_person(
        actor=SYSTEM, name="Nadim Without-Invented", organisation="", language="en", roles=["addressee"]
    )
    with pytest.raises(DomainError, match=r"register\.no_account"):
        name_representative(actor=SYSTEM, addressee=body, person=nobody)
    dismiss_representative(actor=SYSTEM, representative=body.representatives.get())
    assert not body.representatives.exists()


def test_four_themes_stand_in_every_room_and_the_room_adds_its_own(room: object) -> None:
    assert [code for code, _name in theme_choices()] == ["women", "youth", "disability", "region"]
    assert not Theme.objects.exists()
    added = add_theme(actor=SYSTEM, name=words("Detainees and missing people", "المعتقلون والمفقودون"))
    assert [each.code for each in all_themes()][4:] == [added.code] == ["detainees-and-missi"]
    arabic = add_theme(actor=SYSTEM, name=multilingual("ar", ar="البيئة"))
    assert arabic.code.startswith("theme-")
    with pytest.raises(DomainError, match=r"register\.theme_known"):
        add_theme(actor=SYSTEM, name=words("Youth", "الشباب"))
    with pytest.raises(DomainError, match=r"register\.theme_known"):
        amend_theme(actor=SYSTEM, theme=arabic, name=added.name)
    amend_theme(actor=SYSTEM, theme=arabic, name=words("Environment", "البيئة"))
    with pytest.raises(DomainError, match=r"register\.theme_stands"):
        remove_theme(actor=SYSTEM, theme=Theme.objects.get(code="women"))
    made = a_recommendation(themes=[added.code])
    with pytest.raises(DomainError, match=r"register\.theme_in_use"):
        remove_theme(actor=SYSTEM, theme=added)
    remove_theme(actor=SYSTEM, theme=arabic)
    assert made.themes == ["detainees-and-missi"]


def test_what_says_much_the_same_is_found_in_either_language_and_nothing_else(room: object) -> None:
    asked = a_recommendation(
        text=words("Inform members what became of their recommendations.", "إبلاغ الأعضاء بما حلّ بتوصياتهم."),
        asked_on=date(2017, 3, 1),
    )
    for number in range(5):
        a_recommendation(text=words(f"Open crossing {number} for aid convoys without conditions."))
    english, arabic, other = alike(
        [
            words("Members should be informed of what became of the recommendations."),
            multilingual("ar", ar="أن يُبلَّغ الأعضاء بما حلّ بتوصياتهم"),
            words("Release all detainees at once."),
        ]
    )
    assert [[each.recommendation for each in found] for found in (english, arabic)] == [[asked], [asked]]
    assert other == []
