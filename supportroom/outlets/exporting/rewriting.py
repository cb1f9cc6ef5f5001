"""A page of the site as a page of the copy: relative links, no forms, no scripts, and a word on what it is. Pure.

Our own pages alone come here: in them people's words never hold a sign that could be taken for markup.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Final
from urllib.parse import urljoin, urlsplit

from supportroom.outlets.exporting.naming import plain, way

_ANCHOR: Final = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_SHOWN: Final = re.compile(r"<(link|img|source)\b([^>]*)>")
_TARGET: Final = re.compile(r'(\s)(href|src)="([^"]*)"')
_FORM: Final = re.compile(r"<form\b.*?</form>", re.DOTALL)
_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_PLACES: Final = re.compile(r'<nav class="(?:masthead__nav|footer__links)".*?</nav>', re.DOTALL)
_LEFT: Final = re.compile(r"<span>[^<]*</span>")  # of a link that leads nowhere here
_TOOL: Final = 'class="masthead__tool"'
FileAt = Callable[[str], str | None]


@dataclass(frozen=True)
class Words:
    """What the copy says in a page's language, as HTML: instead of a form, and at its foot."""

    instead_of_form: str
    foot: str


def rewritten(page: str, address: str, file: str, file_at: FileAt, words: Words) -> str:
    """Give a page as it lies in the copy under `file`."""
    page = _ANCHOR.sub(lambda match: _anchor(match, address, file, file_at), _SCRIPT.sub("", page))
    page = _SHOWN.sub(lambda match: _shown(match, address, file, file_at), page)
    page = _PLACES.sub(lambda match: _LEFT.sub("", match[0]), page)
    page = _FORM.sub(lambda _match: words.instead_of_form, page)
    return page.replace("</footer>", f"{words.foot}</footer>", 1)


def _anchor(match: re.Match[str], address: str, file: str, file_at: FileAt) -> str:
    attributes, inner = match.groups()
    target = _TARGET.search(attributes)
    if target is None:
        return match[0]
    link = unescape(target[3])
    if link.startswith("#") or urlsplit(link).scheme:
        return match[0]
    leads = _way(link, address, file, file_at)
    if leads is not None:
        return f"<a{_with(attributes, target, leads)}>{inner}</a>"
    return "" if _TOOL in attributes else f"<span>{inner}</span>"


def _shown(match: re.Match[str], address: str, file: str, file_at: FileAt) -> str:
    tag, attributes = match.groups()
    target = _TARGET.search(attributes)
    leads = _way(unescape(target[3]), address, file, file_at) if target else None
    return f"<{tag}{_with(attributes, target, leads)}>" if target and leads is not None else ""


def _way(link: str, address: str, file: str, file_at: FileAt) -> str | None:
    whole = urljoin(address, link)
    known = plain(whole)
    there = file_at(known) if known else None
    return way(file, there, urlsplit(whole).fragment) if there else None


def _with(attributes: str, target: re.Match[str], leads: str) -> str:
    put = f'{target[1]}{target[2]}="{escape(leads)}"'
    return attributes[: target.start()] + put + attributes[target.end() :]
