"""The wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors

ERRORS = declare_errors(
    {
        "site.not_adopted": _("The participants have not adopted this report yet."),
        "site.round_not_reporting": _("Close the round's sessions and take it to its report first."),
        "site.note_needed": _("Say what is corrected: the note stands on the new edition."),
        "site.paper_not_released": _("The members have not released this paper for publication, or it is out already."),
        "site.paper_not_published": _("Only a published paper can be corrected."),
        "site.overtaken": _("A word or a name changed while the files were being made. Look at the preview again."),
        "site.not_for_press": _(
            "The press can be handed a paper once the members released it and the group approved its summary."
        ),
        "site.embargo": _("The press was told that nothing is published before %(until)s. Publish it then."),
    }
)
