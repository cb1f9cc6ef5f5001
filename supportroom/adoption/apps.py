"""The app's entry in Django's registry."""

from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    """Adoption, dissent, review, release."""

    name = "supportroom.adoption"
    label = "adoption"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.adoption import rules, vocabulary  # noqa: F401, PLC0415
