"""All writes of pages and news."""

from supportroom.pages.actions.images import describe_image, place_image, remove_image
from supportroom.pages.actions.publishing import (
    correct_page,
    publish_page,
    restore_page,
    schedule_page,
    take_down_page,
    trash_page,
    unschedule_page,
)
from supportroom.pages.actions.writing import (
    amend_page,
    move_paragraph,
    name_page,
    remove_paragraph,
    reword_paragraph,
    write_page,
    write_paragraphs,
)

__all__ = [
    "amend_page",
    "correct_page",
    "describe_image",
    "move_paragraph",
    "name_page",
    "place_image",
    "publish_page",
    "remove_image",
    "remove_paragraph",
    "restore_page",
    "reword_paragraph",
    "schedule_page",
    "take_down_page",
    "trash_page",
    "unschedule_page",
    "write_page",
    "write_paragraphs",
]
