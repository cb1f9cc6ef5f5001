"""What a round that is being prepared asks of its members: an answer, a topic, a registration."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from supportroom.desk.waiting import Waiting
from supportroom.invitations.models import Invitation, Question
from supportroom.invitations.vocabulary import SENT
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.rounds.vocabulary import PREPARING
from supportroom.selection.models import Registration
from supportroom.topics.models import Call


def asked_of(actor: Actor) -> Iterator[Waiting]:
    """All that a preparation asks of somebody, whatever their role."""
    if actor.person_id is None:
        return
    rounds = rounds_visible_to(actor).filter(state__in=PREPARING)
    yield from _invitations(actor.person_id)
    yield from _calls(actor, rounds, actor.person_id)
    yield from _registrations(actor, rounds, actor.person_id)
    yield from _questions(actor, actor.person_id)


def _invitations(me: int) -> Iterator[Waiting]:
    """An invitation that can still be answered: the first thing on the desk."""
    waiting = Invitation.objects.filter(person_id=me, state=SENT, round__state__in=PREPARING)
    for invitation in waiting.select_related("round__letter"):
        if not invitation.is_over(now()):
            url = reverse("invitations:invitation_detail", args=[invitation.pk])
            yield Waiting(_("You are invited: answer here"), invitation.round.title, url, invitation.term,
                          is_deadline=True, comes_first=True)  # fmt: skip


def _calls(actor: Actor, rounds: QuerySet[Round], me: int) -> Iterator[Waiting]:
    """A call that is open, in which one has neither proposed nor supported anything."""
    moment = now()
    calls = Call.objects.filter(round__in=rounds, opens_at__lte=moment, closes_at__gt=moment)
    used = calls.filter(round__topics__marks__person_id=me)
    proposed = calls.filter(round__topics__proposed_by_id=me)
    for call in calls.exclude(pk__in=used.values("pk")).exclude(pk__in=proposed.values("pk")).select_related("round"):
        if may(actor, "topics.propose_topic", call.round):
            url = reverse("topics:topic_list", args=[call.round_id])
            yield Waiting(_("Say what the round should speak about"), call.round.title, url, call.closes_at,
                          is_deadline=True)  # fmt: skip


def _registrations(actor: Actor, rounds: QuerySet[Round], me: int) -> Iterator[Waiting]:
    """A registration that is open to members and that one has not used; nothing for whom is invited already."""
    moment = now()
    found = Registration.objects.filter(round__in=rounds, opens_at__lte=moment, closes_at__gt=moment)
    found = found.exclude(applications__person_id=me)
    found = found.exclude(round__invitations__person_id=me)
    for registration in found.select_related("round"):
        if may(actor, "selection.apply", registration):
            url = reverse("selection:registration", args=[registration.round_id])
            yield Waiting(_("Registration is open"), registration.round.title, url, registration.closes_at,
                          is_deadline=True)  # fmt: skip


def _questions(actor: Actor, me: int) -> Iterator[Waiting]:
    """Rounds with a question about a topic for which one is the contact person."""
    asked = Question.objects.filter(topic__contact_id=me, round__state__in=PREPARING).select_related("round")
    rounds = {question.round_id: question.round for question in asked if not question.answer}
    for round_ in rounds.values():
        if not may(actor, "invitations.read_questions", round_):
            continue
        url = reverse("invitations:question_list", args=[round_.pk])
        yield Waiting(_("Somebody invited asks about your topic"), round_.title, url)
