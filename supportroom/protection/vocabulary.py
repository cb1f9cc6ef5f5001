"""Audiences, phrases, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors

TEAM, SAME_ROUND, MEMBERS, PUBLIC = "team", "same_round", "members", "public"
NOT_NAMED = _("a participant")

ERRORS = declare_errors(
    {
        "protection.key_gone": _("The key that told people apart here is gone: this can be read, not answered."),
        "protection.released": _("This text is released; names in it cannot be changed any more."),
    }
)
