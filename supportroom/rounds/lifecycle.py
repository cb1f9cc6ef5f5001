"""The lives of a round and of a session, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.rounds.vocabulary import CLOSED, DRAFT, OPEN, PLANNED, PUBLISHED, REPORTING, RUNNING

ROUND = Lifecycle(
    "round",
    DRAFT,
    Step("start", (DRAFT,), RUNNING, "rounds.start_round"),
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
