"""The app's entry in Django's registry."""

from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    """Invitations and answers."""

    name = "supportroom.invitations"
    label = "invitations"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors."""
        from supportroom.invitations import rules, vocabulary  # noqa: F401, PLC0415
