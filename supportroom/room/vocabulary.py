"""Kinds of consensus rule, pillar states, kinds of quotas, languages, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
WOMEN, REGION, DISPLACED, DISABILITY, AGE, COMPETENCE, FIRST_TIMERS = (
    "women",
    "region",
    "displaced",
    "disability",
    "age",
    "competence",
    "first_timers",
)
QUOTA_KINDS = {
    WOMEN: pgettext_lazy("quota", "women"),
    DISPLACED: pgettext_lazy("quota", "displaced people"),
    DISABILITY: pgettext_lazy("quota", "people with disabilities"),
    FIRST_TIMERS: pgettext_lazy("quota", "people who come for the first time"),
    AGE: pgettext_lazy("quota", "an age"),
    REGION: pgettext_lazy("quota", "a region"),
    COMPETENCE: pgettext_lazy("quota", "a field of competence"),
}
NEEDS_VALUE = (REGION, AGE, COMPETENCE)

ERRORS = declare_errors(
    {
        "room.founded": _("This room exists already."),
        "room.not_founded": _("This room has not been founded yet."),
        "room.languages": _("A room speaks Arabic and English at least."),
        "room.pillar_known": _("The room has a pillar of this name already."),
        "room.seats_bounds": _("A working group's fewest seats cannot be more than its most."),
        "room.comment_bounds": _("The shortest time to comment cannot be longer than the longest."),
        "room.comment_window": _("The usual time to comment lies between %(least)s and %(most)s days."),
        "room.answer_reminder": _("The reminder comes before the day on which the answer is due."),
        "room.countries": _("There is no such country."),
        "room.quota_percent": _("A quota is a share from 1 to 100 percent."),
        "room.quota_value": _("Say which region, age or field this quota is about."),
        "room.quota_twice": _("This quota stands in the table already."),
        "room.quotas_too_many": _("The quotas of different ages ask for more than 100 percent together."),
        "room.pillar_adopted": _("This pillar is adopted already."),
    }
)
