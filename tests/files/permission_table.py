"""Who may do what with stored files as such: nobody; apps that own them ask their own questions."""

from tests.permission_tables import Row

FILE = "a file that waits"

TABLE = [
    Row("files.release_file", FILE),
    Row("files.refuse_file", FILE),
    Row("files.forget_allowances", FILE),
]
