"""The app's entry in Django's registry."""

from django.apps import AppConfig


class GlossaryConfig(AppConfig):
    """Terms and the actors of a country."""

    name = "supportroom.glossary"
    label = "glossary"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.glossary import rules, vocabulary  # noqa: F401, PLC0415
