"""Verdicts, states, ways in which a comment comes, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

ACCEPTED, PARTLY, NOT_ACCEPTED, OUT_OF_SCOPE = "accepted", "partly", "not_accepted", "out_of_scope"
VERDICTS = {
    ACCEPTED: pgettext_lazy("answer to a comment", "accepted"),
    PARTLY: pgettext_lazy("answer to a comment", "partly accepted"),
    NOT_ACCEPTED: pgettext_lazy("answer to a comment", "not accepted"),
    OUT_OF_SCOPE: pgettext_lazy("answer to a comment", "out of the paper's scope"),
}
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

ERRORS = declare_errors(
    {
        "comments.days": _("A comment window lasts %(least)s to %(most)s days: the charter says so."),
        "comments.open_left": _("%(count)s comments are not answered yet: the paper cannot go on."),
    }
)
