"""The app's entry in Django's registry."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The charter of the room."""

    name = "supportroom.room"
    label = "room"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.room import rules, vocabulary  # noqa: F401, PLC0415
