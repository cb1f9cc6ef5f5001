"""The life of a quotation, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.press.vocabulary import CLEARED, OFFERED, TAKEN_BACK

QUOTATION = Lifecycle(
    "quotation",
    OFFERED,
    Step("clear", (OFFERED,), CLEARED, "press.clear_quotation"),
    Step("take_back", (OFFERED, CLEARED), TAKEN_BACK, "press.take_back_quotation"),
)
