"""States, kinds and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

DRAFT, RELEASED, RETIRED = "draft", "released", "retired"
TERM_STATES = {
    DRAFT: pgettext_lazy("term", "draft"),
    RELEASED: pgettext_lazy("term", "released"),
    RETIRED: pgettext_lazy("term", "retired"),
}
TONES = {DRAFT: "quiet", RELEASED: "settled", RETIRED: "quiet"}
STATE, ARMED, POLITICAL, UN_BODY, CIVIL, REGIONAL, OTHER = (
    "state", "armed", "political", "un", "civil", "regional", "other",
)  # fmt: skip
BODY_KINDS = {
    STATE: pgettext_lazy("actor", "state"),
    ARMED: pgettext_lazy("actor", "armed force"),
    POLITICAL: pgettext_lazy("actor", "political body"),
    UN_BODY: pgettext_lazy("actor", "body of the United Nations"),
    CIVIL: pgettext_lazy("actor", "civil society"),
    REGIONAL: pgettext_lazy("actor", "population or region concerned"),
    OTHER: pgettext_lazy("actor", "other"),
}
SLIGHT, CLEAR, STRONG = 1, 2, 3
STRENGTHS = {
    SLIGHT: pgettext_lazy("influence", "slight"),
    CLEAR: pgettext_lazy("influence", "clear"),
    STRONG: pgettext_lazy("influence", "strong"),
}

ERRORS = declare_errors(
    {
        "glossary.not_defined": _("A term without a definition cannot be released."),
        "glossary.known_already": _("The glossary has “%(name)s” already."),
        "glossary.source_needed": _("Say by what source the definition holds."),
        "glossary.why_needed": _("Say why the definition is changed: it stands beside the earlier one."),
        "glossary.nothing_new": _("The definition says this already."),
        "glossary.translations_only": _("Translations are written here; the original stands as it is."),
        "glossary.names_a_person": _("Actors are bodies, forces and groups, never persons: leave the name out."),
        "glossary.on_itself": _("Choose two different actors."),
        "glossary.influence_known": _("An influence of this actor on that one stands here already: change it there."),
        "glossary.actor_retired": _("An actor that is retired takes no part in the picture."),
        "glossary.only_drafts_go": _("Only a draft can be removed. Retire what was released."),
        "glossary.no_terms": _("No terms were found in this file."),
        "glossary.too_many": _("More than %(limit)s terms at once: divide the file."),
        "glossary.not_json": _("This file is no list of terms as the glossary writes it."),
        "glossary.preview_over": _("This preview is over. Bring the file again."),
    }
)
ROW_PROBLEMS = {
    "no_name": _("It has no term."),
    "no_definition": _("It has no definition."),
    "no_source": _("It has no source."),
    "twice": _("The file has this term twice."),
    "too_long": _("Something in it is too long."),
    "no_link": _("Its link is no web address."),
}
