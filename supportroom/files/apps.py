"""The app's entry in Django's registry."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files that people hand in, cleaned."""

    name = "supportroom.files"
    label = "files"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.files import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.files.what_is_kept import declare  # noqa: PLC0415

        declare()
