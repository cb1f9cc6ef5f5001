"""Passkeys: a fingerprint, a face or a key in place of the six digits, for whoever has one (S03; decision 34).

What a device signs is looked at here, with `fido2`. A challenge is made when the password was right, or when somebody
begins to add a passkey; it waits in the session, is taken out by the first answer, whatever that is, and lasts minutes.
On the device stands "Room" and a random handle; here stand neither the device's make nor any moment of use.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest

from supportroom.kernel.errors import DomainError
from supportroom.people.models import Account, Passkey
from supportroom.people.queries import passkeys_of
from supportroom.people.second_factor import LABEL

if TYPE_CHECKING:
    from fido2.server import Fido2Server

ADDING, ENTERING = "passkey_to_add", "passkey_asked"
SALT: Final = "supportroom.people.passkeys"
LASTS_SECONDS: Final = 5 * 60
ASKED_FOR_MS: Final = 2 * 60 * 1000
ALGORITHMS: Final = (-7, -8, -257)  # ES256, EdDSA, RS256
LONGEST_ID: Final = 1023
CHALLENGE_BYTES = HANDLE_BYTES = 32
PREFERRED: Final = "preferred"


@dataclass(frozen=True)
class Held:
    """What a device gave to be kept: the passkey's id and public key, and how often it signed so far."""

    credential: str
    public_key: str
    sign_count: int


def host_of(request: HttpRequest) -> str:
    """Give the name of the host to which passkeys are bound here; nothing under a number, where there are none."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return host
    return ""


def begin_adding(request: HttpRequest, account: Account) -> tuple[str, str]:
    """Make a challenge for a new passkey; give what the device is asked, and a word that says when it was."""
    challenge = secrets.token_bytes(CHALLENGE_BYTES)
    request.session[ADDING] = challenge.hex()
    options, _state = _server(request).register_begin(
        {"id": secrets.token_bytes(HANDLE_BYTES), "name": LABEL, "displayName": LABEL},  # type: ignore[arg-type]
        credentials=_descriptors(passkeys_of(account, host_of(request))),
        resident_key_requirement="discouraged",  # type: ignore[arg-type]
        user_verification=PREFERRED,  # type: ignore[arg-type]
        challenge=challenge,
    )
    return json.dumps(dict(options)), signing.dumps(challenge.hex(), salt=_salt(request))


def finish_adding(request: HttpRequest, made: str, answer: str) -> Held:
    """Give what is to be kept of a new passkey; DomainError `people.passkey_refused` whatever is wrong with it."""
    challenge = request.session.pop(ADDING, "")
    try:
        return _looked_at(request, challenge, made, answer)
    except Exception as error:
        raise DomainError("people.passkey_refused") from error


def _looked_at(request: HttpRequest, challenge: str, made: str, answer: str) -> Held:
    """Give what is to be kept; any exception where it is not what was asked for within the last minutes."""
    from fido2 import cbor  # noqa: PLC0415 - wanted by few

    if not challenge or signing.loads(made, salt=_salt(request), max_age=LASTS_SECONDS) != challenge:
        raise ValueError("no such challenge")
    seen = _server(request).register_complete(_state_of(challenge), json.loads(answer))
    held = seen.credential_data
    if held is None or held.public_key.ALGORITHM not in ALGORITHMS or len(held.credential_id) > LONGEST_ID:
        raise ValueError("not a key that is taken here")
    return Held(held.credential_id.hex(), cbor.encode(dict(held.public_key)).hex(), seen.counter)


def begin_entering(request: HttpRequest, account: Account) -> None:
    """Make a challenge for whoever is half-way in, where the account has a passkey for this address."""
    if passkeys_of(account, host_of(request)).exists():
        request.session[ENTERING] = secrets.token_bytes(CHALLENGE_BYTES).hex()


def asked_of(request: HttpRequest, account: Account) -> str:
    """Give what the device of somebody half-way in is asked; nothing where there is no passkey to ask for."""
    challenge = request.session.get(ENTERING, "")
    held = list(passkeys_of(account, host_of(request))) if challenge else []
    if not held:
        return ""
    options, _state = _server(request).authenticate_begin(
        credentials=_descriptors(held),
        user_verification=PREFERRED,  # type: ignore[arg-type]
        challenge=bytes.fromhex(challenge),
    )
    return json.dumps(dict(options))


def fitting_passkey(request: HttpRequest, account: Account, answer: str) -> tuple[Passkey, int] | None:
    """Give the passkey of this account that signed the challenge, and how often it says it signed; None for none.

    The challenge is gone with it, whatever the answer was.
    """
    challenge = request.session.pop(ENTERING, "")
    held = {each.credential: each for each in passkeys_of(account, host_of(request))}
    if not challenge or not held:
        return None
    try:
        from fido2.webauthn import AuthenticationResponse  # noqa: PLC0415 - wanted by few

        said = AuthenticationResponse.from_dict(json.loads(answer))
        server = _server(request)
        right = server.authenticate_complete(_state_of(challenge), [_kept(each) for each in held.values()], said)
        return held[right.credential_id.hex()], said.response.authenticator_data.counter
    except Exception:  # noqa: BLE001 - whatever a browser can be made to send is a wrong try and nothing else
        return None


def _server(request: HttpRequest) -> "Fido2Server":
    """Give what looks at passkeys of this address: its own pages' answers alone are taken, to the port."""
    from fido2.server import Fido2Server  # noqa: PLC0415 - megabytes that a room without passkeys does without
    from fido2.webauthn import PublicKeyCredentialRpEntity  # noqa: PLC0415

    host = host_of(request)
    if not host:
        raise DomainError("people.passkey_refused")
    ours = f"{request.scheme}://{request.get_host()}"
    server = Fido2Server(
        PublicKeyCredentialRpEntity(name=LABEL, id=host),
        attestation="none",  # type: ignore[arg-type]
        verify_origin=lambda origin: origin == ours,
    )
    server.timeout = ASKED_FOR_MS  # type: ignore[assignment]
    server.allowed_algorithms = [each for each in server.allowed_algorithms if each.alg in ALGORITHMS]
    return server


def _state_of(challenge: str) -> dict[str, Any]:
    from fido2.utils import websafe_encode  # noqa: PLC0415

    return {"challenge": websafe_encode(bytes.fromhex(challenge)), "user_verification": PREFERRED}


def _descriptors(held: Iterable[Passkey]) -> list[Any]:
    return [{"type": "public-key", "id": bytes.fromhex(each.credential)} for each in held]


def _kept(passkey: Passkey) -> Any:
    from fido2 import cbor  # noqa: PLC0415
    from fido2.cose import CoseKey  # noqa: PLC0415
    from fido2.webauthn import Aaguid, AttestedCredentialData  # noqa: PLC0415

    key = CoseKey.parse(cbor.decode(bytes.fromhex(passkey.public_key)))  # type: ignore[arg-type]
    return AttestedCredentialData.create(Aaguid.NONE, bytes.fromhex(passkey.credential), key)


def _salt(request: HttpRequest) -> str:
    return f"{SALT}:{request.session.session_key}"
