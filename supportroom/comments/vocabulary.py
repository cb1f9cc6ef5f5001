"""Verdicts, states, ways in which a comment comes, and the wording of errors."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

LONGEST_COMMENT: Final = 6000
LONGEST_MAIL: Final = 20_000
REMINDER_HOURS: Final = 48

ACCEPTED, PARTLY, NOT_ACCEPTED, OUT_OF_SCOPE = "accepted", "partly", "not_accepted", "out_of_scope"
VERDICTS = {
    ACCEPTED: pgettext_lazy("answer to a comment", "accepted"),
    PARTLY: pgettext_lazy("answer to a comment", "partly accepted"),
    NOT_ACCEPTED: pgettext_lazy("answer to a comment", "not accepted"),
    OUT_OF_SCOPE: pgettext_lazy("answer to a comment", "out of the paper's scope"),
}
VERDICT_TONES = {ACCEPTED: "settled", PARTLY: "settled", NOT_ACCEPTED: "refused", OUT_OF_SCOPE: "quiet"}
OPEN, ANSWERED, WITHDRAWN = "open", "answered", "withdrawn"
COMMENT_STATES = {
    OPEN: pgettext_lazy("comment", "open"),
    ANSWERED: pgettext_lazy("comment", "answered"),
    WITHDRAWN: pgettext_lazy("comment", "withdrawn"),
}
TONES = {OPEN: "waiting", ANSWERED: "settled", WITHDRAWN: "quiet"}
UNSAID, SATISFIED, INSISTS = "unsaid", "satisfied", "insists"
SATISFACTIONS = {
    UNSAID: pgettext_lazy("the commenter", "has not said"),
    SATISFIED: pgettext_lazy("the commenter", "is satisfied"),
    INSISTS: pgettext_lazy("the commenter", "insists"),
}
ON_PAGE, BY_MAIL, BY_FILE = "page", "mail", "file"
WAYS = {
    ON_PAGE: pgettext_lazy("a comment came", "on the page"),
    BY_MAIL: pgettext_lazy("a comment came", "by mail"),
    BY_FILE: pgettext_lazy("a comment came", "in a file"),
}
RUNNING, CLOSED = "running", "closed"
WINDOW_STATES = {
    RUNNING: pgettext_lazy("comment window", "open"),
    CLOSED: pgettext_lazy("comment window", "closed"),
}
A_MEMBER = pgettext_lazy("who wrote a comment", "A member")
YOU = pgettext_lazy("who wrote a comment", "You")

ERRORS = declare_errors(
    {
        "comments.days": _("A comment window lasts %(least)s to %(most)s days: the charter says so."),
        "comments.opens_past": _("The opening lies in the past."),
        "comments.not_yet": _("The comment window has not opened yet."),
        "comments.late": _(
            "The comment window has closed. What you wrote is still here: it can be kept as a late comment, apart from "
            "those that came in time."
        ),
        "comments.too_late": _("The paper has gone on: comments are not taken any more."),
        "comments.name_needed": _("In this room comments are made by name."),
        "comments.not_in_version": _("This paragraph is not in the version that is commented on."),
        "comments.proposed_for_what": _("Choose the paragraph for which you propose other words."),
        "comments.own": _("This comment is yours: support is for those of others."),
        "comments.supported_already": _("You support this comment already."),
        "comments.no_support": _("You do not support this comment."),
        "comments.closed": _("The comment window has closed: comments stay as they are."),
        "comments.answered_already": _("This comment is answered: it stays as it is."),
        "comments.not_answering": _("Comments are answered once the window has closed, until the joint paper is made."),
        "comments.none_chosen": _("Choose the comments first."),
        "comments.one_window": _("These comments belong to different windows: answer them apart."),
        "comments.moved_on": _("Somebody was faster with these comments: %(numbers)s. Look at them again."),
        "comments.not_answered": _("This comment is not answered yet."),
        "comments.published": _("The paper is published, and the table of comments with it."),
        "comments.open_left": _("%(count)s comments are not answered yet: the paper cannot go on."),
        "comments.settled_mail": _("You have decided on this mail already."),
        "comments.other_group": _("This meeting and these comments belong to different groups."),
        "comments.nothing_found": _("There are no comments in this file."),
        "comments.wrong_line": _("Nothing was kept. Comment %(line)s: %(why)s"),
    }
)
