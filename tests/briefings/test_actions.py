"""Briefings are logged, amended, thrown away and taken back; two people read, and what they find is told."""

from datetime import date

import pytest
import time_machine

from supportroom.briefings import actions
from supportroom.briefings.forgetting import forget
from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.queries import absent_waiting, concerned, reflections_of
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from tests.factories.briefings import GIVEN, TEXT, a_briefing, a_reading, read_twice
from tests.factories.personas import actor_of, make_person
from tests.factories.register import a_recommendation
from tests.factories.rounds import words

pytestmark = pytest.mark.usefixtures("room", "clock")


def test_a_briefing_is_cut_into_its_paragraphs_and_logged_once() -> None:
    briefing = a_briefing()
    texts = [passage.text for passage in briefing.passages.all()]
    assert len(texts) == 4
    assert texts[3].startswith("Prices of bread")
    assert "truck" in briefing.passages.get(number=2).stems.split()
    again = "\n\n".join(texts).upper().replace(" and ", "  and\n")
    with pytest.raises(DomainError, match=r"briefings\.logged_already"):
        a_briefing(again)
    actions.trash_briefing(actor=SYSTEM, briefing=briefing)
    with pytest.raises(DomainError, match=r"briefings\.in_trash"):
        a_briefing(again)


def test_what_is_no_briefing_is_refused() -> None:
    for text, given_on, code in (
        (" \n\n ", GIVEN, "nothing_to_cut"),
        ("Thank you. — !", GIVEN, "nothing_to_cut"),
        ("words " * 40_000, GIVEN, "text_too_long"),
        (TEXT, date(2026, 6, 3), "ahead"),
    ):
        with pytest.raises(DomainError, match=rf"briefings\.{code}"):
            a_briefing(text, given_on=given_on)
    assert not Briefing.objects.exists()


def test_the_text_can_be_put_right_until_somebody_has_read_it() -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    fields = {name: getattr(briefing, name) for name in ("given_on", "symbol", "title", "language", "link")}
    other = "This is the text of the same day as it should be.\n\nIt has two paragraphs, each with words enough."
    actions.amend_briefing(actor=SYSTEM, briefing=briefing, **fields, text=other, seen=1)
    assert briefing.passages.count() == 2
    with pytest.raises(Stale):
        actions.amend_briefing(actor=SYSTEM, briefing=briefing, **fields, seen=1)
    a_reading(recommendation, briefing)
    with pytest.raises(DomainError, match=r"briefings\.read_already"):
        actions.amend_briefing(actor=SYSTEM, briefing=briefing, **fields, text=TEXT)
    amended = actions.amend_briefing(actor=SYSTEM, briefing=briefing, **{**fields, "symbol": "S/PV.1"}, text=other)
    assert (amended.symbol, amended.passages.count()) == ("S/PV.1", 2)


def test_a_briefing_thrown_away_by_mistake_comes_back_with_what_was_read_in_it(
    clock: time_machine.Traveller,
) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    read_twice(recommendation, briefing, "reflected")
    actions.trash_briefing(actor=SYSTEM, briefing=briefing, seen=1)
    assert reflections_of([recommendation]) == {}
    for act, thing in (
        (actions.trash_briefing, {"briefing": briefing}),
        (actions.read, {"briefing": briefing, "recommendation": recommendation, "verdict": "absent"}),
        (actions.read_again, {"reflection": Reflection.objects.get(), "verdict": "absent"}),
        (actions.withdraw_reading, {"reflection": Reflection.objects.get()}),
        (actions.send_absent, {"briefing": briefing}),
    ):
        with pytest.raises(DomainError, match=r"briefings\.trashed"):
            act(actor=SYSTEM, **thing)
    clock.shift(29 * 24 * 3600)
    assert forget() == 0
    actions.restore_briefing(actor=SYSTEM, briefing=briefing)
    assert reflections_of([recommendation])[recommendation.pk][0].state == "confirmed"
    with pytest.raises(DomainError, match=r"briefings\.not_trashed"):
        actions.restore_briefing(actor=SYSTEM, briefing=briefing)


def test_the_trash_is_emptied_after_thirty_days_but_for_what_went_to_the_office(
    clock: time_machine.Traveller,
) -> None:
    gone, kept = a_briefing(), a_briefing()
    read_twice(a_recommendation(), gone)
    read_twice(a_recommendation(), kept)
    actions.send_absent(actor=SYSTEM, briefing=kept)
    for briefing in (gone, kept):
        actions.trash_briefing(actor=SYSTEM, briefing=briefing)
        with pytest.raises(DomainError):
            actions.empty_trash(actor=SYSTEM, briefing=briefing)
    clock.shift(31 * 24 * 3600)
    assert (forget(), forget()) == (1, 0)
    assert list(Briefing.objects.values_list("pk", flat=True)) == [kept.pk]
    with pytest.raises(DomainError, match=r"kernel\.in_use"):
        actions.empty_trash(actor=SYSTEM, briefing=kept)


def test_a_quotation_must_stand_in_the_briefing_however_it_is_typed() -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    second, third = briefing.passages.get(number=2), briefing.passages.get(number=3)
    other = a_briefing("Another briefing altogether, with a passage of its own in it.").passages.get()
    for code, given in (
        ("quotation_missing", {}),
        ("quotation_elsewhere", {"quotation": "All trucks have passed."}),
        ("quotation_elsewhere", {"quotation": "rucks with food"}),
        ("passage_elsewhere", {"passage": other}),
        ("absent_quoted", {"verdict": "absent", "quotation": "food and medicine"}),
    ):
        with pytest.raises(DomainError, match=rf"briefings\.{code}"):
            actions.read(
                actor=SYSTEM, recommendation=recommendation, briefing=briefing, **{"verdict": "partly", **given}
            )
    assert not Reflection.objects.exists()
    read = a_reading(recommendation, briefing, verdict="partly", quotation="“FOOD, and\n medicine”")
    assert read.passage == second
    read = a_reading(recommendation, briefing, verdict="partly", passage=second, quotation="women from all regions")
    assert read.passage == third, "the words decide, not the passage that was ticked"
    read = a_reading(recommendation, briefing, verdict="reflected", passage=third)
    assert read.quotation == third.text


def test_only_what_was_open_when_the_briefing_was_given_is_read_in_it() -> None:
    briefing = a_briefing()
    later, done, open_then = (a_recommendation(asked_on=day) for day in (date(2021, 4, 1), GIVEN, GIVEN))
    Recommendation.objects.filter(pk=done.pk).update(state="done", state_since=date(2021, 3, 1))
    Recommendation.objects.filter(pk=open_then.pk).update(state="done", state_since=date(2021, 3, 16))
    assert list(concerned(briefing, Recommendation.objects.all())) == [open_then]
    for recommendation in (later, done):
        with pytest.raises(DomainError, match=r"briefings\.not_concerned"):
            a_reading(recommendation, briefing)


def test_a_second_reader_confirms_and_the_history_tells_it_in_all_languages(team: Person, office: Person) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    first = a_reading(recommendation, briefing, office, "reflected")
    with pytest.raises(DomainError, match=r"briefings\.own_reading"):
        actions.read_again(actor=actor_of(office), reflection=first, verdict="reflected")
    colleague = make_person("Second Clerk-Invented", "office")
    with pytest.raises(DomainError, match=r"briefings\.office_alone"):
        actions.read_again(actor=actor_of(colleague), reflection=first, verdict="reflected")
    assert recommendation.happenings.filter(kind="reflected").count() == 0
    again = actions.read_again(actor=actor_of(team), reflection=first, verdict="reflected", seen=first.version)
    assert (again.state, again.second_reader) == ("confirmed", team)
    told = recommendation.happenings.get(kind="reflected")
    assert "15 March 2021" in told.words.texts["en"]
    assert set(told.words.texts) == {"ar", "en"}
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.read_again(actor=SYSTEM, reflection=first, verdict="absent")


def test_where_readers_differ_both_stand_and_a_new_reading_begins_anew(team: Person, office: Person) -> None:
    briefing, recommendation = a_briefing(), a_recommendation()
    first = a_reading(recommendation, briefing, team, "absent")
    assert absent_waiting(briefing) == 1
    second = actions.read_again(
        actor=actor_of(office), reflection=first, verdict="partly", note=words("The third passage.")
    )
    assert (second.state, second.verdict, second.second_verdict) == ("disputed", "absent", "partly")
    assert absent_waiting(briefing) == 1
    with pytest.raises(Stale):
        a_reading(recommendation, briefing, office, "partly", seen=first.version)
    with pytest.raises(Stale):
        a_reading(recommendation, briefing, office, "partly", seen=0)
    anew = a_reading(recommendation, briefing, office, "partly", seen=second.version)
    assert (anew.state, anew.second_verdict, anew.second_reader, anew.second_note) == (
        "read",
        "",
        None,
        MultilingualText(),
    )
    actions.read_again(actor=actor_of(team), reflection=anew, verdict="partly")
    a_reading(recommendation, briefing, team, "absent")
    actions.withdraw_reading(actor=actor_of(team), reflection=Reflection.objects.get())
    assert recommendation.happenings.filter(kind="reflected").count() == 2, "confirmed, and taken back"


def test_the_list_of_what_was_absent_is_frozen_and_told_once(team: Person) -> None:
    briefing = a_briefing()
    absent, once, differing, reflected = (a_recommendation() for _ in range(4))
    with pytest.raises(DomainError, match=r"briefings\.nothing_absent"):
        actions.send_absent(actor=actor_of(team), briefing=briefing)
    read_twice(absent, briefing)
    a_reading(once, briefing)
    read_twice(differing, briefing, second="partly")
    read_twice(reflected, briefing, "reflected")
    sent = actions.send_absent(actor=actor_of(team), briefing=briefing, words=words("We ask why.", "نسأل عن السبب."))
    assert [line["number"] for line in sent.lines] == [absent.code]
    assert sent.lines[0]["text"]["texts"]["ar"]
    assert absent_waiting(briefing) == 2
    assert Entry.objects.filter(action="briefings.send_absent").count() == 1
