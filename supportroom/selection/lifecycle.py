"""The life of a draft list, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.selection.vocabulary import CONFIRMED, DRAFT

DRAFT_LIST = Lifecycle(
    "draft_list",
    DRAFT,
    Step("confirm", (DRAFT,), CONFIRMED, "selection.confirm_list"),
    Step("reopen", (CONFIRMED,), DRAFT, "selection.reopen_list"),
)
