"""The app's entry in Django's registry."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register of recommendations."""

    name = "supportroom.register"
    label = "register"

    def ready(self) -> None:
        """Load what registers itself, and offer what is still open to the topics of later rounds."""
        from supportroom.register import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.register.offering import recommendations_open  # noqa: PLC0415
        from supportroom.topics.sources import offer  # noqa: PLC0415

        offer(recommendations_open)
