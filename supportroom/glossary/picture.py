"""The picture of actors and influences with the words that a page puts to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_bidi, gettext

from supportroom.glossary.layout import Line, Picture, Place, laid_out
from supportroom.glossary.models import Body, Influence
from supportroom.glossary.vocabulary import STRENGTHS
from supportroom.kernel.multilingual import Wording


@dataclass(frozen=True)
class Drawn:
    """A picture: its measures, the boxes with the actors' names, the lines with what they say."""

    picture: Picture
    boxes: Sequence[tuple[Place, Wording]]
    lines: Sequence[tuple[Line, str]]


def drawn(bodies: Sequence[Body], influences: Sequence[Influence], language: str) -> Drawn | None:
    """Draw these influences among these actors in the direction of the page; nothing where there are none."""
    if not influences:
        return None
    names = [body.name.said_in(language) for body in bodies]
    place = {body.pk: at for at, body in enumerate(bodies)}
    edges = [(place[each.by_id], place[each.on_id], each.strength) for each in influences]
    picture = laid_out([name.text for name in names], edges, mirrored=get_language_bidi())
    return Drawn(
        picture,
        [(box, names[box.one]) for box in picture.places],
        [(line, _said(influences[line.edge], language)) for line in picture.lines],
    )


def _said(influence: Influence, language: str) -> str:
    return gettext("%(by)s influences %(on)s: %(strength)s") % {
        "by": influence.by.name.said_in(language),
        "on": influence.on.name.said_in(language),
        "strength": STRENGTHS[influence.strength],
    }
