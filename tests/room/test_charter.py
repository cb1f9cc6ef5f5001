"""The charter: read by all, written by the team, pillars adopted; and the way into a new room."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Account, Person
from supportroom.room.actions import add_pillar, adopt_pillar, amend_charter, found_room
from supportroom.room.models import Pillar, Room
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round

SignIn = Callable[[Person], Client]
CHARTER = {
    "name_ar": "غرفة",
    "name_en": "A room",
    "principles_ar": "",
    "principles_en": "Listen first.",
    "languages": ["ar", "en", "ku"],
    "hubs": "Amman\n\n Beirut \nAmman",
    "time_zone": "Asia/Beirut",
    "rule_kind": "share",
    "rule_minus": "0",
    "rule_share": "80",
    "rule_quorum": "50",
    "marks_per_member": "3",
    "countries": ["SY", "LB"],
    "minimum_notice_days": "14",
    "comment_window_days": "10",
    "comment_days_least": "7",
    "comment_days_most": "10",
    "comments_may_be_hidden": "on",
    "seats_least": "3",
    "seats_most": "5",
    "members_check_days": "7",
    "members_majority": "50",
    "members_quorum": "20",
    "opinion_days": "5",
    "answer_days": "60",
    "answer_reminder_days": "14",
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("persona", ["member", "team", "office"])
def test_everybody_in_the_room_reads_the_charter(
    persona: str, language: str, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    page = sign_in(request.getfixturevalue(persona)).get(f"/{language}/charter/")
    assert page.status_code == 200
    assert ("<textarea" in page.content.decode()) == (persona == "team")


def test_the_team_writes_down_what_was_decided(room: Room, team: Person, sign_in: SignIn) -> None:
    answer = sign_in(team).post("/en/charter/", {**CHARTER, "seen": room.version})
    assert answer.status_code == 302
    room.refresh_from_db()
    assert room.hubs == ["Amman", "Beirut"]
    assert room.languages == ["ar", "en", "ku"]
    assert room.principles.original == "en"
    assert room.name.texts == {"ar": "غرفة", "en": "A room"}


def test_a_member_cannot_write_the_charter(room: Room, member: Person, sign_in: SignIn) -> None:
    assert sign_in(member).post("/en/charter/", CHARTER).status_code == 403
    assert sign_in(member).get("/en/charter/pillars/new/").status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("languages", ["ar"]),
        ("rule_share", "20"),
        ("comment_window_days", "3"),
        ("answer_days", "6"),
        ("answer_reminder_days", "60"),
        ("hubs", "x" * 81),
        ("time_zone", "Mars"),
    ],
)
def test_a_charter_that_cannot_be_is_refused_with_what_was_typed(
    field: str, value: object, room: Room, team: Person, sign_in: SignIn
) -> None:
    answer = sign_in(team).post("/en/charter/", {**CHARTER, field: value, "seen": room.version})
    assert answer.status_code == 422
    assert "Listen first." in answer.content.decode()


def test_two_who_change_the_charter_at_once_see_both(room: Room, team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    browser.post("/en/charter/", {**CHARTER, "seen": room.version})
    answer = browser.post("/en/charter/", {**CHARTER, "principles_en": "Speak freely.", "seen": room.version})
    assert answer.status_code == 409
    assert "Speak freely." in answer.content.decode()
    assert "What stands now: Listen first." in answer.content.decode()


def test_a_proposed_pillar_is_adopted_once(team: Person, room: Room, sign_in: SignIn) -> None:
    make_round(pillars=["Confidence-building"], others=0, running=False)
    pillar = Pillar.objects.get()
    assert not pillar.is_adopted
    assert sign_in(team).post(f"/en/charter/pillars/{spell(pillar.pk)}/adopt/").status_code == 302
    pillar.refresh_from_db()
    assert pillar.is_adopted
    assert sign_in(team).post(f"/en/charter/pillars/{spell(pillar.pk)}/adopt/").status_code == 422
    with pytest.raises(DomainError, match="pillar_adopted"):
        adopt_pillar(actor=actor_of(team), pillar=pillar)


def test_a_pillar_of_the_same_name_is_refused_however_it_is_typed(room: Room) -> None:
    add_pillar(actor=SYSTEM, name=multilingual("ar", ar="العدالة الانتقاليّة"))
    with pytest.raises(DomainError, match="pillar_known"):
        add_pillar(actor=SYSTEM, name=multilingual("ar", ar="العدالة الإنتقالية"))


def test_a_new_round_begins_with_the_pillars_of_the_charter(team: Person, room: Room, sign_in: SignIn) -> None:
    assert sign_in(team).post("/en/charter/pillars/new/", {"name_en": "Justice", "name_ar": ""}).status_code == 302
    from supportroom.rounds.actions import create_round
    from tests.factories.rounds import FIRST_DAY, words

    made = create_round(actor=SYSTEM, title=words("R"), starts_on=FIRST_DAY, ends_on=FIRST_DAY, languages=["ar"])
    assert [str(pillar) for pillar in made.pillars.all()] == ["Justice"]


@pytest.mark.django_db
def test_the_first_account_founds_the_room_and_its_link_works() -> None:
    printed = io.StringIO()
    call_command("first_account", name="Tala First-Invented", address="https://room.example.org/", stdout=printed)
    link = printed.getvalue().split()[-1]
    assert link.startswith("https://room.example.org/ar/invitation/")
    assert Room.objects.count() == 1
    path = link.removeprefix("https://room.example.org")
    chosen = {"email": "first@example.org", "password": "lanterns on the river at dusk"}
    assert Client().post(path, chosen).status_code == 302
    assert Account.objects.get().person.roles == ["team"]
    with pytest.raises(CommandError, match="already"):
        call_command("first_account", name="Somebody Else")


@pytest.mark.django_db
def test_the_link_of_the_first_account_leads_to_the_rooms_own_address(settings: Any) -> None:
    for address, begins in (("https://room.example.org",) * 2, ("", "http://localhost:8000")):
        settings.ROOM_ADDRESS = address
        printed = io.StringIO()
        call_command("first_account", name="Tala First-Invented", stdout=printed)
        assert printed.getvalue().split()[-1].startswith(f"{begins}/ar/")


@pytest.mark.django_db
def test_a_second_run_before_the_link_was_used_ends_the_first_link() -> None:
    links = []
    for _run in range(2):
        printed = io.StringIO()
        call_command("first_account", name="Tala First-Invented", stdout=printed)
        links.append("/ar/" + printed.getvalue().split()[-1].split("/ar/")[1])
    assert Person.objects.count() == 1
    chosen = {"email": "first@example.org", "password": "lanterns on the river at dusk"}
    assert Client().post(links[0], chosen).status_code == 200
    assert Client().post(links[1], chosen).status_code == 302


@pytest.mark.django_db
def test_a_room_whose_whole_team_is_locked_gets_a_first_account_again(team: Person) -> None:
    Account.objects.filter(person=team).update(is_active=False)
    with pytest.raises(CommandError, match="locked"):
        call_command("first_account", name=team.name)
    printed = io.StringIO()
    call_command("first_account", name="Tala First-Invented", stdout=printed)
    assert "/invitation/" in printed.getvalue()
    assert Person.objects.holding("team").count() == 2


def test_a_room_is_founded_once_and_speaks_arabic_and_english(db: None) -> None:
    with pytest.raises(DomainError, match=r"room\.languages"):
        found_room(actor=SYSTEM, name=multilingual("ar", ar="غ"), languages=["ar"])
    found_room(actor=SYSTEM, name=multilingual("ar", ar="غ"), languages=["ar", "en"])
    with pytest.raises(DomainError, match=r"room\.founded"):
        found_room(actor=SYSTEM, name=multilingual("ar", ar="غ"), languages=["ar", "en"])


def test_a_pillar_proposed_in_one_language_is_translated_by_an_interpreter(
    interpreter: Person, member: Person, room: Room, sign_in: SignIn
) -> None:
    make_round(pillars=["Confidence-building"], others=0, running=False)
    pillar = Pillar.objects.get()
    page = f"/en/charter/pillars/{spell(pillar.pk)}/"
    assert sign_in(member).get(page).status_code == 403
    sent = {"name_en": "Confidence-building", "name_ar": "بناء الثقة", "seen": pillar.version}
    assert sign_in(interpreter).post(page, sent).status_code == 302
    pillar.refresh_from_db()
    assert pillar.name.said_in("ar").text == "بناء الثقة"
    assert pillar.name.state("ar") == "current"
    assert sign_in(interpreter).post(page, {**sent, "name_ar": "الثقة"}).status_code == 409, "the version seen is past"
    assert sign_in(interpreter).get("/en/charter/pillars/000000000000/").status_code == 404


@pytest.mark.parametrize(
    ("bounds", "refused"),
    [
        ({"seats_least": 5, "seats_most": 3}, "room.seats_bounds"),
        ({"seats_most": 2}, "room.seats_bounds"),
        ({"comment_days_least": 11}, "room.comment_bounds"),
        ({"comment_days_most": 9}, "room.comment_window"),
        ({"comment_window_days": 12}, "room.comment_window"),
        ({"comment_days_least": 14, "comment_days_most": 21}, "room.comment_window"),
        ({"comment_days_least": 14, "comment_days_most": 21, "comment_window_days": 14}, ""),
        ({"seats_least": 4, "seats_most": 4}, ""),
    ],
)
def test_bounds_that_no_number_fits_are_refused(bounds: dict[str, int], refused: str, room: Room) -> None:
    if refused:
        with pytest.raises(DomainError) as caught:
            amend_charter(actor=SYSTEM, room=room, seen=room.version, **bounds)
        assert caught.value.code == refused
        return
    amend_charter(actor=SYSTEM, room=room, seen=room.version, **bounds)
    changed = Room.objects.get(pk=room.pk)
    assert {name: getattr(changed, name) for name in bounds} == bounds


def test_a_room_is_not_founded_on_bounds_that_no_number_fits(db: None) -> None:
    with pytest.raises(DomainError) as caught:
        found_room(actor=SYSTEM, name=multilingual("en", en="A room"), languages=["ar", "en"], seats_least=9)
    assert caught.value.code == "room.seats_bounds"
