"""What mail asks of the team: mails that did not leave in 48 hours, or were refused (R12)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from supportroom.desk.waiting import Waiting
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.queries import mails_given_up


def mails_for_team() -> Iterator[Waiting]:
    """How many mails were given up, in one line."""
    count = mails_given_up()
    if count:
        words = ngettext(
            "%(count)s mail did not leave and was given up: see how mail stands",
            "%(count)s mails did not leave and were given up: see how mail stands",
            count,
        )
        yield Waiting(words % {"count": count}, MultilingualText(), reverse("notices:outbox"))
