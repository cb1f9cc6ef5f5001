"""The links of a newsletter's mails: one confirms, one leaves. Neither tells an address."""

import hmac

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from supportroom.kernel.ids import spell, unspell
from supportroom.newsletter.models import Subscriber


def leaving_token(subscriber_id: int) -> str:
    """Give the token by which a subscriber leaves: their opaque id and a signature made with the room's own key."""
    return f"{spell(subscriber_id)}-{_signature(subscriber_id)}"


def leaver_behind(token: str) -> Subscriber | None:
    """Give who leaves by this link; None for one that is wrong, or where they have left already."""
    spelled, _dash, signature = token.rpartition("-")
    try:
        subscriber_id = unspell(spelled)
    except ValueError:
        return None
    if not hmac.compare_digest(signature.encode(), _signature(subscriber_id).encode()):
        return None
    return Subscriber.objects.filter(pk=subscriber_id).first()


def page_for(name: str, token: str, language: str) -> str:
    """Give the whole address of a page of the newsletter in a language, for a mail."""
    with override(language):
        return settings.ROOM_ADDRESS + reverse(f"newsletter:{name}", args=[token])


def _signature(subscriber_id: int) -> str:
    return salted_hmac("supportroom.newsletter.leave", str(subscriber_id), algorithm="sha256").hexdigest()[:40]
