"""The app's entry in Django's registry."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """A working group's library."""

    name = "supportroom.library"
    label = "library"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.library import rules, vocabulary  # noqa: F401, PLC0415
