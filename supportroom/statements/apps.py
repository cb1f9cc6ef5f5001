"""The app's entry in Django's registry."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """Statements and round reports."""

    name = "supportroom.statements"
    label = "statements"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.statements import rules, vocabulary  # noqa: F401, PLC0415
