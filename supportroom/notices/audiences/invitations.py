"""What those invited to a round are told, and what the team and the contact persons are told of their answers."""

from collections.abc import Iterable
from typing import Any, Final

from supportroom.invitations.models import Letter
from supportroom.notices.audiences.audience import Audience
from supportroom.notices.audiences.people import team
from supportroom.notices.audiences.rounds import invited, round_of
from supportroom.notices.audiences.topics import contact
from supportroom.notices.vocabulary import INVITATIONS, TEAM_WORK


def invitation_of(thing: Any) -> Any:
    """Give the invitation that a thing belongs to, or is."""
    return getattr(thing, "invitation", None) or thing


def oneself(thing: Any) -> Iterable[int]:
    """The person whom an invitation, or a support request, is about."""
    return [invitation_of(thing).person_id]


def whose_term_moved(thing: Any) -> Iterable[int]:
    """The person of an invitation; of a letter all who are invited."""
    return invited(thing) if isinstance(thing, Letter) else oneself(thing)


AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    **dict.fromkeys(
        (
            "invitations.send_invitations",
            "invitations.remind",
            "invitations.withdraw_invitation",
            "invitations.settle_request",
            "invitations.refuse_substitute",
        ),
        (Audience(INVITATIONS, oneself, invitation_of),),
    ),
    "invitations.extend_term": (Audience(INVITATIONS, whose_term_moved, round_of),),
    **dict.fromkeys(
        (
            "invitations.accept",
            "invitations.decline",
            "invitations.propose_substitute",
            "invitations.begin_joint_decline",
            "invitations.join_decline",
        ),
        (Audience(TEAM_WORK, team, round_of),),
    ),
    "invitations.ask_question": (
        Audience(INVITATIONS, contact, round_of, "invitations.asked_you"),
        Audience(TEAM_WORK, team, round_of),
    ),
    "invitations.answer_question": (Audience(INVITATIONS, invited, round_of),),
}
