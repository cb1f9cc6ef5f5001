"""Who may have the public site copied."""

from tests.permission_tables import Row

TABLE = (Row("outlets.ask_copy", "the public site", "team"),)
