"""The words of a mail: that something waits, of which kind, and the way to the front page. Nothing else, ever (S40)."""

from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.kernel.multilingual import direction_of
from supportroom.notices.models import Mail
from supportroom.notices.vocabulary import CATEGORIES
from supportroom.people.vocabulary import READING_LANGUAGES

RIGHT_TO_LEFT_MARK: Final = "\N{RIGHT-TO-LEFT MARK}"


def compose(mail: Mail, address: str) -> EmailMessage:
    """Write the mail in its person's language, to one address, under the Message-ID that it has for good."""
    language = mail.person.language if mail.person.language in READING_LANGUAGES else settings.LANGUAGE_CODE
    with override(language):
        front, choices = f"{settings.ROOM_ADDRESS}/{language}/", settings.ROOM_ADDRESS + reverse("notices:choices")
        return EmailMessage(
            subject=_("Something waits for you"),
            body=_body(mail.kinds, front, mark=direction_of(language) == "rtl"),
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[address],
            headers={
                "Message-ID": mail.message_id,
                "Auto-Submitted": "auto-generated",
                "List-Unsubscribe": f"<{choices}>",
            },
        )


def _body(kinds: list[str], front: str, *, mark: bool) -> str:
    """Write line by line; each line of a language from right to left begins with a mark that says so."""
    lines = [
        _("Something waits for you:"),
        *(f"- {name}" for category, name in CATEGORIES.items() if category in kinds),
        "",
        _("Sign in to see it:"),
    ]
    after = [_("You choose in your settings how often such mails come. Answers to this mail are not read.")]
    marked = [f"{RIGHT_TO_LEFT_MARK}{line}" if mark and line else line for line in lines]
    marked_after = [f"{RIGHT_TO_LEFT_MARK}{line}" if mark else line for line in after]
    return "\n".join([*marked, front, "", *marked_after, ""])
