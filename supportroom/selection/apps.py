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
        from supportroom.rounds.deadlines import ends_by  # noqa: PLC0415
        from supportroom.rounds.parting import at_publication  # noqa: PLC0415
        from supportroom.selection import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.selection.actions.forgetting import forget_who_registered  # noqa: PLC0415
        from supportroom.selection.models import Registration  # noqa: PLC0415
        from supportroom.selection.taking import register  # noqa: PLC0415
        from supportroom.selection.what_is_kept import declare  # noqa: PLC0415

        at_publication(forget_who_registered)
        ends_by(Registration, "closes_at")
        register()
        declare()
