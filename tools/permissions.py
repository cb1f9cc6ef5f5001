"""Print docs/generated/permissions.md from the tables of permissions that the tests hold the code to."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.permission_tables import markdown  # noqa: E402

if __name__ == "__main__":
    page = ROOT / "docs" / "generated" / "permissions.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(markdown())
    print(page.relative_to(ROOT))
