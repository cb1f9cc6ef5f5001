"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """When somebody is in danger."""

    name = "supportroom.safety"
    label = "safety"

    def ready(self) -> None:
        """Load what registers itself; put acts under the two-person rule; say how long requests and reports stay."""
        from supportroom.safety import kinds, rules, vocabulary, what_is_kept  # noqa: F401, PLC0415

        kinds.register()
        what_is_kept.declare()
