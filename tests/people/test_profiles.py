"""What members say of themselves, where they live, and the fields of competence: who sees it, what is refused."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.translation import override

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.people.actions import add_competence, amend_competence, set_profile
from supportroom.people.models import Competence, Person, Profile
from supportroom.people.places import is_place, place_name, places_within, region_choices
from supportroom.people.queries import profile_of
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from tests.factories.personas import actor_of

SignIn = Callable[[Person], Client]
PERSONAS = ["member", "office", "observer", "interpreter", "addressee", "team"]
SAID = {
    "region": "SY-HL",
    "situation": "displaced",
    "gender": "woman",
    "age_band": "25_34",
    "disability": "yes",
    "languages": ["ar", "ku"],
    "network": "A Network",
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_has_a_profile_of_their_own_that_may_stay_empty(
    persona: str, language: str, room: Room, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    assert browser.get(f"/{language}/profile/").status_code == 200
    assert browser.post(f"/{language}/profile/", {"network": ""}).status_code == 302
    empty = Profile.objects.get()
    assert (empty.region, empty.gender, empty.situation, empty.languages) == ("", "unsaid", "unsaid", [])


def test_what_was_said_can_be_read_changed_and_taken_back(member: Person, sign_in: SignIn) -> None:
    field = add_competence(actor=SYSTEM, name=multilingual("en", en="Detainees"))
    browser = sign_in(member)
    assert browser.post("/en/profile/", {**SAID, "competences": [str(field.pk)]}).status_code == 302
    profile = profile_of(member.pk)
    assert {name: getattr(profile, name) for name in SAID} == SAID
    assert list(profile.competences.all()) == [field]
    page = browser.get("/en/profile/").content.decode()
    assert 'value="SY-HL" selected' in page
    assert "Only you and the team see what stands here." in page
    assert browser.post("/en/profile/", {"seen": profile.version}).status_code == 302
    assert profile_of(member.pk).region == ""
    assert not profile_of(member.pk).competences.exists()


def test_two_tabs_show_each_other_what_they_said(member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    assert browser.post("/en/profile/", {"gender": "woman", "seen": "1"}).status_code == 302
    answer = browser.post("/en/profile/", {"gender": "man", "seen": "1"})
    assert answer.status_code == 409
    assert "What stands now: woman" in answer.content.decode()
    with pytest.raises(Stale):
        set_profile(actor=SYSTEM, person=member, seen=1, gender="man")


@pytest.mark.parametrize(
    "wrong",
    [{"region": "SY-ZZ"}, {"region": "XX"}, {"gender": "king"}, {"age_band": "12"}, {"languages": ["tlh"]},
     {"competences": ["77"]}, {"network": "x" * 201}],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_the_rest_is_still_there(
    wrong: dict[str, object], member: Person, sign_in: SignIn
) -> None:
    add_competence(actor=SYSTEM, name=multilingual("en", en="Detainees"))
    answer = sign_in(member).post("/en/profile/", {"network": "My Own Network", **wrong})
    assert answer.status_code == 422
    assert "network" in wrong or "My Own Network" in answer.content.decode()
    assert not Profile.objects.exists()


def test_a_place_or_language_that_does_not_exist_is_refused_by_the_action_too(member: Person) -> None:
    with pytest.raises(DomainError, match=r"people\.unknown_place"):
        set_profile(actor=SYSTEM, person=member, region="SY-ZZ")
    with pytest.raises(DomainError, match=r"people\.unknown_language"):
        set_profile(actor=SYSTEM, person=member, languages=["tlh"])


def test_nobody_fills_in_the_profile_of_another_not_even_the_team(team: Person, member: Person) -> None:
    with pytest.raises(Denied):
        set_profile(actor=actor_of(team), person=member, gender="woman")


def test_the_journal_keeps_that_something_was_said_and_never_what(member: Person) -> None:
    set_profile(actor=actor_of(member), person=member, **SAID)
    entry = Entry.objects.get(action="people.set_profile")
    assert entry.facts == {"fields": sorted(SAID)}


def test_a_region_that_the_charter_no_longer_tells_apart_stays_chosen(
    room: Room, member: Person, sign_in: SignIn
) -> None:
    set_profile(actor=SYSTEM, person=member, region="SY-HL")
    amend_charter(actor=SYSTEM, room=room, seen=room.version, countries=["LB"])
    browser = sign_in(member)
    page = browser.get("/en/profile/").content.decode()
    assert 'value="SY-HL" selected' in page
    assert 'value="SY-ID"' not in page
    assert 'value="LB-BA"' in page
    assert browser.post("/en/profile/", {"region": "SY-HL", "seen": profile_of(member.pk).version}).status_code == 302


def test_places_have_everyday_names_in_both_languages_or_else_their_official_one(room: Room) -> None:
    with override("en"):
        assert place_name("SY-HL") == "Aleppo"
        assert place_name("SY") == "Syria"
        assert place_name("TR") == "Türkiye"
        assert place_name("FR-75C") == "Paris"
        assert place_name("ZZ-9") == "ZZ-9"
    with override("ar"):
        assert place_name("TR") == "تركيا"
        groups = dict(region_choices())
        assert "SY-HL" in dict(groups["سوريا"])
        assert "SY" not in dict(list(region_choices())[-1][1])
    assert [is_place(code) for code in ("SY", "SY-HL", "LB-BA", "SY-ZZ", "", "XX", "sy")] == [True] * 3 + [False] * 4
    assert set(places_within("IQ-KR")) == {"IQ-KR", "IQ-AR", "IQ-SU", "IQ-DA"}
    assert len(places_within("SY")) == 15
    assert places_within("SY-HL") == ("SY-HL",)


def test_every_everyday_name_belongs_to_a_region_that_exists() -> None:
    from supportroom.people.place_names import EVERYDAY_NAMES

    assert [code for code in EVERYDAY_NAMES if not is_place(code)] == []
    for country in ("SY", "LB", "JO", "IQ"):
        assert [code for code in places_within(country) if code not in EVERYDAY_NAMES] == [country]


def test_a_charter_with_a_country_that_does_not_exist_is_refused(room: Room) -> None:
    with pytest.raises(DomainError, match=r"room\.countries"):
        amend_charter(actor=SYSTEM, room=room, seen=room.version, countries=["SY", "SY-HL"])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_team_keeps_the_fields_of_competence(language: str, team: Person, room: Room, sign_in: SignIn) -> None:
    browser, page = sign_in(team), f"/{language}/competences/"
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"name_en": "Detainees", "name_ar": ""}).status_code == 302
    assert browser.post(page, {"name_en": "detainees", "name_ar": ""}).status_code == 422
    assert browser.post(page, {"name_en": "", "name_ar": ""}).status_code == 422
    field = Competence.objects.get()
    edit = f"{page}{spell(field.pk)}/"
    assert browser.get(edit).status_code == 200
    sent = {"name_en": "Detainees", "name_ar": "المعتقلون", "seen": field.version}
    assert browser.post(edit, sent).status_code == 302
    assert browser.post(edit, sent).status_code == 409
    add_competence(actor=SYSTEM, name=multilingual("en", en="Relief"))
    with pytest.raises(DomainError, match=r"people\.competence_known"):
        amend_competence(actor=SYSTEM, competence=field, name=multilingual("en", en="RELIEF"))
    assert browser.get("/en/competences/000000000000/").status_code == 404


@pytest.mark.parametrize("persona", ["member", "office", "observer", "interpreter", "addressee"])
def test_nobody_but_the_team_touches_the_fields_of_competence(
    persona: str, room: Room, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    field = add_competence(actor=SYSTEM, name=multilingual("en", en="Detainees"))
    browser = sign_in(request.getfixturevalue(persona))
    assert browser.get("/en/competences/").status_code == 403
    assert browser.post("/en/competences/", {"name_en": "Other"}).status_code == 403
    assert browser.get(f"/en/competences/{spell(field.pk)}/").status_code == 403


def test_quotas_of_the_charter_are_set_and_said(room: Room, team: Person, member: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    assert browser.get("/ar/charter/quotas/").status_code == 200
    assert browser.post("/en/charter/quotas/", {"new_key": "women:", "new_percent": "101"}).status_code == 422
    assert browser.post("/en/charter/quotas/", {"new_key": "women:", "new_percent": "40"}).status_code == 302
    region = {"percent_women_": "40", "new_key": "region:SY-HL", "new_percent": "10"}
    assert browser.post("/en/charter/quotas/", region).status_code == 302
    room.refresh_from_db()
    assert [(each["kind"], each["value"], each["percent"]) for each in room.quotas] == [
        ("women", "", 40),
        ("region", "SY-HL", 10),
    ]
    page = sign_in(member).get("/en/charter/").content.decode()
    assert "living in Aleppo" in page
    assert sign_in(member).post("/en/charter/quotas/", region).status_code == 403


def test_the_team_reads_what_a_member_says_and_nobody_else_does(
    team: Person, member: Person, office: Person, sign_in: SignIn
) -> None:
    page = f"/en/people/{spell(member.pk)}/"
    assert "Nothing is said." in sign_in(team).get(page).content.decode()
    field = add_competence(actor=SYSTEM, name=multilingual("en", en="Detainees"))
    set_profile(actor=SYSTEM, person=member, competences=[field], **SAID)
    shown = sign_in(team).get(page).content.decode()
    assert [
        words for words in ("Aleppo", "displaced", "25 to 34", "Detainees", "A Network") if words not in shown
    ] == []
    assert sign_in(office).get(page).status_code == 404
