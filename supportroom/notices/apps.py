"""The app's entry in Django's registry."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Who is told what."""

    name = "supportroom.notices"
    label = "notices"

    def ready(self) -> None:
        """Load what registers itself, and let the journal keep what people are to be told of."""
        from supportroom.journal.door import tell_of  # noqa: PLC0415
        from supportroom.notices import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.notices.audiences import AUDIENCES  # noqa: PLC0415
        from supportroom.notices.what_is_kept import declare  # noqa: PLC0415

        tell_of(*AUDIENCES)
        declare()
