"""What becomes of a mail that arrives: it waits for its writer's word, or it is left alone. It is never answered."""

import hashlib
from typing import Final

from django.core.exceptions import ValidationError

from supportroom.comments.actions import receive_mail
from supportroom.comments.mail_reading import Mail, read_mail
from supportroom.comments.models import CommentWindow, MailAddress, MailedComment
from supportroom.comments.queries import address_with
from supportroom.comments.reply_address import code_in
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.papers.vocabulary import ANSWERING, IN_COMMENT
from supportroom.people.vocabulary import MEMBER

MOST_BYTES: Final = 2 * 1024 * 1024
MOST_WAITING: Final = 20  # of one member in one window
TAKEN, TOO_LARGE, AUTOMATIC, UNKNOWN, OVER, EMPTY, TOO_MANY, KNOWN = (
    "taken",
    "too large",
    "automatic",
    "unknown address",
    "window over",
    "empty",
    "too many",
    "known",
)


def take_in(content: bytes, recipient: str = "") -> str:
    """Take one message; give what became of it, in a word that names nobody.

    `recipient` is whom the mail server had it for; without it the message's own headers are asked.
    """
    came_at = now()
    if len(content) > MOST_BYTES:
        return TOO_LARGE
    mail = read_mail(content)
    if mail.is_automatic:
        return AUTOMATIC
    address = _address_in((recipient,) if recipient else mail.addresses)
    if address is None or MEMBER not in address.person.roles:
        return UNKNOWN
    if reason := _refused(mail, address):
        return reason
    try:
        receive_mail(
            actor=SYSTEM,
            address=address,
            came_at=came_at,
            digest=hashlib.sha256(f"{address.code} {mail.digest}".encode()).hexdigest(),
            text=mail.text,
            cut=mail.cut,
            paragraph_shown=mail.paragraph,
            files_left=mail.files_left,
        )
    except ValidationError:
        return KNOWN
    return TAKEN


def _address_in(written: tuple[str, ...]) -> MailAddress | None:
    codes = (code_in(each) for each in written)
    return next((found for code in codes if code is not None and (found := address_with(code))), None)


def _refused(mail: Mail, address: MailAddress) -> str:
    """Give why a mail is left alone, or nothing: its window is not the newest, its paper went on, nothing is in it."""
    window = address.window
    newest = CommentWindow.objects.filter(paper=window.paper_id).order_by("-number").first()
    if newest != window or window.paper.state not in (IN_COMMENT, ANSWERING) or now() < window.opens_at:
        return OVER
    if not mail.text:
        return EMPTY
    waiting = MailedComment.objects.filter(window=window, person=address.person_id, is_settled=False).count()
    return TOO_MANY if waiting >= MOST_WAITING else ""
