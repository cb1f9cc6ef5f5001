"""Kinds of quotas, where a listing came from, states of a list, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

WOMEN, REGION, DISPLACED, DISABILITY, AGE, COMPETENCE, FIRST_TIMERS = (
    "women",
    "region",
    "displaced",
    "disability",
    "age",
    "competence",
    "first_timers",
)
QUOTA_KINDS = {
    WOMEN: _("women"),
    REGION: _("a region"),
    DISPLACED: _("displaced people"),
    DISABILITY: _("people with disabilities"),
    AGE: _("an age"),
    COMPETENCE: _("a field of competence"),
    FIRST_TIMERS: _("people who come for the first time"),
}
NEEDS_VALUE = (REGION, AGE, COMPETENCE)
HAND, FILTER, REGISTRATION, SUBSTITUTE = "hand", "filter", "registration", "substitute"
WAYS = {
    HAND: pgettext_lazy("list", "by hand"),
    FILTER: pgettext_lazy("list", "by filter"),
    REGISTRATION: pgettext_lazy("list", "from the registrations"),
    SUBSTITUTE: pgettext_lazy("list", "as a substitute"),
}
DRAFT, CONFIRMED = "draft", "confirmed"
LIST_STATES = {
    DRAFT: pgettext_lazy("list", "draft"),
    CONFIRMED: pgettext_lazy("list", "confirmed"),
}

ERRORS = declare_errors(
    {
        "selection.round_over": _("The round has begun: its list cannot be changed any more."),
        "selection.not_draft": _("The list is confirmed. Open it again before you change it."),
        "selection.already_listed": _("This person is on the list already."),
        "selection.has_left": _("This person has withdrawn from the list. Only they can come back."),
        "selection.foreign_group": _("This group belongs to another round."),
        "selection.nobody": _("Nobody was chosen."),
        "selection.empty": _("The list is empty."),
        "selection.below_quota": _("The list is below a quota. Reach it, or write the reason: %(quotas)s"),
        "selection.reason_needed": _("Write the reason. It is published with the round."),
        "selection.percent": _("A quota is a share from 1 to 100 percent."),
        "selection.quota_value": _("Say which region, age or field this quota is about."),
        "selection.quota_twice": _("This quota stands in the table already."),
        "selection.registration_dates": _("The registration ends before it begins."),
        "selection.registration_closed": _("Registration is open from %(start)s to %(end)s."),
        "selection.criteria_needed": _("Write the criteria: they are published with the registration."),
        "selection.applied": _("You are registered already."),
        "selection.invited_already": _(
            "Invitations have gone out to this list. Whoever is invited now can only decline."
        ),
    }
)
