"""The app's entry in Django's registry."""

from django.apps import AppConfig


class NewsletterConfig(AppConfig):
    """The newsletter."""

    name = "supportroom.newsletter"
    label = "newsletter"

    def ready(self) -> None:
        """Load what registers itself; write the mails of subscribers."""
        from supportroom.mailing.words import words_of  # noqa: PLC0415
        from supportroom.newsletter import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.newsletter.letters import ask_to_confirm, write_issue  # noqa: PLC0415
        from supportroom.newsletter.what_is_kept import declare  # noqa: PLC0415

        words_of("newsletter.confirm", ask_to_confirm)
        words_of("newsletter.issue", write_issue)
        declare()
