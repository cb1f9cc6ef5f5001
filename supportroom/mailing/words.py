"""The words of a mail, made by who owns what it carries, at the moment in which it leaves.

The one inversion that the house allows: in its `ready()` an app above hands over a callback for its kind of mail.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import override

from supportroom.kernel.multilingual import direction_of
from supportroom.mailing.models import Envelope

RIGHT_TO_LEFT_MARK: Final = "\N{RIGHT-TO-LEFT MARK}"


@dataclass(frozen=True)
class Words:
    """Subject and body of a mail, plain text, and what else its head says."""

    subject: str
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


Write = Callable[[Envelope], Words | None]
_writers: dict[str, Write] = {}


def words_of(kind: str, write: Write) -> None:
    """Let a callback write the mails of a kind, in the language that is set; None where one need not leave any more."""
    _writers[kind] = write


def compose(envelope: Envelope) -> EmailMessage | None:
    """Write an envelope's mail in its language, to its one address; None where it is not to be sent any more.

    Each line of a language from right to left begins with a mark that says so; addresses of pages stand as they are.
    """
    with override(envelope.language):
        words = _writers[envelope.kind](envelope)
    if words is None:
        return None
    body = words.body
    if direction_of(envelope.language) == "rtl":
        body = "\n".join(_marked(line) for line in body.split("\n"))
    return EmailMessage(
        subject=words.subject,
        body=body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[envelope.address],
        headers={"Message-ID": envelope.message_id, "Auto-Submitted": "auto-generated", **words.headers},
    )


def _marked(line: str) -> str:
    return f"{RIGHT_TO_LEFT_MARK}{line}" if line and not line.startswith("http") else line
