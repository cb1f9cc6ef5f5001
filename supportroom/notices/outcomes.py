"""Which mails of the outbox are due, and what a refused address is remembered by."""

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from supportroom.mailing.outcomes import is_due
from supportroom.notices.models import Mail
from supportroom.notices.vocabulary import WAITING


def due_mails() -> QuerySet[Mail]:
    """Mails that can be sent now: waiting, due, and under nobody's lease, or under one that has run out."""
    return Mail.objects.filter(is_due(WAITING))


def digest_of_address(address: str) -> str:
    """Give the digest by which a refused address is remembered: keyed, so that nobody can try addresses on it (S44)."""
    return salted_hmac("supportroom.notices.address_trouble", address.lower(), algorithm="sha256").hexdigest()
