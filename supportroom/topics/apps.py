"""The app's entry in Django's registry."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    """Topics, proposed and settled."""

    name = "supportroom.topics"
    label = "topics"

    def ready(self) -> None:
        """Load what registers itself; hand `rounds` what is erased here when a session closes and when
        a round is published.
        """
        from supportroom.rounds.closing import at_close  # noqa: PLC0415
        from supportroom.rounds.parting import at_publication  # noqa: PLC0415
        from supportroom.topics import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.topics.actions.erasing import erase_marks, forget_who_wrote  # noqa: PLC0415
        from supportroom.topics.models import Mark  # noqa: PLC0415
        from supportroom.topics.what_is_kept import declare  # noqa: PLC0415

        at_close(erase_marks, Mark)
        at_publication(forget_who_wrote)
        declare()
