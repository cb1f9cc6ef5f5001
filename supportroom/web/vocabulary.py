"""Words of the frame, for the translator: what went wrong; months (the Levant has its own names), weekdays, places."""

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
ERROR_PAGES: Final = {
    400: (
        _("We could not read this request"),
        _("Go back, load the page again and send it once more. What you typed may still be in your browser."),
    ),
    403: (
        _("This is not open to you"),
        _("This part belongs to others. If you think it should be open to you, ask the team."),
    ),
    404: (
        _("There is nothing here"),
        _("The address may be mistyped, or the thing is not there for you. Nothing of yours is lost."),
    ),
    405: (
        _("This address does not take that"),
        _("Go back and use the buttons on the page."),
    ),
    409: (
        _("Somebody was quicker"),
        _("The thing changed while you were at it. Load the page again and see how it stands now."),
    ),
    413: (
        _("This is too large"),
        _("Make it smaller, or split it into parts, and try again."),
    ),
    422: (
        _("This cannot be done now"),
        _("Go back and see how things stand now."),
    ),
    429: (
        _("Too many at once"),
        _("Wait a minute and try again. Nothing of yours is lost."),
    ),
    503: (
        _("The room is being looked after"),
        _("Try again in a few minutes. What was saved is safe."),
    ),
    507: (
        _("The room cannot keep more just now"),
        _("Reading goes on as usual. What you sent just now was not saved: keep a copy, and tell the team."),
    ),
}
BROKEN: Final = (
    _("Something broke on our side"),
    _("Try again in a moment; what was saved is safe. If it happens again, tell the team what you were doing."),
)
