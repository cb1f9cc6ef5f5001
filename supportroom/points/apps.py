"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PointsConfig(AppConfig):
    """Points, checks, consensus."""

    name = "supportroom.points"
    label = "points"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.points import rules, vocabulary  # noqa: F401, PLC0415
