"""Print docs/generated/promises.md: each number that is promised, with the files whose tests bear it."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.architecture.promises import PAGE, markdown  # noqa: E402

if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(markdown())
    print(PAGE.relative_to(ROOT))
