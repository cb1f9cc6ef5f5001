"""The app's entry in Django's registry."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Programmes and calendars."""

    name = "supportroom.programme"
    label = "programme"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.programme import rules, vocabulary  # noqa: F401, PLC0415
