"""Letters: written, sent, confirmed once, withdrawn, their links."""

from datetime import timedelta

import pytest
from time_machine import Traveller

from supportroom.answers.actions import (
    acknowledge,
    acknowledge_by_link,
    amend_letter,
    renew_link,
    send_letter,
    withdraw_letter,
    write_letter,
)
from supportroom.answers.models import LetterLink
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.mailing.models import Envelope
from supportroom.people.models import Person
from supportroom.register.actions import set_aside
from supportroom.register.models import Recommendation, Submission
from supportroom.room.queries import charter
from tests.factories.answers import (
    SOURCE,
    a_draft,
    a_sent_letter,
    a_submission,
    acknowledged_by_link,
    answered,
    freshly,
    token_for,
)
from tests.factories.personas import actor_of
from tests.factories.register import a_recommendation, an_addressee
from tests.factories.rounds import words

MORNING = "2026-06-02"


def told(recommendation: object) -> list[str]:
    return list(recommendation.happenings.values_list("kind", flat=True))  # type: ignore[attr-defined]


def test_a_letter_is_sent_once_its_answers_are_due_and_each_history_tells_it() -> None:
    one = a_submission()
    other = a_submission(one.addressee)
    letter = a_sent_letter(one, other)
    one, other = freshly(one), freshly(other)
    assert str(letter.sent_on) == MORNING
    assert letter.due_on == one.due_on == letter.sent_on + timedelta(days=charter().answer_days)
    assert (one.state, one.recommendation.state, other.state) == ("sent", "sent", "sent")
    assert "sent" in told(one.recommendation)
    envelope = Envelope.objects.get(kind="answers.letter")
    assert envelope.address == one.addressee.address
    assert envelope.secret
    assert not LetterLink.objects.filter(digest=envelope.secret).exists()
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        send_letter(actor=SYSTEM, letter=letter)


def test_an_addressee_has_days_of_its_own_and_may_have_no_address() -> None:
    addressee = an_addressee(address="", answer_days=10)
    letter = a_sent_letter(a_submission(addressee))
    assert letter.due_on is not None
    assert str(letter.due_on) == "2026-06-12"
    assert not Envelope.objects.exists()
    with pytest.raises(DomainError, match=r"answers.no_address"):
        renew_link(actor=SYSTEM, letter=letter)
    assert len(token_for(letter)) > 40


def test_what_a_letter_may_hold_is_looked_at_when_it_is_written_and_when_it_is_sent() -> None:
    addressee, mine = an_addressee(), a_submission()
    given = {"actor": SYSTEM, "addressee": addressee, "words": words("Please."), "language": "en"}
    for chosen, code in (([], "answers.nothing_chosen"), ([mine], "answers.not_theirs")):
        with pytest.raises(DomainError, match=code):
            write_letter(submissions=chosen, **given)  # type: ignore[arg-type]
    with pytest.raises(DomainError, match=r"answers.too_many"):
        write_letter(submissions=[mine] * 201, **{**given, "addressee": mine.addressee})  # type: ignore[arg-type]
    letter = a_draft(mine)
    a_sent_letter(freshly(mine))
    with pytest.raises(DomainError, match=r"answers.put_already"):
        send_letter(actor=SYSTEM, letter=letter)
    hidden = a_submission()
    draft = a_draft(hidden)
    set_aside(actor=SYSTEM, recommendation=hidden.recommendation)
    with pytest.raises(DomainError, match=r"answers.put_already"):
        send_letter(actor=SYSTEM, letter=draft)


def test_a_draft_is_reworded_with_the_version_that_was_seen_and_a_sent_letter_is_not() -> None:
    letter = a_draft()
    given = {"actor": SYSTEM, "submissions": list(letter.submissions.all()), "language": "ar"}
    changed = amend_letter(letter=letter, words=words("Otherwise."), **given)
    with pytest.raises(Stale):
        amend_letter(letter=letter, words=words("At once."), **given)
    assert str(freshly(letter).words) == "Otherwise."
    send_letter(actor=SYSTEM, letter=changed)
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        amend_letter(letter=freshly(letter), words=MultilingualText(), **given)


def test_a_link_confirms_the_arrival_once(clock: Traveller) -> None:
    letter = acknowledged_by_link(a_sent_letter())
    submission = letter.submissions.first()
    assert (letter.state, letter.acknowledged_by_link) == ("acknowledged", True)
    assert (submission.state, submission.recommendation.state) == ("acknowledged", "acknowledged")
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        acknowledged_by_link(letter)
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        acknowledge(actor=SYSTEM, letter=letter, source=SOURCE)


def test_a_link_ends_after_its_term_when_it_is_renewed_and_when_the_letter_is_withdrawn(clock: Traveller) -> None:
    letter = a_sent_letter()
    first = LetterLink.objects.select_related("letter").get()
    renew_link(actor=SYSTEM, letter=letter)
    second = LetterLink.objects.select_related("letter").get()
    assert Envelope.objects.count() == 2
    with pytest.raises(DomainError, match=r"answers.link_over"):
        acknowledge_by_link(actor=VISITOR, link=first)
    clock.shift(timedelta(days=90))
    with pytest.raises(DomainError, match=r"answers.link_over"):
        acknowledge_by_link(actor=VISITOR, link=second)
    withdraw_letter(actor=SYSTEM, letter=letter)
    assert not LetterLink.objects.exists()
    with pytest.raises(DomainError, match=r"kernel.not_now"):
        renew_link(actor=SYSTEM, letter=letter, token="x" * 43)


def test_a_withdrawn_letter_lets_its_recommendations_be_sent_anew() -> None:
    one, shared = a_submission(), a_submission()
    letter = a_sent_letter(one)
    withdraw_letter(actor=SYSTEM, letter=letter, words=words("It went to the wrong desk."))
    one = freshly(one)
    assert (one.state, one.sent_on, one.due_on, one.recommendation.state) == ("recorded", None, None, "recorded")
    assert "called_back" in told(one.recommendation)
    assert a_sent_letter(one).state == "sent"
    both = an_addressee()
    recommendation = a_recommendation(addressees=[both, shared.addressee])
    letters = [a_sent_letter(each) for each in recommendation.submissions.select_related("addressee", "recommendation")]
    withdraw_letter(actor=SYSTEM, letter=letters[0])
    assert freshly(recommendation).state == "sent"
    withdraw_letter(actor=SYSTEM, letter=letters[1])
    assert freshly(recommendation).state == "recorded"
    draft = a_draft()
    assert withdraw_letter(actor=SYSTEM, letter=draft).state == "withdrawn"
    assert draft.submissions.first().state == "recorded"


def put_to_two() -> tuple[Recommendation, list[Submission]]:
    recommendation = a_recommendation(addressees=[an_addressee(), an_addressee()])
    return recommendation, list(recommendation.submissions.select_related("addressee", "recommendation"))


def test_what_one_has_answered_stays_answered_when_the_others_letter_is_withdrawn() -> None:
    recommendation, (one, other) = put_to_two()
    a_sent_letter(one)
    letter = a_sent_letter(other)
    answered(freshly(one))
    assert freshly(recommendation).state == "sent"
    withdraw_letter(actor=SYSTEM, letter=letter)
    assert freshly(recommendation).state == "answered"


def test_what_is_answered_waits_again_when_it_is_put_to_a_further_one() -> None:
    recommendation, (one, other) = put_to_two()
    a_sent_letter(one)
    answered(freshly(one))
    assert freshly(recommendation).state == "answered"
    letter = a_sent_letter(freshly(other))
    assert freshly(recommendation).state == "sent"
    withdraw_letter(actor=SYSTEM, letter=letter)
    assert freshly(recommendation).state == "answered"
    a_sent_letter(freshly(other))
    answered(freshly(other))
    assert freshly(recommendation).state == "answered"


def test_the_team_says_where_an_arrival_can_be_read_and_a_representative_need_not(
    team: Person, addressee: Person
) -> None:
    body = an_addressee(people=[addressee])
    letter = a_sent_letter(a_submission(body))
    with pytest.raises(DomainError, match=r"answers.source_missing"):
        acknowledge(actor=actor_of(team), letter=letter)
    with pytest.raises(DomainError, match=r"answers.day_ahead"):
        acknowledge(actor=actor_of(team), letter=letter, source=SOURCE, on=letter.sent_on + timedelta(days=1))
    assert acknowledge(actor=actor_of(addressee), letter=letter).state == "acknowledged"


def test_what_was_answered_before_is_left_alone_by_a_late_confirmation() -> None:
    given = answered()
    letter = given.submission.letters.get()
    acknowledge(actor=SYSTEM, letter=letter, source=SOURCE)
    assert freshly(given.submission).state == "answered"
