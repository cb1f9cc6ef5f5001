"""The app's entry in Django's registry."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Who is told what."""

    name = "supportroom.notices"
    label = "notices"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.notices import rules, vocabulary  # noqa: F401, PLC0415
