"""The picture that a link to a recommendation shows where somebody shares it: its words and what became of them."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.kernel.multilingual import direction_of
from supportroom.register.models import Recommendation
from supportroom.rendering.card import Card
from supportroom.room.queries import charter


def card_of(recommendation: Recommendation, language: str) -> Card:
    """Give the card of a public recommendation: the room, the number, the words, the state it is in."""
    with override(language):
        return Card(
            publisher=charter().name.said_in(language).text,
            kind=_("Recommendation %(number)s") % {"number": recommendation.cited},
            title=recommendation.text.said_in(language).text,
            line=recommendation.get_state_display(),
            language=language,
            direction="rtl" if direction_of(language) == "rtl" else "ltr",
        )
