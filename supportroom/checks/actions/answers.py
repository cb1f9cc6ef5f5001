"""Answering, and answering otherwise, until the close."""

from supportroom.checks.actions.checks import held
from supportroom.checks.models import CheckAnswer, MembersCheck
from supportroom.checks.vocabulary import CHOICES
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.protection.handles import handle_for


@action("checks.answer", on="members_check")
def answer(*, actor: Actor, members_check: MembersCheck, choice: str) -> MembersCheck:
    """Answer a check, or answer otherwise than before: the last answer before the close counts.

    It is written under a handle; the journal says neither who nor when. DomainError `checks.over`, `checks.no_choice`.
    """
    check = held(members_check)
    refuse_unless(check.takes_answers(now()), "checks.over")
    refuse_unless(choice in CHOICES, "checks.no_choice")
    assert actor.person_id is not None
    handle = handle_for(check.pk, actor.person_id)
    known = check.answers.filter(handle=handle).first()
    if known is None:
        create(CheckAnswer, check_asked=check, handle=handle, choice=choice)
    else:
        change(known, choice=choice)
    record_unnamed(check, at=check.opens_at)
    return members_check
