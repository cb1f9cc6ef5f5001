"""What is told of the public: that it asks."""

from typing import Final

from supportroom.notices.audiences.audience import Audience
from supportroom.notices.audiences.people import team
from supportroom.notices.vocabulary import TEAM_WORK

AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {"questions.ask": (Audience(TEAM_WORK, team),)}
