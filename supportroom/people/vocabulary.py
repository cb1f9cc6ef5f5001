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
TWO = 2  # of the team who can sign in: from then on nobody joins it by one alone (S13)
# Letting somebody in anew (S04): asked by one of the team, seconded by another, a day's wait, a link, used.
ASKED, WAITING, OPEN, USED, STOPPED = "asked", "waiting", "open", "used", "stopped"
RECOVERY_STATES = [
    (ASKED, pgettext_lazy("recovery", "asked for")),
    (WAITING, pgettext_lazy("recovery", "waiting")),
    (OPEN, pgettext_lazy("recovery", "open")),
    (USED, pgettext_lazy("recovery", "used")),
    (STOPPED, pgettext_lazy("recovery", "stopped")),
]
LIVING = (ASKED, WAITING, OPEN)
RECOVERY_WAIT_HOURS = 24
RECOVERY_LASTS_DAYS = 7
RECOVERY_CODES = 10
FEW_CODES = 3
MOST_PASSKEYS = 10
LONGEST_DEVICE_NAME = 40
PHONE, TABLET, COMPUTER = "phone", "tablet", "computer"
DEVICES = {PHONE: _("Phone"), TABLET: _("Tablet"), COMPUTER: _("Computer")}
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
        "people.invitation_over": _("This link is used, withdrawn or over 72 hours old. Ask the team for a new one."),
        "people.email_taken": _("This e-mail address cannot be used here."),
        "people.has_account": _("This person has an account already."),
        "people.unknown_role": _("There is no such role."),
        "people.last_team": _("Somebody must remain in the team."),
        "people.takes_two": _("Nobody joins the team by one alone: another of the team must approve it."),
        "people.unknown_place": _("There is no such place."),
        "people.unknown_language": _("This language is not in the list."),
        "people.wrong_password": _("This e-mail address and password do not fit each other. Look at both once more."),
        "people.wrong_own_password": _("This is not your password. Look at it once more."),
        "people.wrong_code": _(
            "This code is not the right one, or it was used already. Wait for the next one and type that."
        ),
        "people.passkey_refused": _("That passkey was not accepted. Try it once more, or type the code instead."),
        "people.passkey_known": _("This passkey is here already."),
        "people.too_many_passkeys": _("You have ten passkeys. Take one away that you no longer use."),
        "people.no_code_yet": _("Set up two-step sign-in first: the code is there when a passkey is not."),
        "people.wait": _("That was too quick after a wrong try. Wait %(seconds)s seconds, then try once more."),
        "people.not_for_oneself": _("For yourself, ask two others of the team."),
        "people.same_person": _("Two different people of the team must say this. Ask somebody else of the team."),
        "people.recovery_under_way": _("Somebody has asked for this already."),
        "people.recovery_waits": _("The day of waiting is not over yet."),
        "people.asker_left": _(
            "Who asked for this cannot be relied on for it any more: their role or account is gone."
        ),
        "people.no_account": _("This person has no account. Open one instead."),
        "people.competence_known": _("There is a field of this name already."),
    }
)
