"""States, answers to a proposed time, limits, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

PROPOSED, SET, HELD, CALLED_OFF = "proposed", "set", "held", "called_off"
MEETING_STATES = {
    PROPOSED: pgettext_lazy("meeting", "times proposed"),
    SET: pgettext_lazy("meeting", "set"),
    HELD: pgettext_lazy("meeting", "held"),
    CALLED_OFF: pgettext_lazy("meeting", "called off"),
}
MEETING_TONES = {PROPOSED: "waiting", SET: "open", HELD: "settled", CALLED_OFF: "refused"}
YES, IF_NEEDED, NO = "yes", "if_needed", "no"
SLOT_ANSWERS = {
    YES: pgettext_lazy("a proposed time", "yes"),
    IF_NEEDED: pgettext_lazy("a proposed time", "if it must be"),
    NO: pgettext_lazy("a proposed time", "no"),
}
MOST_SLOTS = 10
MOST_FILES = 5
LONGEST_POST = 8000
LONGEST_QUOTE = 2000

ERRORS = declare_errors(
    {
        "workroom.title_missing": _("Give the thread a title, so that others find it."),
        "workroom.mention_outside": _("Somebody you speak to holds no seat of this group."),
        "workroom.quote_elsewhere": _("You can only quote a post of the same thread that still stands."),
        "workroom.quote_changed": _("These words do not stand in the post that you quote. Quote it as it is."),
        "workroom.too_many_files": _("Attach at most %(limit)s files to a post."),
        "workroom.post_removed": _("This post was removed."),
        "workroom.source_elsewhere": _("This source belongs to another group, or was taken out of the library."),
        "workroom.not_of_group": _("Choose somebody who holds a seat of this group."),
        "workroom.done_already": _("Somebody has marked this as done already."),
        "workroom.not_done": _("This task is open already."),
        "workroom.no_times": _("Propose at least one time."),
        "workroom.too_many_times": _("Propose at most %(limit)s times."),
        "workroom.time_past": _("A time that you propose lies in the past."),
        "workroom.minutes_too_early": _("Minutes can be written once the meeting has begun."),
        "workroom.other_meeting": _("This time was proposed for another meeting."),
        "workroom.link_not_web": _("The address of the meeting must begin with https://."),
        "workroom.time_unknown": _("This room does not know this time zone."),
    }
)
