"""Recommendations recorded, numbered, shown, set aside: every rule and every refusal."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError

from supportroom.journal.models import Entry, reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError, Stale
from supportroom.people.models import Person
from supportroom.register.actions import (
    address_recommendations,
    amend_document,
    amend_recommendation,
    record_recommendations,
    release_recommendations,
    reword_recommendation,
    set_aside,
    take_back,
)
from supportroom.register.models import Recommendation, Theme
from supportroom.register.queries import happenings_of, submissions_of
from supportroom.register.recording import Ask
from supportroom.register.themes import theme_names
from supportroom.statements.models import Statement
from supportroom.texts.vocabulary import ITEM
from tests.factories.personas import actor_of
from tests.factories.register import ASKED, a_document, a_recommendation, an_addressee, an_ask, recommendations
from tests.factories.rounds import words
from tests.factories.statements import adopted, delivered, held_meeting, report_adopted, written

LATER = date(2026, 7, 1)


def items(statement: Statement) -> list[Ask]:
    """Say what the items of a statement ask for."""
    rows = statement.text.paragraphs.filter(kind=ITEM)
    return [Ask(text=row.content, asked_on=date(2026, 6, 2), paragraph=row) for row in rows]


def test_recommendations_are_numbered_within_the_year_they_were_asked_in(room: object) -> None:
    first = a_recommendation()
    second, other = recommendations(an_ask(), an_ask(asked_on=date(2021, 5, 3)))
    third = a_recommendation()
    assert [each.code for each in (first, second, other, third)] == ["2020-1", "2020-2", "2021-1", "2020-3"]
    assert first.slug.startswith("2020-1-")
    assert len(first.slug) == len("2020-1-abcd")
    assert [each.position for each in (second, other)] == [1, 2]


def test_what_is_recorded_is_placed_addressed_told_and_found_in_the_journal(room: object) -> None:
    bodies = [an_addressee(), an_addressee()]
    asked = a_recommendation(addressees=bodies, themes=["youth", "women", "youth"], goals=[16, 5, 5], released=False)
    assert (asked.themes, asked.goals, asked.state) == (["youth", "women"], [5, 16], "recorded")
    assert [each.addressee for each in submissions_of(asked)] == bodies
    assert [each.kind for each in happenings_of(asked)] == ["recorded"]
    assert Entry.objects.filter(action="register.record_recommendations", thing=reference(asked)).count() == 1
    assert theme_names(asked.themes, "en") == ["Women's participation and rights", "Youth"]
    assert set(Theme.objects.values_list("code", flat=True)) >= {"women", "youth", "disability", "region"}


def test_what_cannot_be_recorded_is_refused_and_nothing_is_written(room: object) -> None:
    document = a_document()
    for code, asks in {
        "register.nothing_asked": [],
        "register.unknown_theme": [an_ask(themes=["chess"])],
        "register.unknown_goal": [an_ask(goals=[18])],
        "register.ahead": [an_ask(), an_ask(asked_on=date(2199, 1, 1))],
        "kernel.empty": [an_ask(words(" "))],
        "kernel.too_long": [an_ask(words("so " * 2000))],
    }.items():
        with pytest.raises(DomainError) as refused:
            record_recommendations(actor=SYSTEM, source=document, entries=asks)
        assert refused.value.code == code
    assert not Recommendation.objects.exists()


def test_a_text_is_recorded_once_it_is_adopted_each_paragraph_once_and_only_its_own(room: object) -> None:
    meeting = held_meeting()
    with time_machine.travel("2026-06-03 12:00Z"):
        early = written(meeting)
        with pytest.raises(DomainError, match=r"register\.not_adopted"):
            record_recommendations(actor=SYSTEM, source=early, entries=items(early))
        statement = adopted(meeting)
        asks = items(statement)
        with pytest.raises(DomainError, match=r"register\.not_of_text"):
            record_recommendations(actor=SYSTEM, source=statement, entries=items(early))
        with pytest.raises(DomainError, match=r"register\.paragraph_twice"):
            record_recommendations(actor=SYSTEM, source=statement, entries=[asks[0], asks[0]])
        first = record_recommendations(actor=SYSTEM, source=statement, entries=asks)
        with pytest.raises(DomainError, match=r"register\.recorded_already") as refused:
            record_recommendations(actor=SYSTEM, source=statement, entries=asks[1:])
    assert refused.value.params == {"number": "2026-2"}
    assert (first.statement, first.round, first.paragraph) == (statement, meeting.round, asks[0].paragraph)


def test_the_agreed_points_of_a_report_are_recorded_and_no_others(room: object) -> None:
    meeting = held_meeting()
    report = report_adopted(meeting)
    agreed, other = meeting.agreed[0], meeting.round.points.exclude(state="agreed").first()
    with time_machine.travel("2026-06-09 12:00Z"):
        for point in (other, agreed):
            ask = Ask(text=point.content, asked_on=date(2026, 6, 5), point=point, pillar=point.pillar)
            if point == other:
                with pytest.raises(DomainError, match=r"register\.not_of_text"):
                    record_recommendations(actor=SYSTEM, source=report, entries=[ask])
        made = record_recommendations(actor=SYSTEM, source=report, entries=[ask])
        with pytest.raises(DomainError, match=r"register\.recorded_already"):
            record_recommendations(actor=SYSTEM, source=report, entries=[ask])
        with pytest.raises(DomainError, match=r"register\.not_public_yet"):
            release_recommendations(actor=SYSTEM, recommendations=[made])
    assert (made.point, made.pillar) == (agreed, agreed.pillar)


def test_the_public_sees_what_comes_out_of_a_statement_once_it_is_delivered(room: object) -> None:
    meeting = held_meeting()
    with time_machine.travel("2026-06-09 12:00Z"):
        statement = delivered(meeting)
        made = record_recommendations(actor=SYSTEM, source=statement, entries=items(statement))
        release_recommendations(actor=SYSTEM, recommendations=[made])
        release_recommendations(actor=SYSTEM, recommendations=[made])
    made.refresh_from_db()
    assert made.released_on == date(2026, 6, 9)
    assert [each.kind for each in happenings_of(made)] == ["recorded", "released"]


def test_showing_nothing_or_what_was_set_aside_is_refused(room: object) -> None:
    made = a_recommendation(released=False)
    with pytest.raises(DomainError, match=r"register\.nothing_chosen"):
        release_recommendations(actor=SYSTEM, recommendations=[])
    set_aside(actor=SYSTEM, recommendation=made)
    with pytest.raises(DomainError, match=r"register\.is_set_aside"):
        release_recommendations(actor=SYSTEM, recommendations=[made])
    take_back(actor=SYSTEM, recommendation=made)
    release_recommendations(actor=SYSTEM, recommendations=[made])


def test_what_was_sent_stays_and_what_was_recorded_anew_is_not_taken_back(room: object) -> None:
    meeting = held_meeting()
    with time_machine.travel("2026-06-09 12:00Z"):
        statement = delivered(meeting)
        made = record_recommendations(actor=SYSTEM, source=statement, entries=items(statement)[:1])
        set_aside(actor=SYSTEM, recommendation=made)
        again = record_recommendations(actor=SYSTEM, source=statement, entries=items(statement)[:1])
        with pytest.raises(DomainError, match=r"register\.recorded_already"):
            take_back(actor=SYSTEM, recommendation=made)
    again.state = "sent"
    with pytest.raises(DomainError, match=r"register\.sent_already"):
        set_aside(actor=SYSTEM, recommendation=again)


def test_a_document_of_days_to_come_or_one_that_came_in_before_is_refused(room: object) -> None:
    document = a_document(digest="a" * 64)
    with pytest.raises(DomainError, match=r"register\.document_known"):
        a_document(digest="a" * 64)
    with pytest.raises(DomainError, match=r"register\.ahead"):
        a_document(dated_on=date(2199, 1, 1))
    with pytest.raises(DomainError, match=r"register\.ahead"):
        amend_document(actor=SYSTEM, document=document, dated_on=date(2199, 1, 1))
    amend_document(actor=SYSTEM, document=document, precision="month")
    with pytest.raises(Stale):
        amend_document(actor=SYSTEM, document=document, precision="year", seen=1)
    document.refresh_from_db()
    assert document.precision == "month"


def test_words_are_changed_by_the_team_translated_by_interpreters_and_the_old_ones_told(
    team: Person, interpreter: Person
) -> None:
    made = a_recommendation(text=words("Let the trucks pass.", "دعوا القوافل تمر."))
    reword_recommendation(
        actor=actor_of(interpreter), recommendation=made, seen=made.version, wordings={"ar": "السماح بمرور القوافل."}
    )
    with pytest.raises(DomainError, match=r"register\.only_translations"):
        reword_recommendation(actor=actor_of(interpreter), recommendation=made, seen=2, wordings={"en": "Stop them."})
    made.refresh_from_db()
    with pytest.raises(Stale) as stale:
        reword_recommendation(actor=actor_of(team), recommendation=made, seen=1, wordings={"en": "Let trucks pass."})
    assert stale.value.mine == {"en": "Let trucks pass."}
    assert stale.value.theirs.content.texts["ar"].startswith("السماح")
    reword_recommendation(
        actor=actor_of(team), recommendation=made, seen=made.version, wordings={"en": "Let all trucks pass."}
    )
    assert made.text.state("ar") == "outdated"
    assert "all trucks" in made.search_text
    reword_recommendation(actor=actor_of(team), recommendation=made, seen=made.version, wordings={}, confirmed=["ar"])
    assert made.text.state("ar") == "current"
    assert [(each.kind, str(each.words)) for each in happenings_of(made)][2:] == [("amended", "Let the trucks pass.")]


def test_its_place_is_changed_by_who_saw_it_as_it_is(room: object) -> None:
    made = a_recommendation()
    amend_recommendation(actor=SYSTEM, recommendation=made, seen=made.version, themes=["region"], heading=words("Aid"))
    assert made.search_text.endswith("aid")
    assert made.code == "2020-1"
    for refused, given in {
        "register.ahead": {"asked_on": date(2199, 1, 1)},
        "register.unknown_theme": {"themes": ["chess"]},
        "register.unknown_goal": {"goals": [0]},
    }.items():
        with pytest.raises(DomainError, match=refused):
            amend_recommendation(actor=SYSTEM, recommendation=made, **given)
    with pytest.raises(Stale):
        amend_recommendation(actor=SYSTEM, recommendation=made, seen=1, place="p. 3")


def test_addressees_come_and_go_until_it_was_sent(room: object) -> None:
    one, two, three = an_addressee(), an_addressee(), an_addressee()
    made = a_recommendation(addressees=[one])
    address_recommendations(actor=SYSTEM, recommendations=[made], addressees=[two])
    assert {each.addressee for each in submissions_of(made)} == {one, two}
    address_recommendations(actor=SYSTEM, recommendations=[made], addressees=[three], only=True)
    assert {each.addressee for each in submissions_of(made)} == {three}
    with pytest.raises(DomainError, match=r"register\.nothing_chosen"):
        address_recommendations(actor=SYSTEM, recommendations=[], addressees=[one])


@pytest.mark.writes_outside_actions
def test_who_was_sent_it_stays_its_addressee(room: object) -> None:
    one, two = an_addressee(), an_addressee()
    made = a_recommendation(addressees=[one])
    made.submissions.update(state="sent", sent_on=ASKED)
    with pytest.raises(DomainError, match=r"register\.addressed_already"):
        address_recommendations(actor=SYSTEM, recommendations=[made], addressees=[two], only=True)


@pytest.mark.writes_outside_actions
def test_the_database_holds_one_source_and_a_paragraph_once(room: object) -> None:
    made = a_recommendation()
    with pytest.raises(IntegrityError):
        Recommendation.objects.filter(pk=made.pk).update(source_kind="paper")
