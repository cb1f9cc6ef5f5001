"""Kinds of consensus rule, pillar states, languages, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors

CONSENSUS, CONSENSUS_MINUS, SHARE = "consensus", "consensus_minus", "share"
RULE_KINDS = {
    CONSENSUS: _("Consensus: nobody cannot accept it"),
    CONSENSUS_MINUS: _("Consensus minus a few: at most that many cannot accept it"),
    SHARE: _("A share of those present supports it or can live with it"),
}
ADOPTED, PROPOSED = "adopted", "proposed"
PILLAR_STATES = {ADOPTED: _("adopted"), PROPOSED: _("proposed")}
LANGUAGE_NAMES = {
    "ar": "العربية", "en": "English", "ku": "Kurdî", "ckb": "کوردی", "fr": "Français", "tr": "Türkçe", "syc": "ܣܘܪܝܝܐ",
}  # fmt: skip

ERRORS = declare_errors(
    {
        "room.founded": _("This room exists already."),
        "room.not_founded": _("This room has not been founded yet."),
        "room.languages": _("A room speaks Arabic and English at least."),
        "room.pillar_known": _("The room has a pillar of this name already."),
        "room.pillar_adopted": _("This pillar is adopted already."),
    }
)
