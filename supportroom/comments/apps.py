"""The app's entry in Django's registry."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """Comments on a draft."""

    name = "supportroom.comments"
    label = "comments"

    def ready(self) -> None:
        """Load what registers itself; put comments on the agenda of meetings."""
        from supportroom.comments import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.comments.agenda_lines import comments_on  # noqa: PLC0415
        from supportroom.comments.what_is_kept import declare  # noqa: PLC0415
        from supportroom.workroom.agenda import add_to_agenda  # noqa: PLC0415

        add_to_agenda(comments_on)
        declare()
