"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Papers while they are written."""

    name = "supportroom.papers"
    label = "papers"

    def ready(self) -> None:
        """Load what registers itself; tell the library where its sources are cited."""
        from supportroom.library.uses import counted_by  # noqa: PLC0415
        from supportroom.papers import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.papers.citations import citations_of  # noqa: PLC0415
        from supportroom.papers.what_is_kept import declare  # noqa: PLC0415

        counted_by(citations_of)
        declare()
