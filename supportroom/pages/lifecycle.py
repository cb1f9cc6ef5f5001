"""The life of a page, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.pages.vocabulary import DRAFT, PUBLISHED, SCHEDULED, TAKEN_DOWN, TRASHED

PAGE = Lifecycle(
    "page",
    DRAFT,
    Step("schedule", (DRAFT, TAKEN_DOWN), SCHEDULED, "pages.schedule_page"),
    Step("unschedule", (SCHEDULED,), DRAFT, "pages.unschedule_page"),
    Step("publish", (DRAFT, SCHEDULED, TAKEN_DOWN), PUBLISHED, "pages.publish_page"),
    Step("take_down", (PUBLISHED,), TAKEN_DOWN, "pages.take_down_page"),
    Step("trash", (DRAFT, TAKEN_DOWN), TRASHED, "pages.trash_page"),
    Step("restore", (TRASHED,), DRAFT, "pages.restore_page"),
)
