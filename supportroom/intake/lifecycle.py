"""The life of an intake, as a table."""

from supportroom.intake.vocabulary import CANCELLED, READ, RECORDED
from supportroom.kernel.lifecycle import Lifecycle, Step

INTAKE = Lifecycle(
    "intake",
    READ,
    Step("record", (READ,), RECORDED, "intake.record_intake"),
    Step("cancel", (READ,), CANCELLED, "intake.cancel_intake"),
)
