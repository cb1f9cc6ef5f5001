"""A database of its own, for what lies on a disk and for several writers at once."""

from tests.faults.conftest import real_database

__all__ = ["real_database"]
