"""Six digits that change every half minute (RFC 6238), and codes for the day when the phone is lost (S03).

An authenticator's key is made from the row's seed and the server's own key: a copy of the database makes no code.
"""

import base64
import hashlib
import hmac
import io
import secrets
import struct
from typing import Final
from urllib.parse import quote, urlencode

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from supportroom.kernel.clock import now
from supportroom.people.vocabulary import RECOVERY_CODES

SECONDS: Final = 30
DIGITS: Final = 6
AROUND: Final = 1  # half minutes that a phone's clock may be off
KEY_BYTES: Final = 20
# Without letters and digits that look alike; 16 of them hold 79 random bits.
LETTERS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LETTERS: Final = 16
GROUP: Final = 4
LABEL: Final = "Room"  # what an authenticator app shows: on a phone in wrong hands it says nothing
_FOLDED: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def key_from(seed: str, secret: str | None = None) -> bytes:
    """Give the key that an authenticator app holds."""
    return salted_hmac("supportroom.people.second_factor", seed, secret=secret, algorithm="sha256").digest()[:KEY_BYTES]


def written(key: bytes) -> str:
    """Write a key as authenticator apps take it."""
    return base64.b32encode(key).decode()


def in_fours(word: str) -> str:
    """Write a long word in groups of four, to be read and typed."""
    return " ".join(word[start : start + GROUP] for start in range(0, len(word), GROUP))


def code_at(key: bytes, step: int) -> str:
    """Give the six digits of a half minute (RFC 4226, RFC 6238)."""
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def this_step() -> int:
    """Give the number of the present half minute."""
    return int(now().timestamp()) // SECONDS


def recent_steps() -> range:
    """Give the half minutes whose codes are taken now."""
    return range(this_step() - AROUND, this_step() + AROUND + 1)


def plain(code: str) -> str:
    """Give a code without spaces and dashes, in small letters and European digits."""
    return "".join(letter for letter in code.translate(_FOLDED).lower() if letter.isalnum())


def fitting_step(seed: str, code: str) -> int | None:
    """Give the half minute to which a typed code belongs, None for none of now. Takes the same time for any."""
    typed, found = plain(code), None
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        key = key_from(seed, secret)
        for step in recent_steps():
            if constant_time_compare(code_at(key, step), typed):
                found = step
    return found


def address_of(key: bytes) -> str:
    """Give the address that an authenticator app reads from a picture."""
    return f"otpauth://totp/{quote(LABEL)}?{urlencode({'secret': written(key)})}"


def picture_of(key: bytes) -> bytes:
    """Draw the square that an authenticator app reads, as an SVG file without style or script."""
    import segno  # noqa: PLC0415 - wanted once in a member's life

    drawn = io.BytesIO()
    segno.make(address_of(key), error="m", micro=False).save(
        drawn, kind="svg", scale=6, border=4, dark="#000", light="#fff", xmldecl=False, svgclass=None, lineclass=None
    )
    return drawn.getvalue()


def new_codes() -> list[str]:
    """Give ten recovery codes of 79 random bits each."""
    return ["".join(secrets.choice(LETTERS) for _letter in range(CODE_LETTERS)) for _code in range(RECOVERY_CODES)]


def digest_of_code(code: str) -> str:
    """Give what a recovery code is kept as."""
    return hashlib.sha256(plain(code).encode()).hexdigest()
