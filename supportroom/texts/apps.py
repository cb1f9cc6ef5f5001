"""The app's entry in Django's registry."""

from django.apps import AppConfig


class TextsConfig(AppConfig):
    """Texts of numbered paragraphs."""

    name = "supportroom.texts"
    label = "texts"

    def ready(self) -> None:
        """Load the wording of errors."""
        from supportroom.texts import vocabulary  # noqa: F401, PLC0415
