"""How far off a moment is, in words: ``closes in 2 days``.

The span stands after a preposition in every phrase, so that it can be put together in languages with cases; Arabic
needs six forms of each.
"""

from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import npgettext
from markupsafe import Markup

from supportroom.kernel.clock import now

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
AHEAD: Final = {
    "": _("in %(span)s"),
    "closes": _("closes in %(span)s"),
    "opens": _("opens in %(span)s"),
    "starts": _("starts in %(span)s"),
    "due": _("due in %(span)s"),
}
BEHIND: Final = {
    "": _("%(span)s ago"),
    "closes": _("closed %(span)s ago"),
    "opens": _("opened %(span)s ago"),
    "starts": _("started %(span)s ago"),
    "due": _("overdue by %(span)s"),
}


def span_in_words(span: timedelta) -> str:
    """Return a length of time in its largest whole unit: days, hours, or at least one minute."""
    if span >= DAY:
        count = span // DAY
        return npgettext("after a preposition", "%(count)s day", "%(count)s days", count) % {"count": count}
    if span >= HOUR:
        count = span // HOUR
        return npgettext("after a preposition", "%(count)s hour", "%(count)s hours", count) % {"count": count}
    count = max(1, span // MINUTE)
    return npgettext("after a preposition", "%(count)s minute", "%(count)s minutes", count) % {"count": count}


def is_past(moment: datetime) -> bool:
    """Tell whether a moment has come."""
    return moment <= now()


def in_words(moment: datetime, verb: str = "") -> Markup:
    """Return how far off a moment is: ``in 2 days``, or with a verb (closes, opens, starts, due) a whole phrase.

    A moment that has passed is told in the past; an unknown verb raises ``KeyError``.
    """
    left = moment - now()
    phrases = AHEAD if left > timedelta() else BEHIND
    phrase = str(phrases[verb]) % {"span": span_in_words(abs(left))}
    return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(timespec="minutes"), phrase)
