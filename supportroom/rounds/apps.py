"""The app's entry in Django's registry."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Rounds, groups, sessions, participants."""

    name = "supportroom.rounds"
    label = "rounds"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.rounds import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.rounds.what_is_kept import declare  # noqa: PLC0415

        declare()
