"""What people type, without what nobody can see: controls that turn text around, hide in it, or break a file.

Direction embeddings, overrides and isolates go: an override can make a sentence read as its opposite, and pages isolate
people's words anyway. The marks U+200E, U+200F, U+061C and the joiners that Persian and Kurdish need stay.
"""

import re
import unicodedata
from urllib.parse import urlsplit

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
)
_GAPS = re.compile(r"\s+")
_EDGES = re.compile(r"[^\S\n]+(?=\n|$)")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    """Give typed text in NFC without hidden controls, with one kind of line break and no two empty lines in a row."""
    text = _HIDDEN.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _EMPTY_LINES.sub("\n\n", _EDGES.sub("", text))).strip()


def clean_line(text: str) -> str:
    """Give typed text as one line: no hidden controls, single spaces, none around it."""
    return _GAPS.sub(" ", clean_text(text))


def is_web_address(text: str) -> bool:
    """Tell whether a text is one encrypted address on the web: https, a host with a dot, nobody's password."""
    if not text.isprintable() or any(sign in text for sign in " \"'<>\\`"):
        return False
    try:
        parts = urlsplit(text)
        is_open = parts.port != 0
    except ValueError:
        return False
    return is_open and parts.scheme == "https" and "." in (parts.hostname or "").strip(".") and "@" not in parts.netloc
