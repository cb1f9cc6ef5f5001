"""Answers: given, recorded, changed with a reason, assessed; what follows from them."""

from datetime import date, timedelta

import pytest
from time_machine import Traveller

from supportroom.answers.actions import (
    amend_answer,
    answer,
    ask_assessment,
    reopen,
    say_done,
    say_lapsed,
    say_under_way,
    translate_answer,
)
from supportroom.answers.models import Answer
from supportroom.checks.actions import withdraw_members_check
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_about
from supportroom.files.cleaning import clean
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from tests.factories.answers import (
    SOURCE,
    a_sent_letter,
    a_submission,
    answered,
    assessed,
    freshly,
    submission_of,
)
from tests.factories.personas import actor_of
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words


def told(recommendation: object) -> set[str]:
    return set(recommendation.happenings.values_list("kind", flat=True))  # type: ignore[attr-defined]


def test_the_team_records_an_answer_with_its_source_day_and_file(team: Person) -> None:
    submission = a_submission()
    given = {"actor": actor_of(team), "verdict": "partly", "text": words("In part.")}
    for wrong, code in (
        ({}, "answers.source_missing"),
        ({"source": SOURCE, "answered_on": date(2026, 6, 3)}, "answers.day_ahead"),
        ({"source": SOURCE, "answered_on": date(2020, 9, 13)}, "answers.day_before"),
        ({"source": SOURCE, "text": words("")}, "kernel.empty"),
    ):
        with pytest.raises(DomainError, match=code):
            answer(submission=submission, **{**given, **wrong})  # type: ignore[arg-type]
    file = clean("answer.txt", b"We answer.")
    kept = answer(submission=submission, source=SOURCE, answered_on=date(2021, 1, 5), file=file, **given)
    assert (kept.way, kept.number, str(kept.answered_on)) == ("team", 1, "2021-01-05")
    assert kept.file is not None
    assert freshly(submission).recommendation.state == "answered"
    assert "answered" in told(submission.recommendation)
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        answer(submission=submission, source=SOURCE, **given)


def test_a_representative_answers_today_what_was_sent_to_its_body_and_nothing_else(
    addressee: Person, member: Person
) -> None:
    body = an_addressee(people=[addressee, member])
    submission, others = a_submission(body), a_submission()
    given = {"verdict": "noted", "text": words("Noted.")}
    a_sent_letter(others)
    for who, what in ((addressee, submission), (addressee, freshly(others)), (member, submission)):
        with pytest.raises(Denied):
            answer(actor=actor_of(who), submission=what, **given)
    a_sent_letter(submission)
    with pytest.raises(Denied):  # named, but without the role: whoever is no addressee any more speaks for none
        answer(actor=actor_of(member), submission=freshly(submission), **given)
    kept = answer(actor=actor_of(addressee), submission=freshly(submission), answered_on=date(2021, 1, 1), **given)
    assert (kept.way, str(kept.answered_on), kept.source) == ("addressee", "2026-06-02", "")


def test_a_recommendation_is_answered_once_all_to_whom_it_was_sent_have_answered() -> None:
    bodies = [an_addressee(), an_addressee(), an_addressee()]
    recommendation = a_recommendation(addressees=bodies)
    first, second, unsent = (submission_of(recommendation, body) for body in bodies)
    a_sent_letter(first)
    a_sent_letter(submission_of(recommendation, bodies[1]))
    answered(freshly(first))
    assert freshly(recommendation).state == "sent"
    answered(freshly(second), "rejected")
    assert freshly(recommendation).state == "answered"
    assert freshly(unsent).state == "recorded"


def test_an_answer_is_changed_with_a_reason_and_its_earlier_wording_stays(team: Person, addressee: Person) -> None:
    body = an_addressee(people=[addressee])
    given = answered(a_submission(body), by=addressee)
    new = {"verdict": "rejected", "text": words("Not any more."), "why": words("The budget was cut.")}
    for wrong, code in (
        ({"why": words("")}, "answers.why_missing"),
        ({"text": words("")}, "kernel.empty"),
        ({"verdict": given.verdict, "text": given.text}, "answers.nothing_changed"),
    ):
        with pytest.raises(DomainError, match=code):
            amend_answer(actor=actor_of(addressee), answer=given, **{**new, **wrong})  # type: ignore[arg-type]
    with pytest.raises(DomainError, match=r"answers.source_missing"):
        amend_answer(actor=actor_of(team), answer=given, **new)
    changed = amend_answer(actor=actor_of(addressee), answer=given, **new)
    with pytest.raises(Stale):
        amend_answer(actor=actor_of(team), answer=given, source=SOURCE, **{**new, "verdict": "noted"})
    earlier = changed.earlier.get()
    assert (str(earlier.text), earlier.verdict, earlier.number) == (str(given.text), "accepted", 1)
    assert (changed.wording, changed.verdict, str(earlier.why)) == (2, "rejected", "The budget was cut.")
    assert "answer_amended" in told(given.submission.recommendation)


def test_a_translation_is_added_and_leaves_the_original_alone(interpreter: Person) -> None:
    given = answered()
    actor = actor_of(interpreter)
    with pytest.raises(DomainError, match=r"answers.only_translations"):
        translate_answer(actor=actor, answer=given, text=words("Otherwise."))
    translated = translate_answer(actor=actor, answer=given, text=given.text.reworded("ar", "سنأخذ بها."))
    assert translated.text.said_in("ar").text == "سنأخذ بها."
    assert not translated.earlier.exists()


@pytest.fixture
def easy_quorum(room: Room) -> None:
    amend_charter(actor=SYSTEM, room=room, seen=room.version, members_quorum=1)


def test_members_say_whether_an_answer_answers(
    clock: Traveller, easy_quorum: None, member: Person, stranger: Person, facilitator: Person
) -> None:
    yes = assessed(answered(), clock, for_=[member, stranger], against=[facilitator])
    no = assessed(answered(), clock, for_=[member], against=[stranger, facilitator])
    split = assessed(answered(), clock, for_=[member], against=[stranger])
    silent = assessed(answered(), clock)
    assert [each.assessment for each in (yes, no, split, silent)] == ["answered", "not_answered", "", ""]
    assert "assessed" in told(no.submission.recommendation)
    assert "assessed" not in told(split.submission.recommendation)
    with pytest.raises(DomainError, match=r"answers.assessed_already"):
        ask_assessment(actor=actor_of(member), answer=yes)


def test_what_members_said_stays_with_the_wording_they_were_asked_about(
    clock: Traveller, easy_quorum: None, member: Person
) -> None:
    given = answered()
    ask_assessment(actor=actor_of(member), answer=given)
    asked = check_about(given)
    new = {"verdict": "noted", "text": words("Otherwise."), "why": words("A slip."), "source": SOURCE}
    amend_answer(actor=SYSTEM, answer=given, **new)
    from supportroom.checks.actions import answer as answer_check
    from supportroom.checks.counting import settle_if_over

    answer_check(actor=actor_of(member), members_check=asked, choice="against")
    clock.move_to(asked.closes_at)
    settle_if_over(MembersCheck.objects.get(pk=asked.pk))
    given = freshly(given)
    assert (given.assessment, given.earlier.get().assessment) == ("", "not_answered")
    ask_assessment(actor=actor_of(member), answer=given)
    withdraw_members_check(actor=SYSTEM, members_check=check_about(given), reason=words("Too early."))
    ask_assessment(actor=actor_of(member), answer=given)


def test_at_most_ten_answers_are_assessed_at_once(member: Person) -> None:
    addressee = an_addressee()
    for _number in range(10):
        ask_assessment(actor=SYSTEM, answer=answered(a_submission(addressee)))
    with pytest.raises(DomainError, match=r"answers.assessments_enough"):
        ask_assessment(actor=SYSTEM, answer=answered(a_submission(addressee)))


def test_each_step_says_who_when_and_where_it_can_be_read(team: Person, addressee: Person) -> None:
    body, other = an_addressee(people=[addressee]), an_addressee()
    recommendation = a_recommendation(addressees=[body, other])
    actor = actor_of(team)
    with pytest.raises(DomainError, match=r"answers.source_missing"):
        say_under_way(actor=actor, recommendation=recommendation)
    with pytest.raises(DomainError, match=r"answers.day_ahead"):
        say_done(actor=actor, recommendation=recommendation, source=SOURCE, on=date(2026, 6, 3))
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        reopen(actor=actor, recommendation=recommendation, source=SOURCE)
    with pytest.raises(Denied):
        say_under_way(actor=actor_of(addressee), recommendation=recommendation)
    a_sent_letter(submission_of(recommendation, body))
    say_under_way(actor=actor_of(addressee), recommendation=recommendation, words=words("A tender is out."))
    say_done(actor=actor, recommendation=recommendation, source=SOURCE, on=date(2026, 5, 1), addressee=other)
    done = recommendation.happenings.get(kind="done")
    begun = recommendation.happenings.get(kind="under_way")
    assert (begun.addressee, begun.source, str(done.on), done.addressee) == (body, "", "2026-05-01", other)
    assert str(freshly(recommendation).state_since) == "2026-05-01"
    with pytest.raises(Denied):
        say_lapsed(actor=actor_of(addressee), recommendation=recommendation)


def test_what_is_reopened_can_be_sent_and_answered_again() -> None:
    first = answered()
    recommendation = first.submission.recommendation
    reopen(actor=SYSTEM, recommendation=recommendation, source=SOURCE, words=words("Nothing was done."))
    submission = freshly(first.submission)
    assert (freshly(recommendation).state, submission.state) == ("reopened", "recorded")
    assert submission.due_on is not None  # figures go on counting whether the first answer came in time
    letter = a_sent_letter(submission)
    submission = freshly(submission)
    assert (freshly(recommendation).state, submission.answered_on, submission.due_on) == ("sent", None, letter.due_on)
    second = answered(submission, "rejected")
    assert [each.number for each in Answer.objects.filter(submission=submission)] == [1, 2]
    assert second.number == 2
    assert freshly(recommendation).state == "answered"


def test_what_is_done_or_lapsed_takes_no_second_end() -> None:
    recommendation = a_recommendation()
    say_lapsed(actor=SYSTEM, recommendation=recommendation, source=SOURCE)
    for act in (say_done, say_under_way, say_lapsed):
        with pytest.raises(DomainError, match=r"kernel.not_now"):
            act(actor=SYSTEM, recommendation=recommendation, source=SOURCE)
    reopen(actor=SYSTEM, recommendation=recommendation, source=SOURCE)
    assert freshly(recommendation).state_since == date(2026, 6, 2) + timedelta(0)
