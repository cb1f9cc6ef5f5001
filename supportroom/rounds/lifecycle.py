"""The lives of a round and of a session, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.rounds.vocabulary import (
    CLOSED,
    DRAFT,
    INVITING,
    OPEN,
    PLANNED,
    PREPARING,
    PROGRAMMED,
    PUBLISHED,
    REPORTING,
    RUNNING,
    TOPICS,
)

ROUND = Lifecycle(
    "round",
    DRAFT,
    Step("call", (DRAFT,), TOPICS, "topics.open_call"),
    Step("publish_programme", (DRAFT, TOPICS), PROGRAMMED, "programme.publish_programme"),
    Step("invite", (PROGRAMMED,), INVITING, "invitations.send_invitations"),
    Step("start", PREPARING, RUNNING, "rounds.start_round"),
    Step("begin_reporting", (RUNNING,), REPORTING, "rounds.begin_reporting"),
    Step("resume", (REPORTING,), RUNNING, "rounds.resume_round"),
    Step("publish", (REPORTING,), PUBLISHED, "site.publish_report"),
)
SESSION = Lifecycle(
    "session",
    PLANNED,
    Step("open", (PLANNED,), OPEN, "rounds.open_session"),
    Step("close", (OPEN,), CLOSED, "rounds.close_session"),
)
