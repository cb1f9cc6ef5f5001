"""The room's own settings in test mode, with a folder of its own for everything that a run writes."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("SUPPORTROOM_MODE", "test")
if "SUPPORTROOM_VAR" not in os.environ:
    _folder = tempfile.mkdtemp(prefix="supportroom-test-")
    os.environ["SUPPORTROOM_VAR"] = _folder
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
# Programs that a test starts on a room of its own read what the test has written.
from pathlib import Path

from supportroom.kernel.keyring import new_line

_keys = Path(os.environ.setdefault("SUPPORTROOM_FIELD_KEYS", f"{os.environ['SUPPORTROOM_VAR']}/field_keys"))
if not _keys.exists():
    _keys.parent.mkdir(parents=True, exist_ok=True)
    _keys.write_text(f"{new_line()}\n")
    _keys.chmod(0o600)

from supportroom.config.settings import *  # noqa: E402, F403
