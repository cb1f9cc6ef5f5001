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
    """Write the mail in its person's language, to one address, under the Message-ID that it has for good.

    A mail that can be answered with a comment carries its reader's own address for that; nothing else in it differs.
    """
    language = mail.person.language if mail.person.language in READING_LANGUAGES else settings.LANGUAGE_CODE
    with override(language):
        front, choices = f"{settings.ROOM_ADDRESS}/{language}/", settings.ROOM_ADDRESS + reverse("notices:choices")
        answers = [mail.reply_to] if mail.reply_to else None
        return EmailMessage(
            subject=_("Something waits for you"),
            body=_body(mail, front, mark=direction_of(language) == "rtl"),
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[address],
            reply_to=answers,
            headers={
                "Message-ID": mail.message_id,
                "Auto-Submitted": "auto-generated",
                "List-Unsubscribe": f"<{choices}>",
            },
        )


def _body(mail: Mail, front: str, *, mark: bool) -> str:
    """Write line by line; each line of a language from right to left begins with a mark that says so."""
    lines = [
        _("Something waits for you:"),
        *(f"- {name}" for category, name in CATEGORIES.items() if category in mail.kinds),
        "",
        _("Sign in to see it:"),
    ]
    if mail.reply_to:
        after = _(
            "You choose in your settings how often such mails come. "
            "Your answer to this mail reaches the room as a comment: there it waits until you say that it stands."
        )
    else:
        after = _("You choose in your settings how often such mails come. Answers to this mail are not read.")
    marked = [f"{RIGHT_TO_LEFT_MARK}{line}" if mark and line else line for line in lines]
    return "\n".join([*marked, front, "", f"{RIGHT_TO_LEFT_MARK}{after}" if mark else after, ""])
