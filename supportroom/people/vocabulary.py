"""Roles that are held room-wide, permission names, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

MEMBER, TEAM, OFFICE, ADDRESSEE, INTERPRETER, OBSERVER = (
    "member",
    "team",
    "office",
    "addressee",
    "interpreter",
    "observer",
)
ROLES = {
    MEMBER: _("Member"),
    TEAM: _("Team"),
    OFFICE: _("Envoy's office"),
    ADDRESSEE: _("Addressee"),
    INTERPRETER: _("Interpreter"),
    OBSERVER: _("Observer"),
}
INVITATION_HOURS = 72
READING_LANGUAGES = {"ar": "العربية", "en": "English"}
WOMAN, MAN, OTHER, UNSAID = "woman", "man", "other", "unsaid"
GENDERS = {WOMAN: _("woman"), MAN: _("man"), OTHER: _("another"), UNSAID: _("not said")}
INSIDE, DISPLACED, ABROAD = "inside", "displaced", "abroad"
SITUATIONS = {
    INSIDE: _("inside the country, at home"),
    DISPLACED: _("inside the country, displaced"),
    ABROAD: _("outside the country"),
    UNSAID: _("not said"),
}
AGE_BANDS = {
    "under_25": pgettext_lazy("age", "under 25"),
    "25_34": pgettext_lazy("age", "25 to 34"),
    "35_49": pgettext_lazy("age", "35 to 49"),
    "50_64": pgettext_lazy("age", "50 to 64"),
    "over_64": pgettext_lazy("age", "65 and over"),
    UNSAID: _("not said"),
}
DISABILITIES = {
    "yes": pgettext_lazy("disability", "yes"),
    "no": pgettext_lazy("disability", "no"),
    UNSAID: _("not said"),
}
SPOKEN_LANGUAGES = {
    "ar": "العربية", "ku": "Kurmancî", "ckb": "کوردی (سۆرانی)", "syc": "ܣܘܪܝܝܐ", "hy": "Հայերեն", "tr": "Türkçe",
    "en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "sgn": _("a sign language"),
}  # fmt: skip

ERRORS = declare_errors(
    {
        "people.invitation_over": _(
            "This invitation is used, withdrawn or over 72 hours old. Ask the team for a new one."
        ),
        "people.email_taken": _("This e-mail address cannot be used here."),
        "people.has_account": _("This person has an account already."),
        "people.unknown_role": _("There is no such role."),
        "people.last_team": _("Somebody must remain in the team."),
        "people.unknown_place": _("There is no such place."),
        "people.unknown_language": _("This language is not in the list."),
        "people.competence_known": _("There is a field of this name already."),
    }
)
