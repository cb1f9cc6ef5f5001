"""Taking the list of a round along takes two of the team (S13)."""

from django.utils.translation import gettext_lazy as _

from supportroom.rounds.taking import refuse_unless_round, titles_of
from supportroom.safety.approving import requires_two
from supportroom.selection.vocabulary import TAKE_LIST


def register() -> None:
    """Put it under the two-person rule; called in the app's `ready()`."""
    requires_two(
        TAKE_LIST, words=_("Take the list of those to be invited along"), check=refuse_unless_round, named=titles_of
    )
