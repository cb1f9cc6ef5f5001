"""The demo room, for attacks on every address."""

from tests.architecture.conftest import accounts

__all__ = ["accounts"]
