"""How many queries a page asks."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(browser: Client, address: str) -> int:
    """Ask for a page twice and count the second time: what is kept between pages is kept by then."""
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)
