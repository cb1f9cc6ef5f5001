"""Names of months, weekdays and places, for the translator to fill in: the Levant has its own names of months."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MONTHS: Final = (
    pgettext_lazy("month", "January"),
    pgettext_lazy("month", "February"),
    pgettext_lazy("month", "March"),
    pgettext_lazy("month", "April"),
    pgettext_lazy("month", "May"),
    pgettext_lazy("month", "June"),
    pgettext_lazy("month", "July"),
    pgettext_lazy("month", "August"),
    pgettext_lazy("month", "September"),
    pgettext_lazy("month", "October"),
    pgettext_lazy("month", "November"),
    pgettext_lazy("month", "December"),
)
WEEKDAYS: Final = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
CITIES: Final = {
    "Asia/Amman": _("Amman"),
    "Asia/Baghdad": _("Erbil"),
    "Asia/Beirut": _("Beirut"),
    "Asia/Damascus": _("Damascus"),
    "Europe/Brussels": _("Brussels"),
    "Europe/Istanbul": _("Gaziantep"),
    "Europe/Zurich": _("Geneva"),
    "America/New_York": _("New York"),
    "UTC": _("UTC"),
}
