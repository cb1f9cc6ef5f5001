"""The life of a reflection, as a table."""

from supportroom.briefings.vocabulary import CONFIRMED, DISPUTED, READ
from supportroom.kernel.lifecycle import Lifecycle, Step

REFLECTION = Lifecycle(
    "reflection",
    READ,
    Step("confirm", (READ,), CONFIRMED, "briefings.read_again"),
    Step("dispute", (READ,), DISPUTED, "briefings.read_again"),
    Step("read_anew", (READ, CONFIRMED, DISPUTED), READ, "briefings.read"),
)
