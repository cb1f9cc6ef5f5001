"""The strict headers that every answer bears (S35), as tests ask for them."""

from typing import Any

from django.http import HttpResponse

from supportroom.outlets.interface.answering import OPEN
from supportroom.web.middleware import SAFE_HEADERS, may_ask_devices

KEPT_BY_NOBODY = "no-store"


def headers_missing(answer: Any, *, is_open: bool) -> list[str]:
    """Give the names of the strict headers that an answer lacks; what members read may besides be kept nowhere.

    The read interface may be read by pages of others, and an address that holds a secret sends no referrer at all.
    """
    headers = answer.headers
    strict = {name: {value} for name, value in SAFE_HEADERS.items()}
    strict["Referrer-Policy"].add("no-referrer")
    if "data-passkey" in getattr(answer, "content", b"").decode(
        errors="ignore"
    ):  # these pages alone ask the device (S03)
        strict["Permissions-Policy"] = {may_ask_devices(HttpResponse()).headers["Permissions-Policy"]}
    if headers.get("Access-Control-Allow-Origin") == "*":
        strict |= {name: {value} for name, value in OPEN.items()}
    missing = [name for name, values in strict.items() if headers.get(name) not in values]
    if not headers.get("Content-Security-Policy", "").startswith("default-src 'none'"):
        return [*missing, "Content-Security-Policy"]
    if not is_open and KEPT_BY_NOBODY not in headers.get("Cache-Control", ""):
        return [*missing, "Cache-Control"]
    return [name for name in missing if name != "Content-Security-Policy"]
