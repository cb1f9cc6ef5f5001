"""The app's entry in Django's registry."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    """Topics, proposed and settled."""

    name = "supportroom.topics"
    label = "topics"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.topics import rules, vocabulary  # noqa: F401, PLC0415
