"""The app's entry in Django's registry."""

from django.apps import AppConfig


class OutletsConfig(AppConfig):
    """Feeds, the read interface, the whole public site in a folder."""

    name = "supportroom.outlets"
    label = "outlets"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.outlets import rules  # noqa: F401, PLC0415
