"""The app's entry in Django's registry."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Working groups."""

    name = "supportroom.groups"
    label = "groups"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.groups import rules, vocabulary  # noqa: F401, PLC0415
