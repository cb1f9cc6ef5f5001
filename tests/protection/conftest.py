"""The demo room, for attacks on every address; a database of its own, for what is left on a disk."""

from tests.architecture.conftest import accounts
from tests.faults.conftest import real_database

__all__ = ["accounts", "real_database"]
