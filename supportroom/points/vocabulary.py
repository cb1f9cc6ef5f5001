"""States, choices, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

RAISED, CHECKED, AGREED, REMAINING, NOT_AGREED = "raised", "checked", "agreed", "remaining", "not_agreed"
MERGED, SPLIT, WITHDRAWN = "merged", "split", "withdrawn"
POINT_STATES = {
    RAISED: pgettext_lazy("point", "raised"),
    CHECKED: pgettext_lazy("point", "in a check"),
    AGREED: pgettext_lazy("point", "agreed"),
    REMAINING: pgettext_lazy("point", "remaining"),
    NOT_AGREED: pgettext_lazy("point", "not agreed"),
    MERGED: pgettext_lazy("point", "merged"),
    SPLIT: pgettext_lazy("point", "split"),
    WITHDRAWN: pgettext_lazy("point", "withdrawn"),
}
STANDING = (RAISED, CHECKED, AGREED, REMAINING, NOT_AGREED)
SUPPORT, LIVE_WITH, STAND_ASIDE, CANNOT_ACCEPT = "support", "live_with", "stand_aside", "cannot_accept"
CHOICES = {
    SUPPORT: _("support"),
    LIVE_WITH: _("can live with it"),
    STAND_ASIDE: _("stand aside"),
    CANNOT_ACCEPT: _("cannot accept"),
}
CHOICE_MEANINGS = {
    SUPPORT: _("I am for it."),
    LIVE_WITH: _("I have doubts, but they need not stop it."),
    STAND_ASIDE: _("I do not take part in this decision and do not stop it."),
    CANNOT_ACCEPT: _("I object; my reason is kept with the point, without my name."),
}
OPEN, CLOSED = "open", "closed"
CHECK_STATES = {OPEN: pgettext_lazy("check", "open"), CLOSED: pgettext_lazy("check", "closed")}

ERRORS = declare_errors(
    {
        "points.check_closed": _("This check is closed. Your answer was not counted; what you wrote is still below."),
        "points.check_open": _("Close the open check first."),
        "points.reason_needed": _("Say why you cannot accept it: the reason is kept, your name is not."),
        "points.word_needed": _("Say in a word why this goes to further discussion."),
        "points.not_in_round": _("This point belongs to another round or group."),
        "points.merge_itself": _("A point cannot be merged into itself."),
        "points.split_parts": _("A point is split into at least two parts."),
        "points.nothing_chosen": _("Choose at least one point."),
        "points.too_many": _("At most %(limit)s points can be brought in at once."),
        "points.not_confirmed": _("The check is still open or its outcome is decided already."),
    }
)
