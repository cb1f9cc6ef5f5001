"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SelectionConfig(AppConfig):
    """Who is to be invited."""

    name = "supportroom.selection"
    label = "selection"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors; forget who registered when a round is
        published.
        """
        from supportroom.rounds.parting import at_publication  # noqa: PLC0415
        from supportroom.selection import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.selection.actions.forgetting import forget_who_registered  # noqa: PLC0415

        at_publication(forget_who_registered)
