"""States of a group, a candidate and a seat, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

CALLED, CANDIDATES, AT_WORK, CLOSED, NOT_OPENED = "called", "candidates", "at_work", "closed", "not_opened"
GROUP_STATES = {
    CALLED: pgettext_lazy("working group", "called for"),
    CANDIDATES: pgettext_lazy("working group", "open to candidates"),
    AT_WORK: pgettext_lazy("working group", "at work"),
    CLOSED: pgettext_lazy("working group", "closed"),
    NOT_OPENED: pgettext_lazy("working group", "not opened"),
}
TONES = {CALLED: "waiting", CANDIDATES: "waiting", AT_WORK: "open", CLOSED: "settled", NOT_OPENED: "refused"}
STANDING, WITHDRAWN, APPOINTED, NOT_APPOINTED = "standing", "withdrawn", "appointed", "not_appointed"
CANDIDATE_STATES = {
    STANDING: pgettext_lazy("candidate", "standing"),
    WITHDRAWN: pgettext_lazy("candidate", "withdrawn"),
    APPOINTED: pgettext_lazy("candidate", "appointed"),
    NOT_APPOINTED: pgettext_lazy("candidate", "not appointed"),
}
TEAM_OPENED, MEMBERS_OPENED = "team", "members"
OPENERS = {TEAM_OPENED: _("opened by the team"), MEMBERS_OPENED: _("opened by a members' check")}
DAYS_TO_STAND = 14
MOST_YEARS = 70
HELD, GIVEN_UP = "held", "given_up"
SEAT_STATES = {
    HELD: pgettext_lazy("seat", "held"),
    GIVEN_UP: pgettext_lazy("seat", "given up"),
}

ERRORS = declare_errors(
    {
        "groups.seats": _("A working group has %(least)s to %(most)s seats."),
        "groups.not_open_to_candidates": _("Candidates are not taken now."),
        "groups.until_past": _("The time to stand must end later than now."),
        "groups.too_few": _(
            "Only %(count)s people stand, the charter asks for %(least)s seats: call longer, or give the group up."
        ),
        "groups.in_group_already": _("You hold a seat of this group."),
        "groups.not_a_candidate": _("Only who stands for this group can be appointed."),
        "groups.chosen_twice": _("Everybody can be appointed once."),
        "groups.place_unknown": _("There is no such place."),
        "groups.why_missing": _("Say in a sentence why this person is appointed: it is published, without a name."),
        "groups.change_needs_reason": _("Where you depart from the ranking, say why for each person."),
        "groups.one_place": _("All of them live in one place: write down why no other spread was possible."),
        "groups.not_vacant": _("This seat is not vacant."),
        "groups.no_vacancy": _("No seat of this group is vacant."),
        "groups.still_called": _("The time to stand is not over: appoint when it is."),
        "groups.must_be_filled": _(
            "Fewer than %(least)s seats are held: the team fills the vacant ones before the group takes this step."
        ),
        "groups.reason_missing": _("Say why, so that the members can read it."),
        "groups.no_such_seat": _("Only a seat of this group that is held can be named."),
        "groups.translations_only": _("Translations are written here; the original stands as it is."),
        "groups.members_asked": _("The members are being asked about this group: wait for what they say."),
        "groups.members_said": _("The members have decided on this: the team alone can ask them again."),
    }
)
