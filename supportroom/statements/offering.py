"""Statements of earlier rounds that nobody answered, offered to be linked to a topic of a later one."""

from collections.abc import Iterator

from django.urls import reverse

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PUBLISHED
from supportroom.statements.queries import statements_visible_to
from supportroom.statements.vocabulary import DELIVERED
from supportroom.topics.sources import Source
from supportroom.topics.vocabulary import STATEMENT_UNANSWERED

MOST = 100


def statements_unanswered(actor: Actor, round: Round) -> Iterator[Source]:
    """Give the statements that were delivered in earlier published rounds and got no reply; newest first."""
    earlier = statements_visible_to(actor).filter(round__state=PUBLISHED, round__starts_on__lte=round.starts_on)
    waiting = earlier.filter(state=DELIVERED, replies=None).exclude(round=round.pk)
    for statement in waiting.order_by("-round__starts_on", "round_id", "position", "pk")[:MOST]:
        url = reverse("statements:statement_detail", args=[statement.pk])
        yield Source(reference(statement), STATEMENT_UNANSWERED, statement.title, statement.round_id, url)
