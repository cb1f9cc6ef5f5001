"""What is due, what is overdue, and that reminders go out once before and once after."""

from datetime import date, timedelta

import pytest
from time_machine import Traveller

from supportroom.answers import due, posting
from supportroom.answers.actions import acknowledge, remind, reopen, say_lapsed, withdraw_letter
from supportroom.answers.models import Letter, LetterLink
from supportroom.answers.reminding import remind as remind_all
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.mailing.models import Envelope
from supportroom.mailing.words import compose
from supportroom.register.actions import amend_addressee
from tests.factories.answers import SOURCE, a_sent_letter, a_submission, acknowledged_by_link, answered, freshly
from tests.factories.register import an_addressee

DUE = date(2026, 8, 1)


def reminders() -> int:
    return Envelope.objects.filter(kind=posting.REMINDER).count()


def test_overdue_is_what_waits_longer_than_its_day(clock: Traveller) -> None:
    one = a_submission()
    a_sent_letter(one)
    one = freshly(one)
    assert one.due_on == DUE
    assert not due.is_overdue(one, DUE)
    assert due.is_overdue(one, DUE + timedelta(days=1))
    assert due.days_overdue(one, DUE + timedelta(days=3)) == 3
    settled = [a_submission() for _number in range(2)]
    a_sent_letter(settled[0])
    answered(settled[1])
    say_lapsed(actor=SYSTEM, recommendation=settled[0].recommendation, source=SOURCE)
    clock.move_to("2026-08-02T12:00:00Z")
    assert list(due.overdue(due.today())) == [one]
    assert not due.is_overdue(freshly(settled[0]), due.today())


def test_a_day_begins_by_the_rooms_clock(clock: Traveller) -> None:
    clock.move_to("2026-08-01T22:30:00Z")
    assert due.today() == date(2026, 8, 2)


def test_reminders_go_out_once_before_and_once_after_however_often_the_clock_comes(clock: Traveller) -> None:
    letter = acknowledged_by_link(a_sent_letter())
    counted = []
    for day in (
        "2026-06-02", "2026-07-17", "2026-07-18", "2026-07-18", "2026-08-01", "2026-08-02", "2026-08-02", "2026-09-30",
    ):  # fmt: skip
        clock.move_to(f"{day}T09:00:00Z")
        counted.append(remind_all())
    assert counted == [0, 0, 1, 0, 0, 1, 0, 0]
    assert reminders() == 2
    letter = freshly(letter)
    assert (str(letter.reminded_on), str(letter.reminded_late_on)) == ("2026-07-18", "2026-08-02")
    submission = letter.submissions.first()
    assert submission.recommendation.happenings.filter(kind="reminded").count() == 2
    assert str(submission.reminded_on) == "2026-08-02"
    assert LetterLink.objects.filter(letter=letter).count() == 3


def test_a_clock_that_comes_late_reminds_only_of_what_is_overdue(clock: Traveller) -> None:
    letter = a_sent_letter()
    clock.move_to("2026-12-01T09:00:00Z")
    assert (remind_all(), remind_all()) == (1, 0)
    letter = freshly(letter)
    assert (letter.reminded_on, str(letter.reminded_late_on)) == (None, "2026-12-01")
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        remind(actor=SYSTEM, letter=letter, when="after")


def test_nobody_is_reminded_of_what_is_answered_withdrawn_or_has_no_address(clock: Traveller) -> None:
    answered()
    withdraw_letter(actor=SYSTEM, letter=a_sent_letter())
    silent = an_addressee(address="")
    a_sent_letter(a_submission(silent))
    lapsed = a_submission()
    a_sent_letter(lapsed)
    say_lapsed(actor=SYSTEM, recommendation=lapsed.recommendation, source=SOURCE)
    clock.move_to("2026-08-05T09:00:00Z")
    assert remind_all() == 0
    amend_addressee(actor=SYSTEM, addressee=silent, address="late@example.org")
    assert remind_all() == 1


def test_a_term_shorter_than_the_reminders_days_is_not_reminded_of_on_the_day_of_the_letter(clock: Traveller) -> None:
    a_sent_letter(a_submission(an_addressee(answer_days=7)))
    assert remind_all() == 0
    clock.move_to("2026-06-03T09:00:00Z")
    assert (remind_all(), remind_all()) == (1, 0)


def test_an_old_letter_does_not_speak_for_what_was_sent_anew(clock: Traveller) -> None:
    given = answered()
    old = given.submission.letters.get()
    clock.move_to("2026-06-20T09:00:00Z")
    reopen(actor=SYSTEM, recommendation=given.submission.recommendation, source=SOURCE)
    new = a_sent_letter(freshly(given.submission))
    acknowledge(actor=SYSTEM, letter=old, source=SOURCE)
    assert freshly(given.submission).state == "sent"
    clock.move_to("2026-10-01T09:00:00Z")
    assert remind_all() == 1
    assert [letter.pk for letter in Letter.objects.exclude(reminded_late_on=None)] == [new.pk]


def test_a_mail_says_that_something_waits_and_carries_one_link_and_nothing_of_the_room(clock: Traveller) -> None:
    letter = a_sent_letter(language="ar")
    clock.move_to("2026-08-02T09:00:00Z")
    remind_all()
    for envelope in Envelope.objects.all():
        message = compose(envelope)
        assert message is not None
        text = f"{message.subject}\n{message.body}"
        assert text.count("http://") == 1
        assert f"/ar/letter/{envelope.secret}/" in text
        secret = [str(letter.addressee), str(letter.words), letter.submissions.first().recommendation.code]
        assert not [word for word in [*secret, "Trial", "التجربة"] if word in text]
    withdraw_letter(actor=SYSTEM, letter=letter)
    assert [compose(envelope) for envelope in Envelope.objects.all()] == [None, None]


def test_a_mail_that_leaves_after_the_answer_is_not_sent(clock: Traveller) -> None:
    one = a_submission()
    a_sent_letter(one)
    clock.move_to("2026-08-02T09:00:00Z")
    remind_all()
    answered(freshly(one))
    assert compose(Envelope.objects.get(kind=posting.REMINDER)) is None
