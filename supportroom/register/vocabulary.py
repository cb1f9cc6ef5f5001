"""States, kinds and the wording of errors."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors
from supportroom.kernel.multilingual import multilingual

RECORDED, SENT, ACKNOWLEDGED, ANSWERED = "recorded", "sent", "acknowledged", "answered"
UNDER_WAY, DONE, LAPSED, REOPENED = "under_way", "done", "lapsed", "reopened"
STATES = {
    RECORDED: pgettext_lazy("recommendation", "recorded"),
    SENT: pgettext_lazy("recommendation", "sent"),
    ACKNOWLEDGED: pgettext_lazy("recommendation", "acknowledged"),
    ANSWERED: pgettext_lazy("recommendation", "answered"),
    UNDER_WAY: pgettext_lazy("recommendation", "under way"),
    DONE: pgettext_lazy("recommendation", "done"),
    LAPSED: pgettext_lazy("recommendation", "lapsed"),
    REOPENED: pgettext_lazy("recommendation", "reopened"),
}
OPEN_STATES: Final = (RECORDED, SENT, ACKNOWLEDGED, ANSWERED, UNDER_WAY, REOPENED)  # "still open since"
TONES = {
    RECORDED: "quiet",
    SENT: "waiting",
    ACKNOWLEDGED: "waiting",
    ANSWERED: "settled",
    UNDER_WAY: "settled",
    DONE: "settled",
    LAPSED: "refused",
    REOPENED: "waiting",
}
SUBMISSION_STATES = {key: STATES[key] for key in (RECORDED, SENT, ACKNOWLEDGED, ANSWERED)}

DAY, MONTH, YEAR = "day", "month", "year"
PRECISIONS = {
    DAY: pgettext_lazy("how exactly a date is known", "day"),
    MONTH: pgettext_lazy("how exactly a date is known", "month"),
    YEAR: pgettext_lazy("how exactly a date is known", "year"),
}
OFFICE_BODY, DONOR, STATE, UN_BODY, COMMITTEE, PARTY, OTHER_BODY = (
    "office", "donor", "state", "un", "committee", "party", "other",
)  # fmt: skip
ADDRESSEE_KINDS = {
    OFFICE_BODY: pgettext_lazy("addressee", "the Envoy's office"),
    DONOR: pgettext_lazy("addressee", "donor"),
    STATE: pgettext_lazy("addressee", "state"),
    UN_BODY: pgettext_lazy("addressee", "body of the United Nations"),
    COMMITTEE: pgettext_lazy("addressee", "committee"),
    PARTY: pgettext_lazy("addressee", "party to the talks"),
    OTHER_BODY: pgettext_lazy("addressee", "other"),
}
OF_STATEMENT, OF_REPORT, OF_PAPER, OF_DOCUMENT = "statement", "report", "paper", "document"
SOURCE_KINDS = {
    OF_STATEMENT: pgettext_lazy("source of a recommendation", "statement"),
    OF_REPORT: pgettext_lazy("source of a recommendation", "report of a round"),
    OF_PAPER: pgettext_lazy("source of a recommendation", "joint paper"),
    OF_DOCUMENT: pgettext_lazy("source of a recommendation", "earlier document"),
}
REPORT_DOCUMENT, STATEMENT_DOCUMENT, SPEECH, PAPER_DOCUMENT, OTHER_DOCUMENT = (
    "report", "statement", "speech", "paper", "other",
)  # fmt: skip
DOCUMENT_KINDS = {
    REPORT_DOCUMENT: pgettext_lazy("document", "report"),
    STATEMENT_DOCUMENT: pgettext_lazy("document", "statement"),
    SPEECH: pgettext_lazy("document", "speech"),
    PAPER_DOCUMENT: pgettext_lazy("document", "paper"),
    OTHER_DOCUMENT: pgettext_lazy("document", "other"),
}
SAME, RELATED = "same", "related"
BONDS = {
    SAME: pgettext_lazy("recommendation within a demand", "asks the same"),
    RELATED: pgettext_lazy("recommendation within a demand", "is related"),
}
# The cross-cutting themes of every room, by code.
STANDING_THEMES: Final = {
    "women": multilingual("en", en="Women's participation and rights", ar="مشاركة النساء وحقوقهن"),
    "youth": multilingual("en", en="Youth", ar="الشباب"),
    "disability": multilingual("en", en="People with disabilities", ar="الأشخاص ذوو الإعاقة"),
    "region": multilingual("en", en="Regions and their differences", ar="المناطق والفوارق بينها"),
}
# Kinds of happenings; floors above tell theirs through `history.tell`.
HAPPENINGS = {
    RECORDED: pgettext_lazy("what happened", "recorded"),
    "released": pgettext_lazy("what happened", "shown to the public"),
    SENT: pgettext_lazy("what happened", "sent"),
    "called_back": pgettext_lazy("what happened", "the letter was withdrawn"),
    "reminded": pgettext_lazy("what happened", "reminded of the answer"),
    ACKNOWLEDGED: pgettext_lazy("what happened", "acknowledged"),
    ANSWERED: pgettext_lazy("what happened", "answered"),
    "answer_amended": pgettext_lazy("what happened", "the answer was changed"),
    "assessed": pgettext_lazy("what happened", "members assessed the answer"),
    "delivered": pgettext_lazy("what happened", "carried to a meeting"),
    "not_delivered": pgettext_lazy("what happened", "not carried there: this was written down by mistake"),
    UNDER_WAY: pgettext_lazy("what happened", "under way"),
    DONE: pgettext_lazy("what happened", "done"),
    LAPSED: pgettext_lazy("what happened", "lapsed"),
    REOPENED: pgettext_lazy("what happened", "reopened"),
    "reflected": pgettext_lazy("what happened", "checked against a briefing"),
    "brought_together": pgettext_lazy("what happened", "brought together with others"),
    "amended": pgettext_lazy("what happened", "its wording was corrected"),
}

ERRORS = declare_errors(
    {
        "register.not_adopted": _("Recommendations are recorded from texts that were adopted."),
        "register.recorded_already": _("This paragraph stands in the register already: %(number)s."),
        "register.paragraph_twice": _("A paragraph was chosen twice."),
        "register.nothing_asked": _("Choose at least one paragraph."),
        "register.nothing_chosen": _("Choose the recommendations first."),
        "register.not_of_text": _("This paragraph does not stand in the text."),
        "register.unknown_theme": _("The room has no such theme."),
        "register.unknown_goal": _("There is no such Sustainable Development Goal."),
        "register.not_public_yet": _(
            "%(number)s cannot be shown to the public yet: the text that it comes from is not delivered or published."
        ),
        "register.is_set_aside": _("%(number)s was set aside; take it back first."),
        "register.only_translations": _("You can write translations; the original's words belong to the team."),
        "register.sent_already": _("This went to its addressee already and stays: say what became of it instead."),
        "register.addressed_already": _("It was sent to %(name)s already, so it stays addressed to them."),
        "register.addressee_known": _("There is an addressee of this name already."),
        "register.theme_known": _("There is a theme of this name already."),
        "register.theme_in_use": _("Recommendations bear this theme, so it stays."),
        "register.theme_stands": _("This theme stands in every room."),
        "register.represents_already": _("This person represents the addressee already."),
        "register.no_account": _("This person has no account, so they cannot answer for anybody."),
        "register.too_few": _("A demand brings at least two recommendations together."),
        "register.title_unreleased": _(
            "This title has the words of %(number)s, which the public does not see yet, and everybody reads it. "
            "Write it in other words, or show %(number)s to the public first."
        ),
        "register.not_in_demand": _("This recommendation stands in no demand."),
        "register.document_known": _("This file came in already: %(title)s."),
        "register.ahead": _("This day is still to come."),
        "register.answer_days": _("An answer is due in 7 to 730 days."),
    }
)
