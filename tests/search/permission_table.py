"""Who may fill the index: nobody in the room."""

from tests.permission_tables import Row

TABLE = (Row("search.fill_index", "a kind"),)
