"""Kinds, voices, states and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

ABOUT, PRINCIPLES, QUESTIONS, PRIVACY, CONTACT, PRESS, NEWS, OTHER = (
    "about", "principles", "questions", "privacy", "contact", "press", "news", "other",
)  # fmt: skip
KINDS = {
    ABOUT: pgettext_lazy("page", "About the room"),
    PRINCIPLES: pgettext_lazy("page", "Principles"),
    QUESTIONS: pgettext_lazy("page", "Questions and answers"),
    PRIVACY: pgettext_lazy("page", "Privacy"),
    CONTACT: pgettext_lazy("page", "Contact"),
    PRESS: pgettext_lazy("page", "For the press"),
    NEWS: pgettext_lazy("page", "News"),
    OTHER: pgettext_lazy("page", "Further page"),
}
STANDING = (ABOUT, PRINCIPLES, QUESTIONS, PRIVACY, CONTACT, PRESS)  # one of each, at an address of its own
OF_ROOM, OF_OFFICE = "room", "office"
VOICES = {OF_ROOM: pgettext_lazy("whose news", "the room"), OF_OFFICE: pgettext_lazy("whose news", "the office")}
DRAFT, SCHEDULED, PUBLISHED, TAKEN_DOWN, TRASHED = "draft", "scheduled", "published", "taken_down", "trashed"
STATES = {
    DRAFT: pgettext_lazy("page", "draft"),
    SCHEDULED: pgettext_lazy("page", "scheduled"),
    PUBLISHED: pgettext_lazy("page", "published"),
    TAKEN_DOWN: pgettext_lazy("page", "taken down"),
    TRASHED: pgettext_lazy("page", "in the trash"),
}
TONES = {DRAFT: "quiet", SCHEDULED: "waiting", PUBLISHED: "settled", TAKEN_DOWN: "quiet", TRASHED: "quiet"}

STANDING_KINDS = {kind: KINDS[kind] for kind in STANDING}
FREE_KINDS = {NEWS: KINDS[NEWS], OTHER: KINDS[OTHER]}
LONGEST_PARAGRAPH = 6000
MOST_WAIT_DAYS = 366

ERRORS = declare_errors(
    {
        "pages.empty": _("A page without words cannot be published."),
        "pages.standing_once": _("The room has this page already."),
        "pages.news_alone": _("The office writes news of its own; the other pages are the team's."),
        "pages.address_taken": _("Another page stands at this address. Choose another."),
        "pages.address_stays": _("The page was published at this address: links lead there, so it stays."),
        "pages.past": _("This moment has passed already. Choose a later one, or publish at once."),
        "pages.far_off": _("A page is scheduled for a year ahead at most."),
        "pages.overtaken": _("Words or images changed since you looked at the preview. Look at it again."),
        "pages.note_needed": _("Say what is corrected: the note stands on the page."),
        "pages.nothing_changed": _("The page says what is published already: there is nothing to correct."),
        "pages.no_picture": _("An image is a picture (.png or .jpg)."),
        "pages.image_waits": _("An image still waits for the scanner, or was held back by it. Wait, or take it out."),
        "pages.unpaired": _(
            "The languages have different numbers of paragraphs. Set paragraphs apart by an empty line, in each "
            "language in the same places."
        ),
    }
)
