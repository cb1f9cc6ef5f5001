"""The app's entry in Django's registry."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """Statements and round reports."""

    name = "supportroom.statements"
    label = "statements"

    def ready(self) -> None:
        """Load what registers itself; tell protection which statements are out, since their names stay as they are, and
        topics which were not answered.
        """
        from supportroom.protection.actions import watch_release  # noqa: PLC0415
        from supportroom.statements import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.statements.offering import statements_unanswered  # noqa: PLC0415
        from supportroom.statements.queries import is_released  # noqa: PLC0415
        from supportroom.topics.sources import offer  # noqa: PLC0415

        watch_release(is_released)
        offer(statements_unanswered)
