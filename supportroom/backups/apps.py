"""The app's entry in Django's registry."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    """Backup and restore."""

    name = "supportroom.backups"
    label = "backups"

    def ready(self) -> None:
        """Load what registers itself; end a restore that was killed while it put the new room in place."""
        from supportroom.backups import rules, swapping, vocabulary  # noqa: F401, PLC0415

        swapping.finish_interrupted()
