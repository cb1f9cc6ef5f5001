"""States, the report's sections, names of places, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors
from supportroom.people.vocabulary import MAN, OTHER, UNSAID, WOMAN

DRAFTING, READ_BACK, ADOPTED, DELIVERED = "drafting", "read_back", "adopted", "delivered"
STATEMENT_STATES = {
    DRAFTING: pgettext_lazy("statement", "being written"),
    READ_BACK: pgettext_lazy("statement", "read back to the group"),
    ADOPTED: pgettext_lazy("statement", "adopted"),
    DELIVERED: pgettext_lazy("statement", "delivered"),
}
STATEMENT_NEXT = {
    DRAFTING: _("Its volunteers write it; then they read it back to the group."),
    READ_BACK: _("Its text is frozen. The group is asked about it by a check in a session."),
    ADOPTED: _("Its spokespersons deliver it in a session with the addressee."),
    DELIVERED: _("What the addressee replies is recorded here."),
}
PUBLISHED = "published"
REPORT_STATES = {
    DRAFTING: pgettext_lazy("report", "being written"),
    READ_BACK: pgettext_lazy("report", "read back to the participants"),
    ADOPTED: pgettext_lazy("report", "adopted"),
    PUBLISHED: pgettext_lazy("report", "published"),
}
REPORT_NEXT = {
    DRAFTING: _("The rapporteurs and the team write it; then they read it back to the participants."),
    READ_BACK: _("Its text is frozen. The participants are asked about it by a check in a session."),
    ADOPTED: _("The team publishes it, in each language in which nothing is missing."),
    PUBLISHED: _("It is public. A correction is published as a new edition, with a note."),
}
TONES = {DRAFTING: "quiet", READ_BACK: "waiting", ADOPTED: "settled", DELIVERED: "settled", PUBLISHED: "settled"}

# The parts of a report into which people write; the others are put together from the record.
SUMMARY, PREPARATION, CONDUCT, DISCUSSION, FOLLOW_UP = "summary", "preparation", "conduct", "discussion", "follow_up"
WRITTEN_SECTIONS = {
    SUMMARY: _("Summary"),
    PREPARATION: _("Preparation"),
    CONDUCT: _("How it was run"),
    DISCUSSION: _("Discussion"),
    FOLLOW_UP: _("What happens next"),
}

# Participants in figures. Those who said "another" and those who said nothing are one cell from the start: a cell of
# its own would tell that somebody is in it. The coarser form tells women from all others.
NOT_SAID = "another_or_unsaid"
GENDER_CELLS = {WOMAN: WOMAN, MAN: MAN, OTHER: NOT_SAID, UNSAID: NOT_SAID}
ALL_OTHERS = "all_others"
COARSER_GENDERS = ({WOMAN: WOMAN, MAN: ALL_OTHERS, NOT_SAID: ALL_OTHERS},)
GENDER_WORDS = {
    WOMAN: _("women"),
    MAN: _("men"),
    NOT_SAID: _("another, or not said"),
    ALL_OTHERS: _("others"),
}
# Places of residence as people type them, in either language; other words are shown as they were typed.
PLACES = {
    "شمال غرب سوريا": _("north-west Syria"),
    "north-west syria": _("north-west Syria"),
    "شمال شرق سوريا": _("north-east Syria"),
    "north-east syria": _("north-east Syria"),
    "سوريا": _("Syria"),
    "syria": _("Syria"),
    "تركيا": _("Türkiye"),
    "türkiye": _("Türkiye"),
    "turkey": _("Türkiye"),
    "لبنان": _("Lebanon"),
    "lebanon": _("Lebanon"),
    "الأردن": _("Jordan"),
    "jordan": _("Jordan"),
    "العراق": _("Iraq"),
    "iraq": _("Iraq"),
    "أوروبا": _("Europe"),
    "europe": _("Europe"),
}
# Languages as a sentence names them (a page names each by its own name).
LANGUAGE_WORDS = {
    "ar": _("Arabic"),
    "ckb": _("Central Kurdish"),
    "en": _("English"),
    "fr": _("French"),
    "ku": _("Kurdish"),
    "syc": _("Syriac"),
    "tr": _("Turkish"),
}

ERRORS = declare_errors(
    {
        "statements.not_agreed_point": _("A statement rests on agreed points of its group only."),
        "statements.nothing_chosen": _("Choose at least one point."),
        "statements.empty": _("The statement has no item yet."),
        "statements.no_check": _("The group has not agreed to this wording by a check."),
        "statements.not_in_drafting": _("The text is not open for writing now. Take it back to writing first."),
        "statements.adopted_words": _("These words were read back or adopted: only translations can be changed now."),
        "statements.no_delivery_session": _("Choose the session in which it was delivered."),
        "statements.not_delivered": _("A reply is recorded once the statement is delivered."),
        "statements.spokesperson_outside": _("A spokesperson takes part in the round."),
        "statements.other_group": _("You can start a statement for your own group only."),
        "statements.not_an_item": _("Only an item of the statement rests on points."),
        "statements.report_exists": _("This round has its report already."),
        "statements.report_empty": _("Write something first: the report has no words of its own yet."),
        "statements.round_not_running": _("Statements are written while the round runs or is being reported."),
        "statements.round_not_reporting": _("The report can be put together once a session of the round is over."),
        "statements.no_such_section": _("The report has no such part."),
    }
)
