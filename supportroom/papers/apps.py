"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Papers while they are written."""

    name = "supportroom.papers"
    label = "papers"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.papers import rules, vocabulary  # noqa: F401, PLC0415
