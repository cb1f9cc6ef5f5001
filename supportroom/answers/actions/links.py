"""Secure links renewed, and addressees reminded, each with a link of its own."""

from supportroom.answers.actions.held import held_letter, held_submissions
from supportroom.answers.due import today, under, waiting
from supportroom.answers.models import Letter, LetterLink
from supportroom.answers.posting import LETTER, REMINDER, give_link, open_link
from supportroom.answers.reminders import reminder_due
from supportroom.answers.vocabulary import BEFORE, DRAFTED, WITHDRAWN
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import change, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.register.history import tell

REMINDED = "reminded"


@action("answers.renew_link", on="letter")
def renew_link(*, actor: Actor, letter: Letter, token: str = "") -> Letter:
    """Let no earlier link open a letter any more, and make a new one: for a token that is handed over by other ways,
    or, without one, by mail to the addressee.

    DomainError `kernel.not_now` for a letter that is not out, `answers.no_address`.
    """
    held = held_letter(letter)
    refuse_unless(held.state not in (DRAFTED, WITHDRAWN), "kernel.not_now")
    refuse_unless(token or held.addressee.address, "answers.no_address")
    erase_all(LetterLink.objects.filter(letter=held))
    if token:
        open_link(held, token)
    else:
        give_link(held, LETTER)
    record(held, actor=actor)
    return held


@action("answers.remind", on="letter")
def remind(*, actor: Actor, letter: Letter, when: str) -> Letter:
    """Remind an addressee of what it has not answered, before or after the due day; each once.

    DomainError `kernel.not_now` where this reminder is not due (any more), or nothing waits for an answer.
    """
    held, day = held_letter(letter), today()
    submissions = held_submissions(under(held).filter(pk__in=waiting()))
    refuse_unless(submissions and reminder_due(held, day) == when, "kernel.not_now")
    if when == BEFORE:
        change(held, reminded_on=day)
    else:
        change(held, reminded_late_on=day)
    give_link(held, REMINDER)
    for submission in submissions:
        change(submission, reminded_on=day)
        about = reference(held)
        tell(submission.recommendation, REMINDED, day, addressee=submission.addressee, about=about)
    record(held, actor=actor, addressee=held.addressee_id, when=when)
    return held
