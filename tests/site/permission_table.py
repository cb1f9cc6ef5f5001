"""Who may publish and correct."""

from tests.permission_tables import Row

REPORT, PAPER = "an adopted report", "a released paper"

TABLE = (
    *(Row(f"site.{verb}", REPORT, "team") for verb in ("publish_report", "correct_report")),
    *(Row(f"site.{verb}", PAPER, "team") for verb in ("publish_paper", "correct_words", "correct_paper")),
    *(Row(f"site.{verb}", PAPER, "team") for verb in ("make_press_link", "withdraw_press_link")),
)
