"""The whole life of a paper, as a table; the steps after drafting are taken by the floors above."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.papers.vocabulary import (
    ADOPTED,
    ANSWERING,
    DECIDING,
    DRAFTING,
    HELD_BACK,
    IN_COMMENT,
    JOINT,
    PUBLISHED,
    RELEASED,
    WITH_OFFICE,
)

PAPER = Lifecycle(
    "paper",
    DRAFTING,
    Step("open_window", (DRAFTING, ANSWERING), IN_COMMENT, "comments.open_window"),
    Step("close_window", (IN_COMMENT,), ANSWERING, "comments.close_window"),
    Step("make_joint", (ANSWERING,), JOINT, "adoption.make_joint"),
    Step("adopt", (JOINT,), ADOPTED, "adoption.settle_adoption"),
    Step("turn_down", (JOINT,), ANSWERING, "adoption.settle_adoption"),
    Step("send_to_office", (ADOPTED,), WITH_OFFICE, "adoption.send_to_office"),
    Step("end_review", (WITH_OFFICE,), DECIDING, "adoption.ask_release"),
    Step("release", (DECIDING,), RELEASED, "adoption.settle_release"),
    Step("hold_back", (DECIDING,), HELD_BACK, "adoption.settle_release"),
    Step("ask_again", (HELD_BACK,), DECIDING, "adoption.ask_release"),
    Step("publish", (RELEASED,), PUBLISHED, "site.publish_paper"),
)
