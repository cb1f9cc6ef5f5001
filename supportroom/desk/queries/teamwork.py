"""What a round that is being prepared asks of the team."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from supportroom.desk.waiting import Waiting
from supportroom.invitations.preparation import listings_to_invite
from supportroom.invitations.queries import to_settle
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.rounds.models import Round, Session
from supportroom.rounds.queries import rounds_visible_to
from supportroom.rounds.vocabulary import CLOSED, INVITING, PREPARING, PROGRAMMED, RUNNING
from supportroom.topics.models import Call, Topic
from supportroom.topics.vocabulary import PROPOSED, SUPPORTED


def rounds_for_team(actor: Actor) -> Iterator[Waiting]:
    """Rounds to be prepared, and those whose sessions are all over."""
    words = {
        **dict.fromkeys(PREPARING, _("Prepare the round and start it")),
        RUNNING: _("All sessions are over: begin the report"),
    }
    unfinished = Session.objects.filter(round=OuterRef("pk")).exclude(state=CLOSED)
    rounds = rounds_visible_to(actor).filter(Q(state__in=PREPARING) | Q(state=RUNNING) & ~Exists(unfinished))
    for round_ in rounds:
        yield Waiting(words[round_.state], round_.title, reverse("rounds:round_detail", args=[round_.pk]))


def preparation_for_team() -> Iterator[Waiting]:
    """Topics to answer, invitations to send, and what those invited need, asked or proposed."""
    yield from _topics()
    for round_ in Round.objects.filter(state__in=(PROGRAMMED, INVITING)):
        invitations = reverse("invitations:invitation_list", args=[round_.pk])
        if listings_to_invite(round_):
            yield Waiting(_("The list is confirmed: send the invitations"), round_.title, invitations)
        if round_.state != INVITING:
            continue
        left = to_settle(round_)
        if left.substitutes:
            yield Waiting(_("Decide on the substitutes who were proposed"), round_.title, invitations)
        if left.requests:
            yield Waiting(_("Settle what those who come need"), round_.title, invitations)
        if left.questions:
            url = reverse("invitations:question_list", args=[round_.pk])
            yield Waiting(_("Answer the questions of those invited"), round_.title, url)


def _topics() -> Iterator[Waiting]:
    """Rounds whose call is over while proposals wait for an answer."""
    open_topics = Topic.objects.filter(round=OuterRef("round"), state__in=(PROPOSED, SUPPORTED))
    calls = Call.objects.filter(Exists(open_topics), round__state__in=PREPARING, closes_at__lte=now())
    for call in calls.select_related("round"):
        url = reverse("topics:topic_list", args=[call.round_id])
        yield Waiting(_("The call is over: give every proposal an answer"), call.round.title, url, call.closes_at)
