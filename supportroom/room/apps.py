"""The app's entry in Django's registry."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The charter of the room."""

    name = "supportroom.room"
    label = "room"

    def ready(self) -> None:
        """Load what registers itself: the rules, the wording of errors; say which countries are told apart."""
        from supportroom.mailing.words import words_of  # noqa: PLC0415
        from supportroom.people.places import told_apart_by  # noqa: PLC0415
        from supportroom.room import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.room.queries import charter  # noqa: PLC0415
        from supportroom.room.what_is_kept import declare  # noqa: PLC0415
        from supportroom.room.witnessing import write_head  # noqa: PLC0415

        told_apart_by(lambda: charter().countries)
        declare()
        words_of("room.head", write_head)
