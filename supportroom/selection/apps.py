"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SelectionConfig(AppConfig):
    """Who is to be invited."""

    name = "supportroom.selection"
    label = "selection"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.selection import rules, vocabulary  # noqa: F401, PLC0415
