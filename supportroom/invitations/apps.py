"""The app's entry in Django's registry."""

from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    """Invitations and answers."""

    name = "supportroom.invitations"
    label = "invitations"

    def ready(self) -> None:
        """Load what registers itself: the rules and the wording of errors; those invited see their round; what they
        confided is forgotten when it is published.
        """
        from supportroom.invitations import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.invitations.actions.forgetting import forget_what_was_confided  # noqa: PLC0415
        from supportroom.invitations.models import Invitation, Letter  # noqa: PLC0415
        from supportroom.invitations.queries import rounds_seen_by_invited  # noqa: PLC0415
        from supportroom.invitations.taking import register  # noqa: PLC0415
        from supportroom.invitations.what_is_kept import declare  # noqa: PLC0415
        from supportroom.rounds.circles import also_seen_by  # noqa: PLC0415
        from supportroom.rounds.deadlines import ends_by  # noqa: PLC0415
        from supportroom.rounds.parting import at_publication  # noqa: PLC0415

        also_seen_by(rounds_seen_by_invited)
        at_publication(forget_what_was_confided)
        ends_by(Letter, "answer_by")
        ends_by(Invitation, "answer_by")
        register()
        declare()
