"""States of topics and discussion points, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

PROPOSED, SUPPORTED, ON_AGENDA, DEFERRED, MERGED, WITHDRAWN = (
    "proposed",
    "supported",
    "on_agenda",
    "deferred",
    "merged",
    "withdrawn",
)
TOPIC_STATES = {
    PROPOSED: pgettext_lazy("topic", "proposed"),
    SUPPORTED: pgettext_lazy("topic", "supported"),
    ON_AGENDA: pgettext_lazy("topic", "on the agenda"),
    DEFERRED: pgettext_lazy("topic", "deferred"),
    MERGED: pgettext_lazy("topic", "merged"),
    WITHDRAWN: pgettext_lazy("topic", "withdrawn"),
}
OPEN, TAKEN_UP, POINT_MERGED, LEFT_OUT = "open", "taken_up", "merged", "left_out"
POINT_OUTCOMES = {
    OPEN: pgettext_lazy("discussion point", "not settled yet"),
    TAKEN_UP: pgettext_lazy("discussion point", "taken up"),
    POINT_MERGED: pgettext_lazy("discussion point", "merged into another"),
    LEFT_OUT: pgettext_lazy("discussion point", "left out"),
}
POINT_OPEN, STATEMENT_UNANSWERED, RECOMMENDATION_OPEN = "point_open", "statement_unanswered", "recommendation_open"
SOURCE_KINDS = {
    POINT_OPEN: _("a point that stayed open"),
    STATEMENT_UNANSWERED: _("a statement without a reply"),
    RECOMMENDATION_OPEN: _("a recommendation of the register"),
}

PENDING = (PROPOSED, SUPPORTED)
LIVE = (PROPOSED, SUPPORTED, ON_AGENDA)
TOPIC_TONES = {
    PROPOSED: "waiting",
    SUPPORTED: "open",
    ON_AGENDA: "settled",
    DEFERRED: "refused",
    MERGED: "quiet",
    WITHDRAWN: "quiet",
}
POINT_TONES = {OPEN: "waiting", TAKEN_UP: "settled", POINT_MERGED: "quiet", LEFT_OUT: "refused"}
GENDER_ORDERS = {"woman": _("Women put first"), "man": _("Men put first")}

ERRORS = declare_errors(
    {
        "topics.call_dates": _("The call ends before it begins."),
        "topics.called_already": _("Topics were called for already. Change that call instead."),
        "topics.call_past": _("The call would be over already. Choose a later end."),
        "topics.call_over": _("This call is over: what was counted stands still, and it is not opened again."),
        "topics.call_runs": _("The marks are counted when the call is over."),
        "topics.marked_already": _("You support this topic already."),
        "topics.no_mark": _("You do not support this topic."),
        "topics.settled": _("This topic is settled: that is not possible any more."),
        "topics.title_stands": _("The topic is on the agenda: its title stands as it is."),
        "topics.translations_only": _("Write translations only: the words of the original belong to who proposed it."),
        "topics.point_not_itself": _("A discussion point cannot be merged into itself, or into one that is merged."),
        "topics.call_not_open": _("Topics can be proposed and supported only while the call is open."),
        "topics.no_marks_left": _("You have given all your marks. Take one back first."),
        "topics.reason_needed": _("Say why, so that those who proposed it can read it."),
        "topics.not_itself": _("A topic cannot be merged into itself, or into one that is merged or withdrawn."),
        "topics.linked_already": _("This is linked already."),
        "topics.no_such_source": _("This earlier outcome is not there any more."),
        "topics.round_over": _("The preparation of this round is over."),
        "topics.contact_needed": _("Name the contact person, and say what they know of the topic."),
        "topics.address": _("Write a web address that begins with https://."),
        "topics.other_topic": _("This discussion point belongs to another topic."),
    }
)
