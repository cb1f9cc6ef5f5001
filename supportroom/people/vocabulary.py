"""Roles that are held room-wide, permission names, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

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

ERRORS = declare_errors(
    {
        "people.invitation_over": _(
            "This invitation is used, withdrawn or over 72 hours old. Ask the team for a new one."
        ),
        "people.email_taken": _("This e-mail address cannot be used here."),
        "people.has_account": _("This person has an account already."),
        "people.unknown_role": _("There is no such role."),
        "people.last_team": _("Somebody must remain in the team."),
    }
)
