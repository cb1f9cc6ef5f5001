"""What a page offers a reader to do with topics now: what the rules allow, and the hour and the states leave open."""

from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING
from supportroom.topics.lifecycle import TOPIC
from supportroom.topics.models import Call, Topic
from supportroom.topics.vocabulary import LIVE, MERGED, ON_AGENDA, PENDING, WITHDRAWN


def is_open(round: Round, call: Call | None) -> bool:
    """Tell whether topics can be proposed and supported at this instant."""
    return round.state in PREPARING and call is not None and call.is_open(now())


def is_over(round: Round, call: Call | None) -> bool:
    """Tell whether proposing is over: the call ended, or the round has begun."""
    return round.state not in PREPARING or (call is not None and call.is_over(now()))


def in_round(actor: Actor, round: Round, call: Call | None) -> dict[str, bool]:
    """Tell what may be done with a round's topics as a whole."""
    calls = may(actor, "topics.open_call", round)
    prepares = calls and round.state in PREPARING
    opened = is_open(round, call)
    return {
        "call": prepares and call is None,
        "amend": prepares and call is not None,
        "close": prepares and opened,
        "count": calls and call is not None and call.is_over(now()) and not call.is_counted,
        "propose": opened and may(actor, "topics.propose_topic", round),
        "support": opened and may(actor, "topics.support_topic", Topic(round=round)),
        "order": may(actor, "topics.move_on_agenda", round) and not round.is_published,
    }


def with_topic(actor: Actor, topic: Topic, call: Call | None) -> dict[str, bool]:
    """Tell what may be done with a topic."""
    return {**_read(actor, topic), **_written(actor, topic, call), **_settled(actor, topic)}


def _read(actor: Actor, topic: Topic) -> dict[str, bool]:
    return {
        "read_remarks": may(actor, "topics.read_remarks", topic.round),
        "read_contact": may(actor, "topics.read_contact", topic.round),
        "moderate": may(actor, "topics.defer_topic", topic),
    }


def _written(actor: Actor, topic: Topic, call: Call | None) -> dict[str, bool]:
    prepared = topic.round.state in PREPARING
    lives, stands = prepared and topic.state in LIVE, topic.state not in (MERGED, WITHDRAWN)
    always = may(actor, "topics.defer_topic", topic) and not topic.round.is_published and stands
    writes = may(actor, "topics.reword_topic", topic)
    return {
        "support": is_open(topic.round, call) and may(actor, "topics.support_topic", topic),
        "remark": prepared and stands and may(actor, "topics.remark", topic),
        "contribute": lives and may(actor, "topics.contribute_point", topic),
        "link": lives and may(actor, "topics.link_topic", topic),
        "read": lives and may(actor, "topics.add_reading", topic),
        "write": writes and (lives or always),
        "retitle": always or topic.state in PENDING,
        "unlink": writes and prepared,
        "withdraw": lives and topic.state in PENDING and _takes_back(actor, topic),
        "translate": not topic.round.is_published and may(actor, "topics.translate_topic", topic),
    }


def _takes_back(actor: Actor, topic: Topic) -> bool:
    """Tell whether a pending topic is the reader's to take back: not once another was merged into it."""
    return may(actor, "topics.withdraw_topic", topic) and not topic.merged.exists()


def _settled(actor: Actor, topic: Topic) -> dict[str, bool]:
    settles = may(actor, "topics.defer_topic", topic) and not topic.round.is_published
    return {
        "settle_points": settles,
        "agenda": settles and TOPIC.allows(topic.state, "put_on_agenda"),
        "move": settles and topic.state == ON_AGENDA,
        "defer": settles and TOPIC.allows(topic.state, "defer"),
        "merge": settles and TOPIC.allows(topic.state, "merge"),
        "name_contact": settles and topic.state in LIVE,
    }
