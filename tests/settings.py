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

from supportroom.config.settings import *  # noqa: F403
