"""Print docs/generated/routes.md: ask every address as everybody, in the demo room, and write down what it answers."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WALK = "tests/architecture/test_addresses.py"

if __name__ == "__main__":
    environment = os.environ | {"SUPPORTROOM_ROUTES": "write"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "s09_the_table", WALK]
    raise SystemExit(subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode)
