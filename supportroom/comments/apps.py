"""The app's entry in Django's registry."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """Comments on a draft."""

    name = "supportroom.comments"
    label = "comments"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.comments import rules, vocabulary  # noqa: F401, PLC0415
