"""The app's entry in Django's registry."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The record of what happened."""

    name = "supportroom.journal"
    label = "journal"

    def ready(self) -> None:
        """Load what registers itself: the rules."""
        from supportroom.journal import rules  # noqa: F401, PLC0415
