"""What the history of a recommendation tells of a briefing, in every language of the room. For use inside actions."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from supportroom.briefings.models import Reflection
from supportroom.briefings.vocabulary import ABSENT, PARTLY, REFLECTED
from supportroom.journal.models import reference
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.register.history import tell
from supportroom.room.queries import languages_spoken
from supportroom.web.formatting import plain_date

_SENTENCES: Final = {
    REFLECTED: _("The briefing of %(day)s reflects it, as two readers say."),
    PARTLY: _("The briefing of %(day)s reflects it in part, as two readers say."),
    ABSENT: _("The briefing of %(day)s does not speak of it, as two readers say."),
}
_AGAIN: Final = _("What was read in the briefing of %(day)s is looked at again.")


def tell_reading(reflection: Reflection) -> None:
    """Tell that two readers agree on what a briefing says of a recommendation."""
    _tell(reflection, _SENTENCES[reflection.verdict])


def tell_withdrawn(reflection: Reflection) -> None:
    """Tell that what two readers agreed on is taken back, or read anew."""
    _tell(reflection, _AGAIN)


def _tell(reflection: Reflection, sentence: str | Promise) -> None:
    briefing = reflection.briefing
    tell(
        reflection.recommendation,
        "reflected",
        now().date(),
        words=_in_all_languages(reflection, sentence),
        source=briefing.link or briefing.symbol,
        about=reference(reflection),
    )


def _in_all_languages(reflection: Reflection, sentence: str | Promise) -> MultilingualText:
    words = {}
    for code in languages_spoken():
        with override(code):
            words[code] = str(sentence) % {"day": plain_date(reflection.briefing.given_on)}
    return multilingual(next(iter(words)), **words)
