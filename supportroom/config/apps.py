"""The app's entry in Django's registry."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """How the room is put together."""

    name = "supportroom.config"
    label = "config"

    def ready(self) -> None:
        """Load the deploy checks."""
        from supportroom.config import checks, doors  # noqa: F401, PLC0415
