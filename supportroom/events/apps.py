"""The app's entry in Django's registry."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Public events."""

    name = "supportroom.events"
    label = "events"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.events import rules, vocabulary  # noqa: F401, PLC0415
