"""Phrases of conflicts and changes, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors

ERRORS = declare_errors(
    {
        "programme.nothing_planned": _("Plan at least one session before the programme is published."),
        "programme.no_topics": _("Give at least one session a topic before the programme is published."),
        "programme.nothing_changed": _("Nothing has changed since the last published programme."),
        "programme.not_on_agenda": _("Only topics on the round's agenda can be given to a session."),
        "programme.round_over": _("The round is over: its programme cannot be changed."),
        "programme.topic_twice": _("Give a topic to a session once."),
        "programme.point_not_taken_up": _("Only discussion points that were taken up can be given to a session."),
        "programme.changed_meanwhile": _(
            "Somebody changed the programme while you were looking at it. Read it as it stands now, then publish it."
        ),
        "programme.not_sought": _("No facilitator is sought for this session."),
    }
)
