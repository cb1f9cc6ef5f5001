"""States, outcomes of a review, the days it may take, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

ASKED, ADOPTED, TURNED_DOWN = "asked", "adopted", "turned_down"
ADOPTION_STATES = {
    ASKED: pgettext_lazy("adoption", "before the members"),
    ADOPTED: pgettext_lazy("adoption", "adopted"),
    TURNED_DOWN: pgettext_lazy("adoption", "not adopted"),
}
ADOPTION_TONES = {ASKED: "waiting", ADOPTED: "settled", TURNED_DOWN: "refused"}
FILED, WITHDRAWN = "filed", "withdrawn"
OPINION_STATES = {
    FILED: pgettext_lazy("opposing opinion", "filed"),
    WITHDRAWN: pgettext_lazy("opposing opinion", "withdrawn"),
}
WAITING, NOTES, NO_RESERVATIONS, DATE_PASSED = "waiting", "notes", "no_reservations", "date_passed"
REVIEW_STATES = {
    WAITING: pgettext_lazy("review", "waiting for the office"),
    NOTES: pgettext_lazy("review", "the office gave notes"),
    NO_RESERVATIONS: pgettext_lazy("review", "the office has no reservations"),
    DATE_PASSED: pgettext_lazy("review", "the date passed without a word"),
}
REVIEW_NEXT = {
    WAITING: _("The office can give notes or say that it has no reservations; if the date passes, that is shown too."),
    NOTES: _("The group answers each note. The members are asked after the date, or once the office says that is all."),
    NO_RESERVATIONS: _("The group asks the members whether the paper is published."),
    DATE_PASSED: _("The group asks the members whether the paper is published."),
}
REVIEW_TONES = {WAITING: "waiting", NOTES: "open", NO_RESERVATIONS: "settled", DATE_PASSED: "quiet"}
GROUP, OFFICE = "group", "office"
SIDES = {GROUP: _("the working group"), OFFICE: _("the Envoy's office")}
REVIEW_DAYS_LEAST, REVIEW_DAYS_USUAL, REVIEW_DAYS_MOST = 7, 21, 60
REVIEW_ZONE = "Europe/Zurich"

ERRORS = declare_errors(
    {
        "adoption.comments_open": _("%(count)s comments are not answered yet: the paper cannot go on."),
        "adoption.not_ready": _("The paper cannot be put before the members yet: %(missing)s"),
        "adoption.opinions_over": _("Opposing opinions could be filed until %(until)s; this one came later."),
        "adoption.changes_over": _("Opposing opinions could be changed until %(until)s; they stand as they are now."),
        "adoption.not_adopted": _("The members did not adopt this version: no opposing opinion to it is needed."),
        "adoption.others_joined": _(
            "Others stand behind these words: they cannot be changed or taken back any more. You can leave the opinion."
        ),
        "adoption.joined_already": _("You stand behind this opposing opinion already."),
        "adoption.not_joined": _("You do not stand behind this opposing opinion."),
        "adoption.translations_only": _("The original can be changed by nobody but who wrote it; translations can."),
        "adoption.text_stands": _("The original stands as it is now; its translations can be written."),
        "adoption.opinions_open": _("Opposing opinions can be filed until %(until)s; then the paper can be sent."),
        "adoption.review_days": _("The office has at least %(least)s days and at most %(most)s."),
        "adoption.review_over": _("The review is over. What the office says now can be given as a late note."),
        "adoption.published": _("The paper is published: this can be taken up in a new edition only."),
        "adoption.note_paragraph": _("This paragraph is not in the version that the office was sent."),
        "adoption.not_answered": _("Say first what you answer to the note; then the text can be changed for it."),
        "adoption.notes_open": _("%(count)s notes of the office are not answered yet."),
        "adoption.review_runs": _("The office has time until %(until)s, or until it says that this is all."),
        "adoption.agreed_already": _("Both sides agreed to these words already."),
    }
)
