"""Print docs/generated/canaries.md from the table that the canary crawl holds the product to."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.protection.canaries_allowed import PRINTED, markdown  # noqa: E402

if __name__ == "__main__":
    PRINTED.write_text(markdown())
    print(PRINTED.relative_to(ROOT))
