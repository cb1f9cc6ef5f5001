"""Who may publish."""

from tests.permission_tables import Row

REPORT = "an adopted report"

TABLE = tuple(Row(f"site.{verb}", REPORT, "team") for verb in ("publish_report", "correct_report"))
