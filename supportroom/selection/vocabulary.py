"""Where a listing came from, states of a list, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

HAND, FILTER, REGISTRATION, SUBSTITUTE, OWN = "hand", "filter", "registration", "substitute", "own"
WAYS = {
    HAND: pgettext_lazy("list", "by hand"),
    FILTER: pgettext_lazy("list", "by filter"),
    REGISTRATION: pgettext_lazy("list", "from the registrations"),
    SUBSTITUTE: pgettext_lazy("list", "as a substitute"),
    OWN: pgettext_lazy("list", "by themselves"),
}
DRAFT, CONFIRMED = "draft", "confirmed"
LIST_STATES = {
    DRAFT: pgettext_lazy("list", "draft"),
    CONFIRMED: pgettext_lazy("list", "confirmed"),
}

TAKE_LIST = "selection.take_list"  # what takes two (safety.approving)

ERRORS = declare_errors(
    {
        "selection.round_over": _("The round has begun: its list cannot be changed any more."),
        "selection.not_draft": _("The list is confirmed. Open it again before you change it."),
        "selection.already_listed": _("This person is on the list already."),
        "selection.has_left": _("This person has withdrawn from the list. Only they can come back."),
        "selection.foreign_group": _("This group belongs to another round."),
        "selection.all_listed": _("Everybody chosen is on the list already, or has withdrawn from it."),
        "selection.nobody": _("Nobody was chosen."),
        "selection.empty": _("The list is empty."),
        "selection.below_quota": _("The list is below a quota. Reach it, or write the reason: %(quotas)s"),
        "selection.reason_needed": _("Write the reason. It is published with the round."),
        "selection.registration_dates": _("The registration ends before it begins."),
        "selection.registration_closed": _("Registration is open from %(start)s to %(end)s."),
        "selection.criteria_needed": _("Write the criteria: they are published with the registration."),
        "selection.registration_stands": _("This round has a registration already. Change it instead."),
        "selection.not_applied": _("You are not registered."),
        "selection.applied": _("You are registered already."),
        "selection.invited_already": _(
            "Invitations have gone out to this list. Whoever is invited now can only decline."
        ),
    }
)
