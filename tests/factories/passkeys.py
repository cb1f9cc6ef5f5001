"""A device with passkeys, in software: it answers what the room's pages ask as a browser would send it."""

import hashlib
import html
import json
import re
import secrets
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

PRESENT, HOLDS_KEY = 0x01, 0x40
MAKE = bytes(range(16))  # what names the make of the device


@dataclass
class Device:
    """A device that holds one passkey and counts what it signs, by `step`."""

    origin: str = "http://testserver"
    step: int = 1
    counted: int = 0
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def added(self, asked: dict[str, Any], **other: Any) -> str:
        """Make the passkey that was asked for; `other` puts other words into what the browser says."""
        said = self._said("webauthn.create", asked, other)
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        held = MAKE + struct.pack(">H", len(self.credential)) + self.credential + public
        data = self._data(asked["rp"]["id"], PRESENT | HOLDS_KEY) + held
        whole = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(clientDataJSON=said, attestationObject=whole)

    def signed(self, asked: dict[str, Any], **other: Any) -> str:
        """Sign what was asked."""
        self.counted += self.step
        said = self._said("webauthn.get", asked, other)
        data = self._data(asked["rpId"], PRESENT)
        signature = self.key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=said, authenticatorData=data, signature=signature)

    def _said(self, kind: str, asked: dict[str, Any], other: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(said | other).encode()

    def _data(self, host: str, flags: int) -> bytes:
        return hashlib.sha256(host.encode()).digest() + struct.pack(">BI", flags, self.counted)

    def _answer(self, **response: bytes) -> str:
        name = websafe_encode(self.credential)
        parts = {part: websafe_encode(value) for part, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": parts})


def asked_on(page: str) -> dict[str, Any]:
    """Give what a page asks the device."""
    found = re.search(r'data-asked="([^"]+)"', page)
    assert found, page
    asked: dict[str, Any] = json.loads(html.unescape(found[1]))["publicKey"]
    return asked


def hidden_on(page: str, name: str) -> str:
    """Give a hidden value of a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return html.unescape(found[1])


def is_asked_for(credential: bytes, asked: dict[str, Any]) -> bool:
    """Tell whether a passkey is among those that a page asks for."""
    return credential in [websafe_decode(each["id"]) for each in asked["allowCredentials"]]
