"""The address to which a comment can be mailed: the room's own with a secret part for each member and window.

`room+0123456789ab@example.org`: the part behind the plus says neither who nor what, and works for one window alone.
"""

from django.conf import settings

from supportroom.kernel.ids import spell, unspell


def takes_mail() -> bool:
    """Tell whether the operator has set an address for replies."""
    return bool(settings.REPLY_ADDRESS)


def address_with_code(code: int) -> str:
    """Write the whole address; nothing where the room takes no mail."""
    local, _at, domain = settings.REPLY_ADDRESS.partition("@")
    return f"{local}+{spell(code)}@{domain}" if domain else ""


def code_in(address: str) -> int | None:
    """Read the secret part of an address of ours, however it is written; None for any other address."""
    local, _at, domain = address.strip().lower().rpartition("@")
    own_local, _own_at, own_domain = settings.REPLY_ADDRESS.lower().partition("@")
    name, plus, word = local.partition("+")
    if not (plus and own_domain) or (name, domain) != (own_local, own_domain):
        return None
    try:
        return unspell(word)
    except ValueError:
        return None
