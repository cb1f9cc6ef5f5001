"""Whether pages answer."""

from collections.abc import Iterable, Mapping

from django.test import Client


def unanswered(browser: Client, pages: Iterable[str], ids: Mapping[str, str]) -> list[str]:
    """List which of these pages do not answer somebody with 200, in either language; `ids` fill their addresses."""
    addresses = [f"/{language}/{page.format(**ids)}" for page in pages for language in ("ar", "en")]
    return [address for address in addresses if browser.get(address).status_code != 200]
