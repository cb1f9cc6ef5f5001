"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """What leaves the room of a paper."""

    name = "supportroom.press"
    label = "press"

    def ready(self) -> None:
        """Load what registers itself; tell protection in what is out no name changes any more."""
        from supportroom.press import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.press.queries import is_out  # noqa: PLC0415
        from supportroom.protection.actions import watch_release  # noqa: PLC0415

        watch_release(is_out)
