"""How a round was prepared, as its report tells it: read from the record of topics, programme, list and invitations.

Who proposed, supported, was invited or declined stands nowhere: answers are protected figures (S19).
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from supportroom.invitations.models import Letter
from supportroom.invitations.queries import (
    Notice,
    PublishedDecline,
    counts_by_state,
    joint_declines_published,
    notice_of,
)
from supportroom.invitations.vocabulary import ACCEPTED, DECLINED, LAPSED, SENT, SUBSTITUTED
from supportroom.kernel.multilingual import MultilingualText
from supportroom.programme.models import ProgrammeVersion
from supportroom.protection.figures import ProtectedCounts, protect_counts
from supportroom.rounds.models import Round
from supportroom.selection.queries import reasons_published
from supportroom.topics.models import Call, Topic, TopicLink
from supportroom.topics.queries import outcomes_of
from supportroom.topics.vocabulary import WITHDRAWN

UNANSWERED, NOT_ACCEPTED = "unanswered", "not_accepted"
ANSWER_CELLS = {ACCEPTED: ACCEPTED, DECLINED: DECLINED, SUBSTITUTED: DECLINED, SENT: UNANSWERED, LAPSED: UNANSWERED}
COARSER_ANSWERS = ({ACCEPTED: ACCEPTED, DECLINED: NOT_ACCEPTED, UNANSWERED: NOT_ACCEPTED},)


@dataclass(frozen=True)
class TopicFacts:
    """A proposed topic, and the earlier rounds of which it takes up what stayed open."""

    topic: Topic
    takes_up: tuple[MultilingualText, ...] = ()


@dataclass(frozen=True)
class PreparationFacts:
    """What the record knows of a preparation. `answers` are those of all who were invited, protected."""

    topics: tuple[TopicFacts, ...]
    versions: tuple[ProgrammeVersion, ...]
    notice: Notice | None
    answers: ProtectedCounts
    below: tuple[tuple[str, int, MultilingualText], ...]
    declines: tuple[PublishedDecline, ...]


def preparation_of(round: Round) -> PreparationFacts | None:
    """Read how a round was prepared; None for one that was not prepared here."""
    of_round = {"round": OuterRef("pk")}
    kinds = (Call, Topic, ProgrammeVersion, Letter)
    had = {kind._meta.model_name or "": Exists(kind._default_manager.filter(**of_round)) for kind in kinds}
    if not any(next(iter(Round.objects.filter(pk=round.pk).values_list(*had.values())), ())):
        return None
    return PreparationFacts(
        topics=tuple(_topics(round)),
        versions=tuple(round.programme_versions.order_by("number")),
        notice=notice_of(round),
        answers=answers_of(round),
        below=tuple(reasons_published(round)),
        declines=tuple(joint_declines_published(round)),
    )


def answers_of(round: Round) -> ProtectedCounts:
    """Count how those who were invited answered, protected: accepted, declined, without an answer."""
    counted = dict.fromkeys((ACCEPTED, DECLINED, UNANSWERED), 0)
    for state, number in counts_by_state(round).items():
        if state in ANSWER_CELLS:
            counted[ANSWER_CELLS[state]] += number
    return protect_counts(counted, coarser=COARSER_ANSWERS)


def _topics(round: Round) -> list[TopicFacts]:
    rounds: dict[int, dict[int, MultilingualText]] = defaultdict(dict)
    for link in TopicLink.objects.filter(topic__round=round).select_related("earlier_round").order_by("pk"):
        if link.earlier_round:
            rounds[link.topic_id][link.earlier_round.pk] = link.earlier_round.title
    standing = outcomes_of(round).exclude(state=WITHDRAWN)
    return [TopicFacts(topic, tuple(rounds[topic.pk].values())) for topic in standing]
