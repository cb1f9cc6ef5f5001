"""The app's entry in Django's registry."""

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    """Letters to addressees, what they answer, what follows."""

    name = "supportroom.answers"
    label = "answers"

    def ready(self) -> None:
        """Load what registers itself; write this app's mails; ask the members' checks for what they say of answers."""
        from supportroom.answers import hearing, posting, rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.checks.hearing import at_count, at_withdrawal, leads_to  # noqa: PLC0415
        from supportroom.checks.vocabulary import ASSESSMENT  # noqa: PLC0415
        from supportroom.mailing.words import words_of  # noqa: PLC0415

        at_count(ASSESSMENT, hearing.assessment_counted)
        at_withdrawal(ASSESSMENT, hearing.assessment_withdrawn)
        leads_to(ASSESSMENT, hearing.assessment_page)
        words_of(posting.LETTER, posting.letter_words)
        words_of(posting.REMINDER, posting.reminder_words)
