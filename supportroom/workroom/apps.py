"""The app's entry in Django's registry."""

from django.apps import AppConfig


class WorkroomConfig(AppConfig):
    """Where a working group works together."""

    name = "supportroom.workroom"
    label = "workroom"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.workroom import rules, vocabulary  # noqa: F401, PLC0415
