"""The life of a stored file, as a table: nothing is handed out before the scanner has seen it, where there is one.

A file that was scanned before it was kept, or that no scanner asks about, is kept as clean at once.
"""

from supportroom.files.vocabulary import CLEAN, QUARANTINED, REFUSED
from supportroom.kernel.lifecycle import Lifecycle, Step

FILE = Lifecycle(
    "stored_file",
    QUARANTINED,
    Step("release", (QUARANTINED,), CLEAN, "files.release_file"),
    Step("refuse", (QUARANTINED,), REFUSED, "files.refuse_file"),
)
