"""The app's entry in Django's registry."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """Members' checks."""

    name = "supportroom.checks"
    label = "checks"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.checks import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.checks.what_is_kept import declare  # noqa: PLC0415

        declare()
