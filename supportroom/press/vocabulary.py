"""States of a quotation, when a press pack is prepared, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors
from supportroom.papers.vocabulary import ADOPTED, DECIDING, HELD_BACK, PUBLISHED, RELEASED, WITH_OFFICE

OFFERED, CLEARED, TAKEN_BACK = "offered", "cleared", "taken_back"
QUOTATION_STATES = {
    OFFERED: pgettext_lazy("quotation", "waits for who said it"),
    CLEARED: pgettext_lazy("quotation", "cleared"),
    TAKEN_BACK: pgettext_lazy("quotation", "taken back"),
}
TONES = {OFFERED: "waiting", CLEARED: "settled", TAKEN_BACK: "quiet"}
PREPARED_IN = frozenset({ADOPTED, WITH_OFFICE, DECIDING, HELD_BACK, RELEASED, PUBLISHED})

MOST_EMBARGO_DAYS = 90

ERRORS = declare_errors(
    {
        "press.embargo_too_long": _("An embargo lasts %(days)s days at most."),
        "press.not_released": _("The members have not released this paper yet."),
        "press.not_adopted": _("What the press is handed can be prepared once the members have adopted the paper."),
        "press.already_published": _("The paper is published: its embargo is over."),
        "press.nothing_to_approve": _("There is no summary to approve yet."),
        "press.other_summary": _("The summary was changed since you read it. Read it again, then approve it."),
        "press.summary_not_approved": _(
            "The press pack can be downloaded once more than half of the group approve this very summary."
        ),
        "press.language_missing": _("The summary is missing in %(language)s."),
        "press.only_the_group": _("You can offer a quotation to who holds a seat of the group."),
    }
)
