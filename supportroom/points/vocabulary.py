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
RELEASED = (AGREED, REMAINING, NOT_AGREED)  # what of a published round is seen outside it
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
GROUNDS = {
    "nobody_answered": _("Nobody answered."),
    "no_quorum": _("%(answered)s of %(present)s present answered; the rule asks for %(quorum)s per cent."),
    "nobody_supports": _("Nobody supports it or can live with it."),
    "nobody_objects": _("Nobody cannot accept it."),
    "objections": _("%(objections)s cannot accept it; the rule allows %(allowed)s."),
    "objections_within": _("%(objections)s cannot accept it; the rule allows up to %(allowed)s."),
    "objections_outweigh": _("As many cannot accept it as support it or can live with it, or more."),
    "share_reached": _(
        "%(consenting)s of %(counted)s support it or can live with it; the rule asks for %(share)s per cent."
    ),
    "share_missed": _(
        "Only %(consenting)s of %(counted)s support it or can live with it; the rule asks for %(share)s per cent."
    ),
    "stood_aside": _("%(aside)s stood aside."),
    "more_answered": _("More people answered than were counted as present; all who answered count as present."),
}
OPEN, CLOSED = "open", "closed"
CHECK_STATES = {OPEN: pgettext_lazy("check", "open"), CLOSED: pgettext_lazy("check", "closed")}

ERRORS = declare_errors(
    {
        "points.check_closed": _("This check is closed. Your answer was not counted; what you wrote is still below."),
        "points.check_open": _("Close the open check first."),
        "points.unconfirmed": _("Confirm first what the last check showed."),
        "points.reason_needed": _("Say why you cannot accept it: the reason is kept, your name is not."),
        "points.word_needed": _("Say in a word why this goes to further discussion."),
        "points.not_in_round": _("This point belongs to another round or group."),
        "points.merge_itself": _("A point cannot be merged into itself."),
        "points.split_parts": _("A point is split into at least two parts."),
        "points.nothing_chosen": _("Choose at least one point."),
        "points.too_many": _("At most %(limit)s points can be brought in at once."),
        "points.rule_says_remaining": _("By the room's rule this is not agreed; it can only go to further discussion."),
        "points.pillar_not_in_round": _("This pillar does not belong to the round."),
        "points.settled": _(
            "This point is settled or in a check: its wording stands. Translations can still be added."
        ),
        "points.no_such_choice": _("Choose one of the four answers."),
        "points.not_confirmed": _("The check is still open or its outcome is decided already."),
    }
)
IMPORT_PROBLEMS = {
    "pillar": _("Say under which pillar this stands."),
    "text": _("There is no text: write it, or leave this out."),
    "long": _("This is longer than 5000 characters: shorten it, or make two of it."),
    "all": _("Some points below still need a correction. Nothing has been kept yet."),
}
