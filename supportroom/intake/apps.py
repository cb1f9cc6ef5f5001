"""The app's entry in Django's registry."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Earlier outcomes come in."""

    name = "supportroom.intake"
    label = "intake"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.intake import rules, vocabulary  # noqa: F401, PLC0415
