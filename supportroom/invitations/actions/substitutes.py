"""Somebody comes instead: the team confirms who was proposed, and the list keeps its balance."""

from supportroom.invitations.actions.answers import hold
from supportroom.invitations.actions.letters import hold_round, send_invitations
from supportroom.invitations.balance import quotas_hurt
from supportroom.invitations.lifecycle import INVITATION
from supportroom.invitations.models import Invitation, Response
from supportroom.invitations.queries import proposal_waiting
from supportroom.invitations.term import term_for_substitute
from supportroom.invitations.vocabulary import CONFIRMED, REFUSED
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.actions import add_person
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.selection.actions import add_listing
from supportroom.selection.models import Listing
from supportroom.selection.queries import list_of
from supportroom.selection.vocabulary import SUBSTITUTE


def _proposal(invitation: Invitation) -> tuple[Invitation, Response]:
    """Hold an invitation and give the proposal that waits; DomainError `invitations.nobody_proposed`."""
    found = hold(invitation)
    proposal = proposal_waiting(found)
    if proposal is None:
        raise DomainError("invitations.nobody_proposed")
    return found, proposal


@action("invitations.confirm_substitute", on="invitation")
def confirm_substitute(
    *,
    actor: Actor,
    invitation: Invitation,
    person: Person | None = None,
    name: str = "",
    organisation: str = "",
    reason: MultilingualText | None = None,
) -> Invitation:
    """Invite the proposed substitute, somebody of the roll or a new person; give their own invitation.

    Where the list falls below a quota by it, the reason is written to the quota and published with the round.
    DomainError `invitations.nobody_proposed`, `invitations.invited_already`, `invitations.below_quota`,
    `invitations.round_begun`.
    """
    round = hold_round(invitation.round)
    before, proposal = _proposal(invitation)
    if person is None:
        refuse_unless(name.strip(), "invitations.substitute_name")
        person = add_person(actor=actor, name=name.strip(), organisation=organisation, roles=(MEMBER,))
    refuse_unless(not round.invitations.filter(person=person).exists(), "invitations.invited_already")
    _keep_balance(before, person, reason)
    _list_instead(actor, before, person)
    advance(before, INVITATION, "substitute")
    change(proposal, proposal=CONFIRMED)
    answer_by = term_for_substitute(round.letter.answer_by, now(), round.starts_on, round.time_zone)
    instead = create(Invitation, round=round, person=person, group=before.group, instead_of=before, answer_by=answer_by)
    send_invitations(actor=actor, round=round, substitute=instead)
    record(before, actor=actor, instead=instead.pk)
    return instead


def _keep_balance(before: Invitation, person: Person, reason: MultilingualText | None) -> None:
    """Ask for the reason where the list falls below a quota, and write it there."""
    hurt = quotas_hurt(before, person)
    names = ", ".join(str(each.label) for each in hurt)
    refuse_unless(not hurt or reason, "invitations.below_quota", quotas=names)
    for each in hurt:
        change(each.quota, reason=reason or MultilingualText(), was_below=True)


def _list_instead(actor: Actor, before: Invitation, person: Person) -> None:
    """Put the substitute on the round's list, unless they stand there already."""
    if not Listing.objects.filter(draft_list__round=before.round_id, person=person, has_left=False).exists():
        draft_list = list_of(before.round)
        add_listing(actor=actor, draft_list=draft_list, person=person, group=before.group, way=SUBSTITUTE)


@action("invitations.refuse_substitute", on="invitation")
def refuse_substitute(*, actor: Actor, invitation: Invitation, reply: MultilingualText) -> Invitation:
    """Do not invite the proposed substitute; whoever proposed them reads why. DomainError
    `invitations.nobody_proposed`, `rounds.round_over`.
    """
    refuse_if_over(invitation.round)
    found, proposal = _proposal(invitation)
    change(proposal, proposal=REFUSED, reply=reply)
    record(found, actor=actor)
    return found
