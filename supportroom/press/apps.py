"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """What leaves the room of a paper."""

    name = "supportroom.press"
    label = "press"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.press import rules, vocabulary  # noqa: F401, PLC0415
