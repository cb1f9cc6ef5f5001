"""The app's entry in Django's registry."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    """What became of every recommendation, in pages and figures."""

    name = "supportroom.followup"
    label = "followup"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.followup import rules, vocabulary  # noqa: F401, PLC0415
