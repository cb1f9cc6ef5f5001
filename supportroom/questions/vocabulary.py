"""States, what can be asked about, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

WAITING, ANSWERED, SET_ASIDE = "waiting", "answered", "set_aside"
STATES = {
    WAITING: pgettext_lazy("public question", "waits for an answer"),
    ANSWERED: pgettext_lazy("public question", "answered"),
    SET_ASIDE: pgettext_lazy("public question", "set aside"),
}
TONES = {WAITING: "waiting", ANSWERED: "settled", SET_ASIDE: "quiet"}

REPORTS, PAPERS, RECOMMENDATIONS, NEWS = "reports", "papers", "recommendations", "news"
KINDS = {
    REPORTS: pgettext_lazy("asked about", "Report"),
    PAPERS: pgettext_lazy("asked about", "Paper"),
    RECOMMENDATIONS: pgettext_lazy("asked about", "Recommendation"),
    NEWS: pgettext_lazy("asked about", "News"),
}

# How many questions may wait: about one text, in the whole room, and how many may come in on one day.
MOST_ABOUT_ONE, MOST_WAITING, MOST_A_DAY = 20, 200, 60

ERRORS = declare_errors(
    {
        "questions.too_many": _("Many questions are waiting just now. Please come back tomorrow."),
        "questions.addresses": _("Please ask without web addresses, e-mail addresses and telephone numbers."),
        "questions.form_over": _("This page was open for long. Your question is still here: send it once more."),
        "questions.own_words": _("What was asked stands in the words of who asked. Translations can be written."),
        "questions.why_needed": _("Say why it is set aside: the team reads it, nobody else."),
    }
)
