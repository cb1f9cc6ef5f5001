"""Letting somebody in anew who lost password or phone (S04): never by mail, never by one person, never at once."""

from typing import Final

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.people.vocabulary import ASKED, LIVING, OPEN, STOPPED, USED, WAITING

RECOVERY: Final = Lifecycle(
    "recovery",
    ASKED,
    Step("second", (ASKED,), WAITING, "people.second_recovery"),
    Step("open", (WAITING, OPEN), OPEN, "people.open_recovery"),
    Step("use", (OPEN,), USED, "people.use_recovery"),
    Step("stop", LIVING, STOPPED, "people.stop_recovery"),
)
