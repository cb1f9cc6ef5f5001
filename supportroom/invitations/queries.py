"""What pages read about invitations. Who was invited is seen by the team; everybody else sees their own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Prefetch, Q, QuerySet

from supportroom.invitations.models import (
    Invitation,
    JointDecline,
    Letter,
    Question,
    Response,
    Signature,
    SupportRequest,
)
from supportroom.invitations.rules import HEARD
from supportroom.invitations.term import notice_days
from supportroom.invitations.vocabulary import ACCEPTED, ASKED, DECLINED, DRAFTED, PROPOSED, SENT, WAITING
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.people.by_name import by_name
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING


def invitations_visible_to(actor: Actor, round: Round | None = None) -> QuerySet[Invitation]:
    """All for the team, with person and organisation, by name; for everybody else their own, once it was sent."""
    invitations = Invitation.objects.select_related("round__letter", "person__organisation", "group")
    invitations = by_name(invitations, "person")
    if round is not None:
        invitations = invitations.filter(round=round)
    if may(actor, "invitations.read_invitations", round):
        return invitations
    return invitations.filter(person_id=actor.person_id or 0).exclude(state=DRAFTED)


def invitation_of(actor: Actor, round: Round) -> Invitation | None:
    """Give the actor's own invitation to a round, once it was sent, or None."""
    own = invitations_visible_to(actor, round).filter(person_id=actor.person_id or 0)
    return own.exclude(state=DRAFTED).first()


def invited_persons(round: Round) -> QuerySet[Person]:
    """Give who was invited and has not said no: those whom changes and answers concern."""
    return Person.objects.filter(invitations__round=round, invitations__state__in=(SENT, ACCEPTED))


def rounds_seen_by_invited(actor: Actor) -> QuerySet:
    """Give the ids of the rounds to which the actor is invited, whatever they answered, until the round begins: from
    then on it is those who take part that see it.
    """
    invited = Invitation.objects.filter(person_id=actor.person_id or 0, state__in=(SENT, ACCEPTED, DECLINED))
    return invited.filter(round__state__in=PREPARING).values("round")


def letter_of(round: Round) -> Letter | None:
    """Give a round's letter, or None."""
    return Letter.objects.filter(round=round).first()


@dataclass(frozen=True)
class Notice:
    """The notice given: days, what the charter promised then, the reason where it was shorter.

    `later_days` is the shortest notice of those who were invited after the others; None where nobody was.
    """

    sent_at: datetime
    days: int
    promised_days: int
    reason: MultilingualText
    later_days: int | None = None

    @property
    def is_short(self) -> bool:
        """Tell whether anybody had less notice than the room promises."""
        return min(self.days, self.days if self.later_days is None else self.later_days) < self.promised_days


def notice_of(round: Round) -> Notice | None:
    """Give the notice with which a round's invitations went out, for the invitation and the report; None before."""
    letter = letter_of(round)
    if letter is None or letter.sent_at is None:
        return None
    asked = Invitation.objects.filter(round=round, instead_of=None, sent_at__gt=letter.sent_at)
    last = asked.aggregate(last=Max("sent_at"))["last"]
    later = notice_days(last, round.starts_on, round.time_zone) if last else None
    return Notice(letter.sent_at, letter.notice_days or 0, letter.promised_days or 0, letter.reason, later)


def counts_by_state(round: Round) -> dict[str, int]:
    """Give how many invitations stand in each state."""
    return Counter(Invitation.objects.filter(round=round).values_list("state", flat=True))


def coming_or_waiting(round: Round) -> list[int]:
    """Give the ids of those who have accepted or not answered yet: whom the balance counts."""
    return list(Invitation.objects.filter(round=round, state__in=(SENT, ACCEPTED)).values_list("person_id", flat=True))


def with_needs(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Fetch the support requests and answers along with the invitations."""
    requests = Prefetch("support_requests", SupportRequest.objects.order_by("pk"))
    return invitations.prefetch_related(requests, Prefetch("responses", Response.objects.order_by("position", "pk")))


def proposal_waiting(invitation: Invitation) -> Response | None:
    """Give the proposal of a substitute that the team has not decided on, if that is the answer in force."""
    newest = max(invitation.responses.all(), key=lambda response: response.position, default=None)
    is_waiting = newest is not None and newest.kind == PROPOSED and newest.proposal == WAITING
    return newest if is_waiting and invitation.state == DECLINED else None


@dataclass(frozen=True)
class ToSettle:
    """What waits for the team in a round's invitations."""

    substitutes: Sequence[Invitation]
    requests: Sequence[SupportRequest]
    questions: Sequence[Question]

    def __bool__(self) -> bool:
        """Tell whether anything waits."""
        return bool(self.substitutes or self.requests or self.questions)


def to_settle(round: Round) -> ToSettle:
    """Give the proposed substitutes, support requests and questions that nobody has settled yet."""
    proposing = round.invitations.filter(state=DECLINED, responses__proposal=WAITING).distinct()
    proposing = with_needs(by_name(proposing, "person"))
    requests = SupportRequest.objects.filter(invitation__round=round, invitation__state=ACCEPTED, state=ASKED)
    questions = [question for question in round.questions.select_related("topic") if not question.answer]
    return ToSettle(
        [invitation for invitation in proposing if proposal_waiting(invitation)],
        list(requests.select_related("invitation__person").order_by("pk")),
        questions,
    )


def questions_visible_to(actor: Actor, round: Round) -> list[Question]:
    """Give the questions a reader may see: answered ones, their own, and those that are theirs to answer; in order."""
    asked = list(round.questions.select_related("topic", "invitation"))
    return [
        question
        for question in asked
        if question.answer or is_own(actor, question) or may(actor, "invitations.answer_question", question)
    ]


def is_own(actor: Actor, question: Question) -> bool:
    """Tell whether the actor asked this."""
    return (
        actor.person_id is not None
        and question.invitation is not None
        and question.invitation.person_id == actor.person_id
    )


def joint_decline_for(actor: Actor, code: int) -> tuple[JointDecline, Invitation] | None:
    """Give the joint decline that a code opens and the reader's own invitation to its round; None without either.

    Who signed it finds it when their invitation was withdrawn, too: consent to be named is theirs to take back (S17).
    """
    found = JointDecline.objects.select_related("round").filter(code=code).first()
    own = invitation_of(actor, found.round) if found else None
    if found is None or own is None:
        return None
    return (found, own) if own.state in HEARD or signatures_of(found).filter(invitation=own).exists() else None


def signatures_of(joint_decline: JointDecline) -> QuerySet[Signature]:
    """Give the signatures that stand under a joint decline, as signed."""
    return joint_decline.signatures.filter(in_force=True).select_related("invitation").order_by("position", "pk")


def joint_declines_of(round: Round) -> list[tuple[JointDecline, list[Signature]]]:
    """Give a round's joint declines with the signatures that stand, for the team."""
    standing = Prefetch("signatures", Signature.objects.filter(in_force=True).order_by("position", "pk"))
    declines = round.joint_declines.prefetch_related(standing).order_by("pk")
    return [(each, list(each.signatures.all())) for each in declines if each.signatures.all()]


@dataclass(frozen=True)
class PublishedDecline:
    """A joint decline as it is published: the statement, who agreed to be named, and how many others signed."""

    text: MultilingualText
    organisations: tuple[str, ...]
    unnamed: int

    @property
    def total(self) -> int:
        """How many signed."""
        return len(self.organisations) + self.unnamed


def joint_declines_published(round: Round) -> list[PublishedDecline]:
    """Give the joint declines that go out with the round: wished so by the first signatory, signed by two at least.

    Organisations that did not agree to be named are counted and nothing else.
    """
    return [
        PublishedDecline(
            decline.text,
            tuple(signature.organisation for signature in signatures if signature.may_be_named),
            sum(not signature.may_be_named for signature in signatures),
        )
        for decline, signatures in joint_declines_of(round)
        if decline.is_public and len(signatures) > 1
    ]


def waiting_for_an_answer() -> QuerySet[Invitation]:
    """Give every invitation that was sent and not answered, with its round and letter, for reminders and lapses."""
    waiting = Invitation.objects.filter(state=SENT).exclude(Q(sent_at=None) | Q(round__letter=None))
    return waiting.select_related("round__letter").order_by("pk")
