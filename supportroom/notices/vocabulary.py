"""Categories, channels, paces, states of a mail, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

INVITATIONS, SECURITY, PROGRAMME, TOPICS, ROUNDS, TEXTS, TEAM_WORK = (
    "invitations",
    "security",
    "programme",
    "topics",
    "rounds",
    "texts",
    "team_work",
)
CATEGORIES = {
    INVITATIONS: _("Invitations and answers to your questions"),
    SECURITY: _("Your account"),
    PROGRAMME: _("The programme and its changes"),
    TOPICS: _("Topics"),
    ROUNDS: _("Rounds and sessions"),
    TEXTS: _("Statements and reports"),
    TEAM_WORK: _("Work of the team: answers, requests, questions"),
}
ALWAYS_AT_ONCE = (INVITATIONS, SECURITY)
MAIL, APP = "mail", "app"
CHANNELS = {MAIL: _("by mail"), APP: _("in the room")}
NONE, AT_ONCE, DAILY, WEEKLY = "none", "at_once", "daily", "weekly"
PACES = {
    NONE: pgettext_lazy("pace", "none"),
    AT_ONCE: pgettext_lazy("pace", "at once"),
    DAILY: pgettext_lazy("pace", "daily"),
    WEEKLY: pgettext_lazy("pace", "weekly"),
}
WAITING, SENT, FAILED = "waiting", "sent", "failed"
MAIL_STATES = {
    WAITING: pgettext_lazy("mail", "waiting"),
    SENT: pgettext_lazy("mail", "sent"),
    FAILED: pgettext_lazy("mail", "given up"),
}

ERRORS = declare_errors(
    {
        "notices.always_at_once": _("Invitations and what concerns your account always come at once."),
        "notices.no_such_choice": _("There is no such choice."),
    }
)
