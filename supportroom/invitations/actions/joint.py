"""Several organisations decline by one statement: begun by one, joined by others for themselves."""

from typing import Any

from supportroom.invitations.actions.answers import respond, to_answer
from supportroom.invitations.models import Invitation, JointDecline, Signature
from supportroom.invitations.vocabulary import JOINTLY
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.actions.rounds import refuse_if_over


@action("invitations.begin_joint_decline", on="invitation")
def begin_joint_decline(
    *,
    actor: Actor,
    invitation: Invitation,
    text: MultilingualText,
    organisation: str,
    may_be_named: bool = False,
    is_public: bool = False,
    answers: int | None = None,
) -> JointDecline:
    """Decline by a statement that others can join who have its code; `is_public`: published with the round.

    DomainError `invitations.organisation_needed`, and what `answers.to_answer` raises.
    """
    moment = now()
    held = to_answer(invitation, answers, moment, calls_off=True)
    begun = create(JointDecline, round=held.round, text=text, is_public=is_public)
    _sign(begun, held, organisation, may_be_named=may_be_named)
    respond(held, "decline_jointly", JOINTLY, moment)
    record(held, actor=actor)
    return begun


@action("invitations.join_decline", on="invitation")
def join_decline(
    *,
    actor: Actor,
    invitation: Invitation,
    joint_decline: JointDecline,
    organisation: str,
    may_be_named: bool = False,
    answers: int | None = None,
) -> Signature:
    """Decline by joining a statement for one's own organisation; said again it changes name and consent alone.

    DomainError `invitations.joint_link` for another round's statement, `invitations.organisation_needed`, and what
    `answers.to_answer` raises.
    """
    refuse_unless(joint_decline.round_id == invitation.round_id, "invitations.joint_link")
    signed = Signature.objects.filter(invitation=invitation, joint_decline=joint_decline, in_force=True).first()
    if signed:
        _refuse_nameless(organisation)
        change(signed, organisation=organisation.strip(), may_be_named=may_be_named)
        record(invitation, actor=actor)
        return signed
    moment = now()
    held = to_answer(invitation, answers, moment, calls_off=True)
    signature = _sign(joint_decline, held, organisation, may_be_named=may_be_named)
    respond(held, "decline_jointly", JOINTLY, moment)
    record(held, actor=actor)
    return signature


@action("invitations.publish_wish", on="joint_decline")
def publish_wish(*, actor: Actor, joint_decline: JointDecline, is_public: bool) -> JointDecline:
    """Say whether the statement is to be published with the round: for the first of those whose signature stands.

    DomainError `rounds.round_over` once it is too late.
    """
    refuse_if_over(joint_decline.round)
    change(joint_decline, is_public=is_public)
    record(joint_decline, actor=actor, is_public=is_public)
    return joint_decline


def _refuse_nameless(organisation: str) -> None:
    refuse_unless(organisation.strip(), "invitations.organisation_needed")


def _sign(joint_decline: JointDecline, invitation: Invitation, organisation: str, *, may_be_named: bool) -> Signature:
    """Put a signature under a statement, in the place of an earlier one that no longer stands."""
    _refuse_nameless(organisation)
    values: dict[str, Any] = {
        "joint_decline": joint_decline,
        "organisation": organisation.strip(),
        "may_be_named": may_be_named,
        "in_force": True,
        "position": joint_decline.signatures.count() + 1,
    }
    earlier = Signature.objects.filter(invitation=invitation).first()
    return change(earlier, **values) if earlier else create(Signature, invitation=invitation, **values)
