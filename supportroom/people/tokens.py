"""Tokens of invitation links: shown once, kept as a digest (S01)."""

import hashlib
import secrets


def new_token() -> str:
    """Give a token of 256 random bits."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """Give the digest under which an invitation's token is kept."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
