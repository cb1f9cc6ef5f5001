"""A topic proposed, reworded, translated, taken back."""

from collections.abc import Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import TEAM
from supportroom.rounds.models import Round
from supportroom.topics.actions.calls import (
    counted,
    freshly,
    held_call,
    held_open_call,
    refuse_if_published,
    refuse_unless_prepared,
)
from supportroom.topics.actions.framework import link_sources
from supportroom.topics.lifecycle import TOPIC
from supportroom.topics.models import Topic
from supportroom.topics.sources import Source
from supportroom.topics.vocabulary import LIVE, MERGED, PENDING, WITHDRAWN

_NOTHING = MultilingualText()


def search_text_of(title: MultilingualText, why: MultilingualText) -> str:
    """Give what a search for a topic looks into."""
    return f"{title.search_text} {why.search_text}"


@action("topics.propose_topic", on="round")
def propose_topic(
    *,
    actor: Actor,
    round: Round,
    title: MultilingualText,
    why: MultilingualText,
    questions: MultilingualText = _NOTHING,
    sources: Sequence[Source] = (),
) -> Topic:
    """Propose a topic while the call is open, linked to earlier outcomes that are still open.

    DomainError `topics.call_not_open`, `topics.no_such_source`.
    """
    held_open_call(round)
    topic = create(
        Topic,
        round=round,
        title=title,
        why=why,
        questions=questions,
        proposed_by_id=actor.person_id,
        search_text=search_text_of(title, why),
    )
    link_sources(actor, topic, sources)
    record(topic, actor=actor, round=round.pk)
    return topic


@action("topics.reword_topic", on="topic")
def reword_topic(
    *,
    actor: Actor,
    topic: Topic,
    title: MultilingualText | None = None,
    why: MultilingualText,
    questions: MultilingualText = _NOTHING,
    seen: int | None = None,
) -> Topic:
    """Write a topic's framework anew. Who proposed it may do so until the round begins, its title until it is on the
    agenda; the team until the round is published.

    Stale where somebody was faster; DomainError `topics.round_over`, `topics.settled`, `topics.title_stands`.
    """
    title = title or topic.title
    if actor.holds(TEAM):
        refuse_if_published(topic.round)
        refuse_unless(topic.state not in (MERGED, WITHDRAWN), "topics.settled")
    else:
        refuse_unless_prepared(topic.round)
        refuse_unless(topic.state in LIVE, "topics.settled")
        refuse_unless(topic.state in PENDING or title == topic.title, "topics.title_stands")
    change(topic, seen=seen, title=title, why=why, questions=questions, search_text=search_text_of(title, why))
    record(topic, actor=actor)
    return topic


@action("topics.translate_topic", on="topic")
def translate_topic(*, actor: Actor, topic: Topic, seen: int | None = None, **texts: MultilingualText) -> Topic:
    """Write translations of a topic's texts (title, why, questions, reason, competence); the originals stand.

    Stale where somebody was faster; DomainError `topics.translations_only`, `topics.round_over`.
    """
    refuse_if_published(topic.round)
    for name, text in texts.items():
        before: MultilingualText = getattr(topic, name)
        refuse_unless((text.original, str(text)) == (before.original, str(before)), "topics.translations_only")
    found = search_text_of(texts.get("title", topic.title), texts.get("why", topic.why))
    change(topic, seen=seen, search_text=found, **texts)
    record(topic, actor=actor, fields=sorted(texts))
    return topic


@action("topics.withdraw_topic", on="topic")
def withdraw_topic(*, actor: Actor, topic: Topic) -> Topic:
    """Take one's own proposal back while it is pending; marks given to it can be given again.

    Not once another topic was merged into it: that is not theirs to take back. DomainError `topics.round_over`,
    `topics.settled`, `kernel.not_now`.
    """
    refuse_unless_prepared(topic.round)
    call = held_call(topic.round)
    if call is not None:
        counted(call)
    refuse_unless(not topic.merged.exists(), "topics.settled")
    advance(freshly(topic), TOPIC, "withdraw")
    erase_all(topic.marks.all())
    record(topic, actor=actor)
    return topic
