"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, accounts, organisations."""

    name = "supportroom.people"
    label = "people"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.people import rules, vocabulary  # noqa: F401, PLC0415
