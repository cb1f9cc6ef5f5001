"""States of a quotation, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

OFFERED, CLEARED, TAKEN_BACK = "offered", "cleared", "taken_back"
QUOTATION_STATES = {
    OFFERED: pgettext_lazy("quotation", "waits for who said it"),
    CLEARED: pgettext_lazy("quotation", "cleared"),
    TAKEN_BACK: pgettext_lazy("quotation", "taken back"),
}

ERRORS = declare_errors(
    {
        "press.not_released": _("The members have not released this paper yet."),
    }
)
