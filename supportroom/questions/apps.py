"""The app's entry in Django's registry."""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """Questions of the public."""

    name = "supportroom.questions"
    label = "questions"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.questions import rules, vocabulary  # noqa: F401, PLC0415
