"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finding what is published."""

    name = "supportroom.search"
    label = "search"

    def ready(self) -> None:
        """Load what registers itself; note every change of what the public reads."""
        from supportroom.journal.door import listen  # noqa: PLC0415
        from supportroom.search import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.search.changes import heard  # noqa: PLC0415

        listen(heard)
