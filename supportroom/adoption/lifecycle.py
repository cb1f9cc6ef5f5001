"""The lives of an adoption, an opposing opinion and a review, as tables."""

from supportroom.adoption.vocabulary import (
    ADOPTED,
    ASKED,
    DATE_PASSED,
    FILED,
    NO_RESERVATIONS,
    NOTES,
    TURNED_DOWN,
    WAITING,
    WITHDRAWN,
)
from supportroom.kernel.lifecycle import Lifecycle, Step

ADOPTION = Lifecycle(
    "adoption",
    ASKED,
    Step("adopt", (ASKED,), ADOPTED, "adoption.settle_adoption"),
    Step("turn_down", (ASKED,), TURNED_DOWN, "adoption.settle_adoption"),
)
OPINION = Lifecycle(
    "opposing_opinion",
    FILED,
    Step("withdraw", (FILED,), WITHDRAWN, "adoption.withdraw_opinion"),
)
REVIEW = Lifecycle(
    "review",
    WAITING,
    Step("give_note", (WAITING, NOTES), NOTES, "adoption.give_note"),
    Step("say_no_reservations", (WAITING,), NO_RESERVATIONS, "adoption.say_no_reservations"),
    Step("let_pass", (WAITING,), DATE_PASSED, "adoption.let_date_pass"),
)
