"""Pages of a list, its quotas and its registration: who sees them, what they do, what they never tell."""

import io
from collections.abc import Callable
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.rounds.models import Round
from supportroom.selection import actions
from supportroom.selection.models import DraftList, Listing, Quota, Registration
from supportroom.selection.queries import list_of, on_list
from supportroom.selection.vocabulary import TAKE_LIST
from tests.counting import queries_of
from tests.factories.personas import actor_of
from tests.factories.safety import permitted
from tests.factories.selection import (
    CLOSES,
    listing_of,
    make_competence,
    make_list,
    make_member,
    make_prepared_round,
    make_quotas,
    make_registration,
)

SignIn = Callable[[Person], Client]
TEAM_PAGES = ["list/", "list/add/", "list/import/", "list.csv", "list.xlsx", "quotas/", "registration/edit/"]
OTHERS = ["member", "office", "observer", "interpreter", "addressee", "stranger"]


@pytest.fixture
def draft(room: Room) -> Round:
    return make_prepared_round(is_open_to_members=True)


def at(round: Round, page: str, language: str = "en") -> str:
    return f"/{language}/rounds/{spell(round.pk)}/{page}"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", [*TEAM_PAGES, "registration/"])
def test_every_page_answers_the_team_before_and_after_its_first_use(
    *, page: str, language: str, draft: Round, team: Person, member: Person, sign_in: SignIn, clock: Traveller
) -> None:
    permitted(TAKE_LIST, draft, team)
    browser = sign_in(team)
    assert browser.get(at(draft, page, language)).status_code == 200
    make_list(draft, [member])
    quota = make_quotas(draft, ("women", "", 50), ("region", "SY-HL", 20))[0]
    make_registration(draft)
    assert browser.get(at(draft, page, language)).status_code == 200
    assert browser.get(f"/{language}/quotas/{spell(quota.pk)}/reason/").status_code == 200


@pytest.mark.parametrize("persona", OTHERS)
def test_nobody_but_the_team_sees_list_filter_or_meter(
    persona: str, draft: Round, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    make_list(draft, [make_member("Rima Listed-Invented")])
    quota = make_quotas(draft, ("women", "", 50))[0]
    browser = sign_in(request.getfixturevalue(persona))
    for page in TEAM_PAGES:
        assert browser.get(at(draft, page)).status_code in {403, 404}, page
    for page in ("list/add/", "list/change/", "list/confirm/", "list/reopen/", "list/places/", "quotas/"):
        assert browser.post(at(draft, page), {"places": "3"}).status_code in {403, 404}, page
    assert browser.post(f"/en/quotas/{spell(quota.pk)}/reason/", {"reason_en": "R"}).status_code in {403, 404}
    assert "Rima" not in browser.get(at(draft, "registration/")).content.decode()
    assert list_of(draft).state == "draft"


def test_reading_a_list_that_was_never_used_writes_nothing(draft: Round, team: Person, sign_in: SignIn) -> None:
    for page in TEAM_PAGES:
        sign_in(team).get(at(draft, page))
    assert not DraftList.objects.exists()


def test_filters_combine_and_all_that_are_found_are_added(draft: Round, team: Person, sign_in: SignIn) -> None:
    field = make_competence("Detainees")
    meant = make_member(
        "Warda Meant-Invented",
        organisation="Jasmine Circle",
        region="SY-HL",
        situation="displaced",
        gender="woman",
        age_band="25_34",
        disability="yes",
        languages=["ar", "ku"],
        competences=[field],
    )
    make_member("Rima Elsewhere-Invented", region="SY-ID", gender="woman", age_band="25_34")
    make_member("Nadim There-Invented", region="SY-HL", gender="man", age_band="25_34")
    make_member("Nobody Said-Invented")
    asked = (
        "region=SY-HL&situation=displaced&gender=woman&age_band=25_34&disability=yes&language=ku"
        f"&competence={field.pk}&organisation=jasmine&first_time=on&not_before=on&find=warda"
    )
    browser = sign_in(team)
    page = browser.get(at(draft, f"list/add/?{asked}")).content.decode()
    assert "Warda Meant-Invented" in page
    assert not [name for name in ("Rima", "Nadim", "Nobody Said") if name in page]
    assert "2 people are found" in browser.get(at(draft, "list/add/?gender=woman")).content.decode()
    assert browser.post(at(draft, f"list/add/?{asked}"), {"all": "on"}).status_code == 302
    assert listing_of(draft, meant).way == "filter"
    assert browser.post(at(draft, "list/add/?region=SY"), {"all": "on"}).status_code == 302
    assert on_list(draft).count() == 3
    assert browser.post(at(draft, "list/add/?region=SY"), {"all": "on"}).status_code == 422


def test_who_came_before_or_stands_on_another_list_is_left_out_when_asked(
    draft: Round, team: Person, sign_in: SignIn
) -> None:
    from supportroom.rounds.actions import add_participant

    earlier = make_prepared_round(starts_on=draft.starts_on - timedelta(days=90), ends_on=draft.starts_on)
    came, listed = make_member("Rima Came-Invented"), make_member("Nadim Listed-Invented")
    add_participant(actor=SYSTEM, round=earlier, person=came)
    make_list(earlier, [listed])
    browser = sign_in(team)
    first = browser.get(at(draft, "list/add/?first_time=on")).content.decode()
    assert "Rima" not in first
    assert "Nadim" in first
    fresh = browser.get(at(draft, "list/add/?not_before=on")).content.decode()
    assert "Rima" in fresh
    assert "Nadim" not in fresh


def test_those_ticked_are_put_into_a_group_moved_and_taken_off(draft: Round, team: Person, sign_in: SignIn) -> None:
    people = [make_member(f"Person {number} Invented") for number in range(3)]
    first, last = draft.groups.all()
    browser = sign_in(team)
    sent = {"person": [people[0].pk, people[1].pk], "group": str(first.pk)}
    assert browser.post(at(draft, "list/add/?find=person"), sent).status_code == 302
    assert {each.group for each in Listing.objects.all()} == {first}
    assert listing_of(draft, people[0]).way == "hand"
    ticked = {"listing": [listing_of(draft, people[0]).pk]}
    assert browser.post(at(draft, "list/change/"), {**ticked, "verb": "move", "group": str(last.pk)}).status_code == 302
    assert listing_of(draft, people[0]).group == last
    only_there = browser.get(at(draft, f"list/?group={last.pk}")).content.decode()
    assert "Person 0" in only_there
    assert "Person 1" not in only_there
    assert browser.post(at(draft, "list/change/"), {**ticked, "verb": "remove"}).status_code == 302
    assert set(on_list(draft)) == {people[1]}
    again = browser.post(at(draft, "list/change/"), {**ticked, "verb": "remove"})
    assert again.status_code == 422, "somebody else took them off already"
    assert browser.post(at(draft, "list/change/"), {"verb": "move", "listing": "x"}).status_code == 422
    assert browser.post(at(draft, "list/change/?find=person"), {"verb": "remove", "all": "on"}).status_code == 302
    assert not on_list(draft).exists()


def test_somebody_who_withdrew_while_the_page_was_open_stays_and_is_said_to_have_withdrawn(
    draft: Round, team: Person, member: Person, sign_in: SignIn
) -> None:
    make_list(draft, [member])
    ticked = {"listing": [listing_of(draft, member).pk], "verb": "remove"}
    actions.leave_list(actor=actor_of(member), round=draft)
    answer = sign_in(team).post(at(draft, "list/change/"), ticked)
    assert answer.status_code == 422
    assert "withdrawn" in answer.content.decode()
    assert listing_of(draft, member).has_left


def test_the_meter_stands_beside_the_list_after_every_change(draft: Round, team: Person, sign_in: SignIn) -> None:
    make_list(draft, [make_member("Nadim Invented", gender="man"), make_member("Unsaid Invented")])
    quota = make_quotas(draft, ("women", "", 50))[0]
    make_member("Warda Invented", gender="woman")
    browser = sign_in(team)
    page = browser.get(at(draft, "list/")).content.decode()
    assert "0 of 1 quotas are met" in page
    assert "1 has not said" in page
    assert "These quotas cannot be met" in page
    assert "14 are missing for all places" in page, "half of 30 places are 15, and one woman is known"
    answer = browser.post(at(draft, "list/add/?gender=woman"), {"all": "on"}, follow=True).content.decode()
    assert "1 person added." in answer
    assert "<bdi>1</bdi> (at least <bdi>2</bdi>)" in answer
    refused = browser.post(at(draft, "list/confirm/"))
    assert refused.status_code == 422
    assert "women 1/2" in refused.content.decode()
    reason = f"/en/quotas/{spell(quota.pk)}/reason/"
    assert browser.post(reason, {"reason_en": "", "reason_ar": ""}).status_code == 422
    assert browser.post(reason, {"reason_en": "Visas.", "reason_ar": "", "seen": quota.version}).status_code == 302
    assert browser.post(reason, {"reason_en": "Other.", "reason_ar": "", "seen": quota.version}).status_code == 409
    assert browser.post(at(draft, "list/confirm/")).status_code == 302
    assert browser.post(at(draft, "list/add/?find=x"), {"person": "1"}).status_code == 422
    assert browser.post(at(draft, "list/reopen/")).status_code == 302


@pytest.mark.parametrize("percent", ["0", "101", "-1", "x", "9999999999999"])
def test_a_share_that_cannot_be_is_refused_and_still_there(
    percent: str, draft: Round, team: Person, sign_in: SignIn
) -> None:
    answer = sign_in(team).post(at(draft, "quotas/"), {"new_key": "women:", "new_percent": percent})
    assert answer.status_code == 422
    assert f'value="{percent}"' in answer.content.decode()
    assert not Quota.objects.exists()


def test_quotas_are_set_changed_and_taken_out(draft: Round, team: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(team), at(draft, "quotas/")
    assert browser.post(page, {"new_key": "women:", "new_percent": "30"}).status_code == 302
    twice = {"percent_women_": "30", "new_key": "women:", "new_percent": "40", "seen": list_of(draft).version}
    assert browser.post(page, twice).status_code == 422
    assert browser.post(page, {"percent_women_": "30", "new_key": "women:"}).status_code == 422
    assert (
        browser.post(page, {"percent_women_": "30", "new_key": "region:SY-ZZ", "new_percent": "5"}).status_code == 422
    )
    more = {"percent_women_": "40", "new_key": "region:SY-HL", "new_percent": "10"}
    assert browser.post(page, more).status_code == 302
    assert [(quota.kind, quota.percent) for quota in Quota.objects.all()] == [("women", 40), ("region", 10)]
    late = {"percent_women_": "50", "percent_region_SY-HL": "10", "seen": "1"}
    assert browser.post(page, late).status_code == 409
    assert browser.post(page, {"percent_women_": "", "percent_region_SY-HL": "10"}).status_code == 302
    assert [quota.kind for quota in Quota.objects.all()] == ["region"]


def test_places_are_changed_and_two_who_do_it_at_once_see_it(draft: Round, team: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(team), at(draft, "list/places/")
    assert browser.post(page, {"places": "0"}).status_code == 422
    assert browser.post(page, {"places": "60"}).status_code == 302
    assert browser.post(page, {"places": "50", "seen": "1"}).status_code == 409
    assert list_of(draft).places == 60


def test_s46_a_list_taken_along_holds_no_formula_and_nothing_of_the_profiles(
    draft: Round, team: Person, sign_in: SignIn
) -> None:
    make_list(draft, [make_member("=HYPERLINK(1)", organisation="+Circle", gender="woman", region="SY-HL")])
    assert sign_in(team).get(at(draft, "list.csv")).status_code == 422
    permitted(TAKE_LIST, draft, team)
    csv = sign_in(team).get(at(draft, "list.csv")).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1),'+Circle" in csv
    assert "woman" not in csv
    assert "Aleppo" not in csv
    sheet = openpyxl.load_workbook(io.BytesIO(sign_in(team).get(at(draft, "list.xlsx")).content)).active
    cell = sheet.cell(2, 1)
    assert cell.value == "'=HYPERLINK(1)"
    assert cell.data_type == "s"


def test_a_file_is_looked_at_before_it_is_kept(draft: Round, team: Person, member: Person, sign_in: SignIn) -> None:
    browser, page = sign_in(team), at(draft, "list/import/")
    lines = f"Name,Organisation,Gender\n{member.name},Olive Branch Circle,woman\nRima New-Invented,,\n"
    preview = browser.post(page, {"file": SimpleUploadedFile("list.csv", lines.encode())}).content.decode()
    assert "2 people would be added." in preview
    assert not Listing.objects.exists()
    parcel = preview.split('name="parcel" value="')[1].split('"')[0]
    assert browser.post(page, {"parcel": parcel}).status_code == 302
    assert {person.name for person in on_list(draft)} == {member.name, "Rima New-Invented"}
    assert not hasattr(member, "profile"), "a file says nothing for anybody"
    assert browser.post(page, {"parcel": parcel + "x"}).status_code == 422
    formula = SimpleUploadedFile("list.csv", b"Name\n=1+1\n")
    assert "looks like a formula" in browser.post(page, {"file": formula}).content.decode()


def test_a_list_and_a_search_take_the_same_queries_for_one_and_for_many(
    draft: Round, team: Person, sign_in: SignIn
) -> None:
    browser = sign_in(team)
    make_quotas(draft, ("women", "", 50))
    counts: dict[str, list[int]] = {"list/": [], "list/add/?gender=woman": []}
    for number in range(3):
        people = [make_member(f"Person {number} {n} Invented", gender="woman", region="SY-HL") for n in range(2)]
        make_list(draft, people[:1])
        for page, told in counts.items():
            told.append(queries_of(browser, at(draft, page)))
    assert all(len(set(told)) == 1 for told in counts.values()), counts


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("persona", ["member", "shielded_member", "office", "interpreter"])
def test_everybody_who_sees_the_round_reads_the_criteria(
    *, persona: str, language: str, draft: Round, request: pytest.FixtureRequest, sign_in: SignIn, clock: Traveller
) -> None:
    Round.objects.filter(pk=draft.pk).update(state="topics")
    assert sign_in(request.getfixturevalue(persona)).get(at(draft, "registration/", language)).status_code == 200
    make_registration(draft)
    page = sign_in(request.getfixturevalue(persona)).get(at(draft, "registration/", language))
    assert page.status_code == 200
    assert "Work in the field for a year." in page.content.decode()


def test_a_member_registers_once_and_takes_it_back(
    draft: Round, member: Person, sign_in: SignIn, clock: Traveller
) -> None:
    make_registration(draft)
    browser, page = sign_in(member), at(draft, "registration/")
    key = {"text_en": "Ten years of it.", "text_ar": "", "once": "one-key"}
    assert browser.post(page, key).status_code == 302
    assert browser.post(page, key).status_code == 302, "the same form sent twice counts once"
    assert browser.post(page, {"text_en": "Again.", "text_ar": ""}).status_code == 422
    assert "Ten years of it." in browser.get(page).content.decode()
    assert browser.post(at(draft, "registration/take-back/")).status_code == 302
    assert browser.post(at(draft, "registration/take-back/")).status_code == 422
    assert browser.post(at(draft, "leave/")).status_code == 302
    assert "You do not come" in browser.get(page).content.decode()
    assert browser.post(at(draft, "come-back/")).status_code == 302


def test_those_who_registered_are_found_and_what_they_say_is_read_by_the_team(
    *, draft: Round, member: Person, stranger: Person, team: Person, sign_in: SignIn, clock: Traveller
) -> None:
    registration = make_registration(draft)
    from tests.factories.rounds import words

    actions.apply(actor=actor_of(member), registration=registration, text=words("Ten years of it."))
    browser = sign_in(team)
    page = browser.get(at(draft, "list/add/?source=registered")).content.decode()
    assert "Ten years of it." in page
    assert stranger.name not in page
    browser.post(at(draft, "list/add/?source=registered"), {"all": "on"})
    assert listing_of(draft, member).way == "registration"
    assert "1 member has registered." in browser.get(at(draft, "registration/")).content.decode()
    assert "has registered" not in sign_in(stranger).get(at(draft, "registration/")).content.decode()


def test_the_team_opens_a_registration_and_members_then_see_the_round(
    room: Room, team: Person, member: Person, sign_in: SignIn, clock: Traveller
) -> None:
    closed = make_prepared_round()
    page, edit = at(closed, "registration/"), at(closed, "registration/edit/")
    assert sign_in(member).get(page).status_code == 404
    window = {"opens_day": "2026-06-02", "opens_hour": "09:00", "closes_day": "2026-06-03", "closes_hour": "18:00"}
    browser = sign_in(team)
    assert browser.post(edit, {**window, "criteria_en": "", "criteria_ar": ""}).status_code == 422
    wrong = {**window, "closes_day": "2026-06-01", "criteria_en": "C", "criteria_ar": ""}
    assert browser.post(edit, wrong).status_code == 422
    assert browser.post(edit, {**window, "criteria_en": "Criteria here.", "criteria_ar": ""}).status_code == 302
    assert "Criteria here." in sign_in(member).get(page).content.decode()
    stands = Registration.objects.get()
    later = {**window, "closes_day": "2026-06-04", "criteria_en": "Criteria here.", "criteria_ar": ""}
    assert browser.post(edit, {**later, "seen": stands.version}).status_code == 302
    assert browser.post(edit, {**later, "seen": stands.version}).status_code == 409


def test_registration_ends_with_the_second_that_was_announced(draft: Round, member: Person, clock: Traveller) -> None:
    from supportroom.kernel.errors import DomainError

    registration = make_registration(draft)
    clock.move_to(CLOSES)
    with pytest.raises(DomainError, match=r"selection\.registration_closed"):
        actions.apply(actor=actor_of(member), registration=registration)
    clock.move_to(CLOSES - timedelta(microseconds=1))
    actions.apply(actor=actor_of(member), registration=registration)
    clock.move_to(CLOSES)
    with pytest.raises(DomainError, match=r"selection\.registration_closed") as refused:
        actions.take_application_back(actor=actor_of(member), registration=registration)
    assert "<bdi>" not in refused.value.wording


@pytest.mark.parametrize("asked", ["region=SY-ZZ", "gender=king", "competence=77", "find=" + "x" * 201, "source=moon"])
def test_a_filter_that_is_not_understood_finds_nobody_and_adds_nobody(
    asked: str, draft: Round, team: Person, member: Person, sign_in: SignIn
) -> None:
    page = at(draft, f"list/add/?{asked}")
    assert "Nobody was found." in sign_in(team).get(page).content.decode()
    assert sign_in(team).post(page, {"all": "on"}).status_code == 422
    assert not on_list(draft).exists()


@pytest.mark.parametrize("key", ["9999999999999999999", "9" * 400, "-1", "x", "\u0661", ""])
def test_an_id_that_cannot_be_means_nobody(
    key: str, draft: Round, team: Person, member: Person, sign_in: SignIn
) -> None:
    make_list(draft, [member])
    browser = sign_in(team)
    assert browser.get(at(draft, f"list/?group={key}&page={key}")).status_code == 200
    assert browser.post(at(draft, "list/change/"), {"verb": "remove", "listing": key}).status_code == 422
    assert browser.post(at(draft, "list/add/?find=x"), {"person": key}).status_code == 422
    assert on_list(draft).get() == member
