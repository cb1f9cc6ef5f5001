"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Pages and news."""

    name = "supportroom.pages"
    label = "pages"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.pages import rules, vocabulary  # noqa: F401, PLC0415
