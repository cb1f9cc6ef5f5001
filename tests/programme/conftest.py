"""Clients that are signed in."""

from tests.rounds.conftest import sign_in

__all__ = ["sign_in"]
