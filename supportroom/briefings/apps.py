"""The app's entry in Django's registry."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """Briefings and what they reflect."""

    name = "supportroom.briefings"
    label = "briefings"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.briefings import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.briefings.what_is_kept import declare  # noqa: PLC0415

        declare()
