"""Taking the list of a round along takes two of the team (S13)."""

from django.utils.translation import gettext_lazy as _

from supportroom.invitations.vocabulary import TAKE_LIST
from supportroom.rounds.taking import refuse_unless_round, titles_of
from supportroom.safety.approving import requires_two


def register() -> None:
    """Put it under the two-person rule; called in the app's `ready()`."""
    requires_two(
        TAKE_LIST,
        words=_("Take the list of those invited along, with what they need"),
        check=refuse_unless_round,
        named=titles_of,
    )
