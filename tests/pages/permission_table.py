"""Who may write, translate and publish pages and news."""

from tests.permission_tables import Row

ROOM, OFFICE = "the room's voice", "the office's voice"
PAGE, OFFICE_NEWS = "a page of the room", "news of the office"
WRITERS = (
    "amend_page", "write_paragraphs", "move_paragraph", "remove_paragraph", "place_image", "remove_image",
    "schedule_page", "unschedule_page", "publish_page", "correct_page", "take_down_page", "trash_page", "restore_page",
)  # fmt: skip
WORDERS = ("name_page", "reword_paragraph", "describe_image")

TABLE = (
    Row("pages.read_pages", PAGE, "team office interpreter"),
    Row("pages.write_page", ROOM, "team"),
    Row("pages.write_page", OFFICE, "team office"),
    *(Row(f"pages.{verb}", PAGE, "team") for verb in WRITERS),
    *(Row(f"pages.{verb}", OFFICE_NEWS, "team office") for verb in WRITERS),
    *(Row(f"pages.{verb}", PAGE, "team interpreter") for verb in WORDERS),
    *(Row(f"pages.{verb}", OFFICE_NEWS, "team office interpreter") for verb in WORDERS),
)
