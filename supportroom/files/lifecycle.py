"""The life of a stored file, as a table: nothing is handed out before the scanner has seen it, where there is one."""

from supportroom.files.vocabulary import CLEAN, QUARANTINED, REFUSED
from supportroom.kernel.lifecycle import Lifecycle, Step

FILE = Lifecycle(
    "stored_file",
    CLEAN,
    Step("release", (QUARANTINED,), CLEAN, "files.release_file"),
    Step("refuse", (QUARANTINED,), REFUSED, "files.refuse_file"),
)
