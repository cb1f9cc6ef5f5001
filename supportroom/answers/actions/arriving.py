"""That a letter arrived: said by its link, by who answers for the addressee, or by the team with its source."""

from datetime import date

from supportroom.answers.actions.held import held_letter, held_submissions, move, refuse_odd_day
from supportroom.answers.due import today, under
from supportroom.answers.lifecycle import LETTER
from supportroom.answers.models import Letter, LetterLink
from supportroom.answers.rules import represents
from supportroom.journal.door import action, record
from supportroom.journal.models import reference
from supportroom.journal.writing import advance, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.register.history import tell
from supportroom.register.lifecycle import SUBMISSION
from supportroom.register.vocabulary import ACKNOWLEDGED, SENT


@action("answers.acknowledge", on="letter")
def acknowledge(*, actor: Actor, letter: Letter, on: date | None = None, source: str = "") -> Letter:
    """Write down that a letter arrived; the team says where that can be read.

    DomainError `kernel.not_now`, `answers.source_missing`, `answers.day_ahead`, `answers.day_before`.
    """
    held, day = held_letter(letter), on or today()
    LETTER.step(held.state, "acknowledge")
    refuse_unless(source or represents(actor, held.addressee_id), "answers.source_missing")
    refuse_odd_day(day)
    assert held.sent_on is not None
    _acknowledge(held, max(day, held.sent_on), source=source)
    record(held, actor=actor, addressee=held.addressee_id)
    return held


@action("answers.acknowledge_by_link", on="link")
def acknowledge_by_link(*, actor: Actor, link: LetterLink) -> Letter:
    """Write down that a letter arrived, said by whoever holds its link; once.

    DomainError `answers.link_over` where the link has ended meanwhile, `kernel.not_now` where it was said before.
    """
    held = held_letter(link.letter)
    is_alive = LetterLink.objects.filter(pk=link.pk, letter=held, until__gt=now()).exists()
    refuse_unless(is_alive, "answers.link_over")
    _acknowledge(held, today(), by_link=True)
    record(held, actor=actor, addressee=held.addressee_id)
    return held


def _acknowledge(letter: Letter, on: date, *, by_link: bool = False, source: str = "") -> None:
    said = {"acknowledged_on": on, "acknowledged_by_link": by_link, "acknowledgement_source": source}
    advance(letter, LETTER, "acknowledge", **said)
    for submission in held_submissions(under(letter).filter(state=SENT)):
        advance(submission, SUBMISSION, "acknowledge", acknowledged_on=on)
        move(submission.recommendation, "acknowledge", on)
        asked, body = submission.recommendation, submission.addressee
        tell(asked, ACKNOWLEDGED, on, addressee=body, source=source, about=reference(letter))
