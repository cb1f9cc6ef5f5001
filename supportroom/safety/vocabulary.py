"""States, kinds of incidents, phrases, and the wording of errors."""

from datetime import timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

OPEN, APPROVED, REFUSED, WITHDRAWN, LAPSED = "open", "approved", "refused", "withdrawn", "lapsed"
REQUEST_STATES = {
    OPEN: pgettext_lazy("approval", "waits for another"),
    APPROVED: pgettext_lazy("approval", "approved"),
    REFUSED: pgettext_lazy("approval", "refused"),
    WITHDRAWN: pgettext_lazy("approval", "taken back"),
    LAPSED: pgettext_lazy("approval", "lapsed"),
}
REQUEST_TONES = {OPEN: "waiting", APPROVED: "settled", REFUSED: "refused", WITHDRAWN: "quiet", LAPSED: "quiet"}
FREE, LOCKED = "free", "locked"
STANDINGS = {FREE: pgettext_lazy("account", "free"), LOCKED: pgettext_lazy("account", "locked")}
ASKED, AGREED = "asked", "agreed"
BUDDY_STATES = {ASKED: pgettext_lazy("buddy", "asked"), AGREED: pgettext_lazy("buddy", "agreed")}
REPORTED, IN_HAND, CLOSED = "reported", "in_hand", "closed"
INCIDENT_STATES = {
    REPORTED: pgettext_lazy("incident", "reported"),
    IN_HAND: pgettext_lazy("incident", "in hand"),
    CLOSED: pgettext_lazy("incident", "closed"),
}
INCIDENT_TONES = {REPORTED: "waiting", IN_HAND: "open", CLOSED: "quiet"}
THREAT, ARREST, LEAK, HARASSMENT, ANOTHER = "threat", "arrest", "leak", "harassment", "another"
INCIDENT_KINDS = {
    THREAT: _("a threat"),
    ARREST: _("an arrest, or somebody who is missing"),
    LEAK: _("something came out that should not have"),
    HARASSMENT: _("harassment or violence, also by somebody of the room"),
    ANOTHER: _("something else"),
}
STEPS = {"report": _("reported"), "take": _("took it in hand"), "note": _("noted"), "close": _("closed it")}

ASKED_FOR: Final = timedelta(hours=24)  # within which another approves
PERMIT_LASTS: Final = timedelta(hours=24)  # during which what was approved can be opened by who asked
BUDDY_PAUSE: Final = timedelta(days=1)
LONGEST: Final = 4000

UNLOCK, LOCK, FOCAL_POINT = "unlock_account", "lock_account", "name_focal_point"
JOIN_TEAM = "join_team"

ERRORS = declare_errors(
    {
        "safety.no_such_act": _("There is no such act."),
        "safety.same_person": _("Two people are needed: neither who asked nor whom it concerns can approve this."),
        "safety.request_over": _("Nobody else approved this within 24 hours. Ask again."),
        "safety.asked_already": _("This was asked for already and waits for another of the team."),
        "safety.note_missing": _("Say how you made sure, outside this room, that this is right."),
        "safety.needs_approval": _("Another of the team must approve first that you open this list."),
        "safety.no_account": _("This person has no account that could be locked or unlocked."),
        "safety.locked_today": _("You have locked this account within the last day already. Speak to the team."),
        "safety.not_oneself": _("Choose somebody else than yourself."),
        "safety.no_such_member": _("No member of the room is called so. Write the name as the room writes it."),
        "safety.buddy_first": _("End it with the one you trust now before you choose another."),
        "safety.no_focal_point": _("The room has not named anybody who takes such reports. Speak to the team."),
        "safety.gone": _("This account is closed already."),
    }
)
