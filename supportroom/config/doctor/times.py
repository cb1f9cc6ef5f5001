"""Whether clocks and time zones can be relied on: deadlines are decided by them (R09, R10)."""

import ctypes
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

from supportroom.config.doctor.findings import Finding, doubtful, unsafe
from supportroom.journal.models import Entry
from supportroom.kernel.clock import now

# What a clock shows in these places since their last change of rules; old tables are wrong by an hour.
KNOWN: Final = {"Asia/Damascus": (1, 3), "Asia/Amman": (1, 3), "Asia/Beirut": (7, 3), "Europe/Zurich": (7, 2)}
OLD_AFTER: Final = timedelta(days=540)
NOT_SYNCHRONISED: Final = 5  # what adjtimex answers then
ROOM_OF_TIMEX: Final = 512


def knows_the_zones() -> Iterator[Finding]:
    """Look whether the tables of time zones know the present rules, and how old they are."""
    wrong = [place for place, (month, hours) in KNOWN.items() if _shown(place, month) != timedelta(hours=hours)]
    mend = "Install the tzdata of requirements/run.txt, and the operating system's updates."
    if wrong:
        yield unsafe(f"The tables of time zones are old: {', '.join(wrong)} would be an hour off.", mend)
    found = re.match(r"(\d{4})\.(\d+)", version("tzdata"))
    made = datetime(int(found[1]), min(int(found[2]) * 2, 12), 1, tzinfo=UTC) if found else now()
    if now() - made > OLD_AFTER:
        yield doubtful(f"The tables of time zones are those of {version('tzdata')}.", mend)


def _shown(place: str, month: int) -> timedelta | None:
    return datetime(2026, month, 15, 12, tzinfo=ZoneInfo(place)).utcoffset()


def clock_is_set() -> Iterator[Finding]:
    """Look whether anything keeps this machine's clock right, and whether it was ever ahead of itself."""
    mend = "timedatectl set-ntp true, then restart the room."
    if _kernel_says() == NOT_SYNCHRONISED:
        yield doubtful("Nothing keeps this machine's clock in step with a time server.", mend)
    latest = Entry.objects.order_by("-at").values_list("at", flat=True).first()
    if latest and latest - now() > timedelta(minutes=2):
        yield unsafe("The journal holds entries of the future: the clock was, or is, wrong.", mend)


def _kernel_says() -> int:
    """Ask the kernel how it keeps time, changing nothing; 0 where it cannot be asked."""
    ask = getattr(ctypes.CDLL(None), "adjtimex", None)
    return int(ask(ctypes.create_string_buffer(ROOM_OF_TIMEX))) if ask else 0
