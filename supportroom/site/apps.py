"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public face."""

    name = "supportroom.site"
    label = "site"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.site import rules, vocabulary  # noqa: F401, PLC0415
