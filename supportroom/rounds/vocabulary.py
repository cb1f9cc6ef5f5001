"""Kinds, states, genders, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

GENEVA, REGIONAL, OUTREACH, ADVOCACY, DELEGATION = "geneva", "regional", "outreach", "advocacy", "delegation"
ROUND_KINDS = {
    GENEVA: _("Geneva round"),
    REGIONAL: _("Regional consultation"),
    OUTREACH: _("Outreach"),
    ADVOCACY: _("Advocacy event"),
    DELEGATION: _("Delegation meeting"),
}
DRAFT, TOPICS, PROGRAMMED, INVITING = "draft", "topics", "programmed", "inviting"
RUNNING, REPORTING, PUBLISHED = "running", "reporting", "published"
PREPARING = (DRAFT, TOPICS, PROGRAMMED, INVITING)
ROUND_STATES = {
    DRAFT: pgettext_lazy("round", "in preparation"),
    TOPICS: pgettext_lazy("round", "topics open"),
    PROGRAMMED: pgettext_lazy("round", "programme published"),
    INVITING: pgettext_lazy("round", "inviting"),
    RUNNING: pgettext_lazy("round", "running"),
    REPORTING: pgettext_lazy("round", "being reported"),
    PUBLISHED: pgettext_lazy("round", "published"),
}
PLENARY, BRIEFING, CLOSED_CONSULTATION, PRESENTATION = "plenary", "briefing", "closed_consultation", "presentation"
SESSION_KINDS = {
    PLENARY: _("Plenary"),
    BRIEFING: _("Briefing"),
    CLOSED_CONSULTATION: _("Closed consultation"),
    PRESENTATION: _("Presentation to an addressee"),
}
PLANNED, OPEN, CLOSED = "planned", "open", "closed"
SESSION_STATES = {
    PLANNED: pgettext_lazy("session", "planned"),
    OPEN: pgettext_lazy("session", "open"),
    CLOSED: pgettext_lazy("session", "closed"),
}

ERRORS = declare_errors(
    {
        "rounds.dates": _("The round ends before it begins."),
        "rounds.languages": _("Choose at least one of the room's languages."),
        "rounds.no_session": _("Plan at least one session before the round starts."),
        "rounds.session_open": _("Close every open session first."),
        "rounds.session_not_open": _("This session is not open: nothing can be raised or answered in it now."),
        "rounds.already_in": _("This person takes part in the round already."),
        "rounds.not_in_round": _("Only somebody who takes part in the round, or is in the team, can be chosen."),
        "rounds.round_over": _("This round is published and cannot be changed."),
        "rounds.not_running": _("Start the round first: sessions are opened in a running round."),
        "rounds.session_dates": _("The session ends before it begins."),
        "rounds.session_begun": _("This session has begun: only its title, place and link can still be changed."),
        "rounds.link": _("Write the link to the meeting as it stands in a browser: it begins with https://."),
        "rounds.foreign_group": _("This group belongs to another round."),
        "rounds.group_in_use": _("Sessions or people belong to this group. Move or remove them first."),
        "rounds.pillar_in_round": _("The round has this pillar already."),
        "rounds.nobody_present": _("Say how many people are present: at least one."),
        "rounds.name_needed": _("Write the person's name, or choose somebody from the roll."),
        "rounds.ambiguous_name": _("Several people on the roll have this name. Add the organisation, or tick the box."),
        "rounds.preview_over": _("This preview is older than two hours or was changed. Bring the file again."),
        "rounds.nothing_to_import": _("There is nobody new in this file."),
        "rounds.not_its_day": _("People are checked in on the days of the round, from the morning of each."),
        "rounds.today_only": _("Only the team can still change who came on an earlier day."),
        "rounds.too_many_present": _("More people are present than take part in this session."),
    }
)

COLUMN_NAMES = {
    "name": _("Name"),
    "organisation": _("Organisation"),
    "group": _("Group"),
    "gender": _("Gender"),
    "residence": _("Lives in"),
    "language": _("Language"),
}
ROW_PROBLEMS = {
    "column_missing": _("No column is headed “Name”. Take the sample file and fill it in."),
    "empty": _("The name is missing."),
    "too_long": _("longer than %(limit)s characters"),
    "no_such_group": _("the round has no group “%(words)s”"),
    "not_understood": _("“%(words)s” is not understood here"),
    "formula": _("This looks like a formula, not like a word."),
    "twice": _("The same person stands in row %(earlier)s."),
    "ambiguous": _("Several people on the roll have this name. Add the organisation."),
}
