"""Letters: written, reworded, sent, withdrawn."""

from collections.abc import Sequence
from datetime import date

from supportroom.answers.actions.held import held_letter, held_submissions, move
from supportroom.answers.due import WAITING, due_day, today, under
from supportroom.answers.lifecycle import LETTER
from supportroom.answers.models import Letter, LetterLink
from supportroom.answers.posting import LETTER as BY_MAIL
from supportroom.answers.posting import give_link
from supportroom.answers.vocabulary import DRAFTED, MOST_IN_A_LETTER
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.history import tell
from supportroom.register.lifecycle import SUBMISSION
from supportroom.register.models import Addressee, Happening, Submission
from supportroom.register.vocabulary import ANSWERED, DONE, LAPSED, REOPENED, SENT

CALLED_BACK = "called_back"


@action("answers.write_letter", on="addressee")
def write_letter(
    *,
    actor: Actor,
    addressee: Addressee,
    submissions: Sequence[Submission],
    words: MultilingualText,
    language: str,
) -> Letter:
    """Draft a letter to an addressee with what is put to it.

    DomainError `answers.nothing_chosen`, `answers.too_many`, `answers.not_theirs`, `answers.put_already`.
    """
    _refuse_wrong(addressee, submissions)
    letter = create(Letter, addressee=addressee, words=words, language=language, written_on=today())
    letter.submissions.set(submissions)
    record(letter, actor=actor, addressee=addressee.pk)
    return letter


@action("answers.amend_letter", on="letter")
def amend_letter(
    *,
    actor: Actor,
    letter: Letter,
    submissions: Sequence[Submission],
    words: MultilingualText,
    language: str,
    seen: int | None = None,
) -> Letter:
    """Change a letter that was not sent yet. DomainError as `write_letter`, `kernel.not_now`; Stale."""
    held = held_letter(letter)
    refuse_unless(held.state == DRAFTED, "kernel.not_now")
    _refuse_wrong(held.addressee, submissions)
    change(held, seen=letter.version if seen is None else seen, words=words, language=language)
    held.submissions.set(submissions)
    record(held, actor=actor)
    return held


@action("answers.send_letter", on="letter")
def send_letter(*, actor: Actor, letter: Letter) -> Letter:
    """Send a letter: by mail with a secure link where the addressee has an address, else it is printed.

    From now on its answers are due. DomainError `kernel.not_now`, `answers.put_already`.
    """
    held, day = held_letter(letter), today()
    LETTER.step(held.state, "send")
    submissions = held_submissions(held.submissions.all())
    _refuse_wrong(held.addressee, submissions)
    due_on = due_day(held.addressee, day)
    advance(held, LETTER, "send", sent_on=day, due_on=due_on)
    for submission in submissions:
        _send(submission, day, due_on, reference(held))
    if held.addressee.address:
        give_link(held, BY_MAIL)
    record(held, actor=actor, addressee=held.addressee_id, recommendations=len(submissions))
    return held


def _send(submission: Submission, day: date, due_on: date, about: str) -> None:
    dates = {"acknowledged_on": None, "answered_on": None, "reminded_on": None}
    advance(submission, SUBMISSION, "send", sent_on=day, due_on=due_on, **dates)
    move(submission.recommendation, "send", day)
    tell(submission.recommendation, SENT, day, addressee=submission.addressee, about=about)


@action("answers.withdraw_letter", on="letter")
def withdraw_letter(*, actor: Actor, letter: Letter, words: MultilingualText | None = None) -> Letter:
    """Withdraw a letter: its links are dead, and what waited for an answer to it can be sent anew.

    `words` say why, to everybody who reads the recommendations. DomainError `kernel.not_now`.
    """
    held, day = held_letter(letter), today()
    was_sent = held.state != DRAFTED
    advance(held, LETTER, "withdraw", withdrawn_on=day)
    erase_all(LetterLink.objects.filter(letter=held))
    for submission in held_submissions(under(held).filter(state=SENT)) if was_sent else []:
        advance(submission, SUBMISSION, "call_back", sent_on=None, due_on=None, reminded_on=None)
        _call_back(submission, day)
        about = reference(held)
        tell(submission.recommendation, CALLED_BACK, day, addressee=submission.addressee, words=words, about=about)
    record(held, actor=actor, addressee=held.addressee_id)
    return held


def _call_back(submission: Submission, day: date) -> None:
    """Let a recommendation be unsent again, unless it was put to somebody else as well: then it stands as with them."""
    recommendation = submission.recommendation
    others = set(recommendation.submissions.values_list("state", flat=True))
    if others & set(WAITING):
        return
    if ANSWERED in others:
        move(recommendation, "answer", day)
        return
    was_reopened = Happening.objects.filter(recommendation=recommendation, kind=REOPENED).exists()
    move(recommendation, "call_back_reopened" if was_reopened else "call_back", day)


def _refuse_wrong(addressee: Addressee, submissions: Sequence[Submission]) -> None:
    refuse_unless(submissions, "answers.nothing_chosen")
    refuse_unless(len(submissions) <= MOST_IN_A_LETTER, "answers.too_many", limit=MOST_IN_A_LETTER)
    refuse_unless(all(each.addressee_id == addressee.pk for each in submissions), "answers.not_theirs")
    wrong = [each.recommendation.code for each in submissions if not _can_be_put(each)]
    refuse_unless(not wrong, "answers.put_already", numbers=", ".join(wrong))


def _can_be_put(submission: Submission) -> bool:
    asked = submission.recommendation
    is_open = asked.state not in (DONE, LAPSED) and not asked.set_aside
    return is_open and SUBMISSION.allows(submission.state, "send")
