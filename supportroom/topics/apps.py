"""The app's entry in Django's registry."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    """Topics, proposed and settled."""

    name = "supportroom.topics"
    label = "topics"

    def ready(self) -> None:
        """Load what registers itself; hand `rounds` what the close of a session erases here."""
        from supportroom.rounds.closing import at_close  # noqa: PLC0415
        from supportroom.topics import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.topics.actions.erasing import erase_marks  # noqa: PLC0415
        from supportroom.topics.models import Mark  # noqa: PLC0415

        at_close(erase_marks, Mark)
