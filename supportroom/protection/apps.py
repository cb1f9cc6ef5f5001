"""The app's entry in Django's registry."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Who may be named to whom."""

    name = "supportroom.protection"
    label = "protection"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.protection import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.protection.what_is_kept import declare  # noqa: PLC0415

        declare()
