"""The app's entry in Django's registry."""

from django.apps import AppConfig


class MailingConfig(AppConfig):
    """Letters by mail to who has no account."""

    name = "supportroom.mailing"
    label = "mailing"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.mailing import rules, vocabulary  # noqa: F401, PLC0415
