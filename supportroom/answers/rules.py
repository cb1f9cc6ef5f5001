"""Who writes to addressees, who answers for them, who says what became of a recommendation.

The team writes, sends, and records what reaches it on paper. An addressee's representatives answer for it themselves,
to what was sent to it. A link lets whoever holds it confirm that a letter arrived, and nothing else.
"""

from typing import Any

from supportroom.answers.models import Answer, Delivery, Letter, LetterLink
from supportroom.answers.vocabulary import DRAFTED, WITHDRAWN
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import ADDRESSEE, INTERPRETER, MEMBER, OFFICE, TEAM
from supportroom.register.models import Recommendation, Representative, Submission
from supportroom.register.vocabulary import ACKNOWLEDGED, ANSWERED, RECORDED, SENT


def represents(actor: Actor, addressee_id: int | None = None) -> bool:
    """Tell whether somebody answers for an addressee, or for any: as one of its representatives."""
    if not (actor.is_known and actor.holds(ADDRESSEE, OFFICE)):
        return False
    rows = Representative.objects.filter(person=actor.person_id)
    return (rows.filter(addressee=addressee_id) if addressee_id else rows).exists()


@permission("answers.write_letter")
@permission("answers.amend_letter")
@permission("answers.send_letter")
@permission("answers.withdraw_letter")
@permission("answers.renew_link")
@permission("answers.read_letters")
@permission("answers.say_lapsed")
@permission("answers.reopen")
@permission("answers.deliver")
@permission("answers.amend_delivery")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team."""
    return actor.holds(TEAM)


@permission("answers.remind")
@permission("answers.settle_assessment")
def is_system(actor: Actor, thing: Any) -> bool:
    """Nobody: the calendar and the members' check say when."""
    return actor.holds("system")


@permission("answers.read_addressed")
def may_read_addressed(actor: Actor, thing: Any) -> bool:
    """Who answers for an addressee."""
    return represents(actor)


@permission("answers.acknowledge")
def may_acknowledge(actor: Actor, thing: Letter) -> bool:
    """The team with its source, and who answers for the addressee, once the letter was sent."""
    was_sent = thing.state not in (DRAFTED, WITHDRAWN)
    return actor.holds(TEAM) or (was_sent and represents(actor, thing.addressee_id))


@permission("answers.acknowledge_by_link")
def holds_link(actor: Actor, thing: LetterLink) -> bool:
    """Whoever came by the link: it was found by its token."""
    return True


@permission("answers.answer")
def may_answer(actor: Actor, thing: Submission) -> bool:
    """The team with its source, and who answers for the addressee, once it was sent to it."""
    return actor.holds(TEAM) or (thing.state != RECORDED and represents(actor, thing.addressee_id))


@permission("answers.amend_answer")
def may_amend(actor: Actor, thing: Answer) -> bool:
    """The team with its source, and who answers for the addressee."""
    return actor.holds(TEAM) or represents(actor, thing.submission.addressee_id)


@permission("answers.translate_answer")
def may_translate(actor: Actor, thing: Answer) -> bool:
    """Interpreters, the team, and who answers for the addressee."""
    return actor.holds(INTERPRETER) or may_amend(actor, thing)


@permission("answers.ask_assessment")
def may_ask(actor: Actor, thing: Answer) -> bool:
    """Members, and the team: whether an answer answers is for the members to say."""
    return actor.holds(MEMBER, TEAM)


@permission("answers.say_under_way")
@permission("answers.say_done")
def may_tell(actor: Actor, thing: Recommendation) -> bool:
    """The team with its source, and who answers for a body to which it was sent."""
    if actor.holds(TEAM):
        return True
    if not (actor.is_known and actor.holds(ADDRESSEE, OFFICE)):
        return False
    sent = thing.submissions.filter(state__in=(SENT, ACKNOWLEDGED, ANSWERED))
    return sent.filter(addressee__representatives__person=actor.person_id).exists()


@permission("answers.be_named")
def carried_it(actor: Actor, thing: Delivery) -> bool:
    """Who carried it, and nobody for them."""
    return actor.person_id is not None and actor.person_id == thing.carrier_id
