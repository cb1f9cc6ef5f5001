"""The life of a meeting, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.workroom.vocabulary import CALLED_OFF, HELD, PROPOSED, SET

MEETING = Lifecycle(
    "meeting",
    PROPOSED,
    Step("set", (PROPOSED, SET), SET, "workroom.set_meeting"),
    Step("call_off", (PROPOSED, SET), CALLED_OFF, "workroom.call_off_meeting"),
    Step("hold", (SET,), HELD, "workroom.write_minutes"),
)
