"""Whether this room reads answers to its mails, and by which address somebody's answer comes back."""

from django.conf import settings

from supportroom.comments.models import CommentWindow
from supportroom.people.models import Person


def are_read() -> bool:
    """Tell whether answers to mails about comment windows are read: the room has an address for them."""
    return bool(getattr(settings, "REPLY_ADDRESS", ""))


def address_for(person: Person, window: CommentWindow) -> str:
    """Give the address that belongs to this person and window alone; for use inside actions."""
    from supportroom.comments import mail_addresses  # noqa: PLC0415 - asked where mail is answered alone

    return mail_addresses.address_for(person, window)
