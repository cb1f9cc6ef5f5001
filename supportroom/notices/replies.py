"""By which address somebody's answer to a mail comes back as a comment, where this room reads answers."""

from collections.abc import Iterable

from supportroom.comments.models import CommentWindow, MailAddress
from supportroom.comments.reply_address import address_with_code, takes_mail


def addresses_for(person_ids: Iterable[int], window: CommentWindow) -> dict[int, str]:
    """Give the addresses that belong to these persons and this window; who has none is left out."""
    if not takes_mail():
        return {}
    found = MailAddress.objects.filter(window=window, person_id__in=list(person_ids))
    return {address.person_id: address_with_code(address.code) for address in found}
