"""The letter that asks a newspaper for an article: its first words, and how it is composed for each language."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.press.models import PressPack
from supportroom.room.queries import charter
from supportroom.web.formatting import moment_in_words

OFFICE_ZONE = "Europe/Zurich"


def letter_begun(paper: Paper) -> MultilingualText:
    """Give words to begin the letter with, in each language of the paper; the first one is the original."""
    letter = MultilingualText()
    for language in paper.languages:
        with override(language):
            told = {
                "room": charter().name.said_in(language).text,
                "title": paper.title.said_in(language).text,
            }
            opening = _(
                "%(room)s is about to publish a joint paper of its members, “%(title)s”. Below is its summary, which "
                "the working group has approved."
            )
            asking = _(
                "We would be glad if you wrote about it, and about what its opposing opinions say. The paper itself, "
                "quotations that were cleared, and a picture are enclosed. We answer questions gladly."
            )
            letter = letter.reworded(language, f"{opening % told}\n\n{asking}")
    return letter


def embargo_in_words(pack: PressPack) -> str:
    """Say until when nothing may be published, by the clocks of the room and of the office; nothing without one."""
    if pack.embargo_until is None:
        return ""
    moment = moment_in_words(pack.embargo_until, pack.time_zone, OFFICE_ZONE)
    return _("Not for publication before %(moment)s.") % {"moment": moment}
