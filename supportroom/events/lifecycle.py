"""The life of a public event, as a table."""

from supportroom.events.vocabulary import ANNOUNCED, CALLED_OFF, HELD, PLANNED
from supportroom.kernel.lifecycle import Lifecycle, Step

EVENT = Lifecycle(
    "public event",
    PLANNED,
    Step("announce", (PLANNED,), ANNOUNCED, "events.announce_event"),
    Step("hold", (ANNOUNCED,), HELD, "events.say_held"),
    Step("call_off", (PLANNED, ANNOUNCED), CALLED_OFF, "events.call_off_event"),
)
