"""A page that carries its own style: the rules that it uses, in the page, vouched for by their digest in its policy.

For published pages alone. Over a bad line the second request costs more than the page; a page that never changes and
runs no script needs no rule but those that fit what stands in it.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from typing import Final

from supportroom.web.middleware import POLICY

STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
GROUPS: Final = ("@media", "@layer", "@supports")
INNER: Final = re.compile(r"\([^()]*\)|\[[^\]]*\]|::?[\w-]+")
COMMA: Final = re.compile(r",(?![^(]*\))")


def with_style(page: str, css: str) -> str:
    """Return a page with those rules of a squeezed style sheet in its head that fit what stands in it."""
    classes = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", page))
    return page.replace("</head>", f"<style>{_fitting(css, classes, tags)}</style></head>", 1)


def policy_for(page: str) -> str:
    """Return the content policy for a page: the strict one, and its own style by its digest if it carries one."""
    style = STYLE.search(page)
    if style is None:
        return POLICY
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'")


def _fitting(css: str, classes: set[str], tags: set[str]) -> str:
    kept = []
    for head, body in _blocks(css):
        if body is None:
            kept.append(head)
        elif head.startswith(GROUPS):
            inner = _fitting(body, classes, tags)
            kept += [f"{head}{{{inner}}}"] if inner else []
        elif head.startswith("@") or any(_fits(selector, classes, tags) for selector in COMMA.split(head)):
            kept.append(f"{head}{{{body}}}")
    return "".join(kept)


def _fits(selector: str, classes: set[str], tags: set[str]) -> bool:
    """Tell whether all classes and elements that a selector names stand in the page; brackets ask for nothing."""
    plain = INNER.sub("", INNER.sub("", selector))
    named = re.findall(r"(?:^|[\s>+~])([a-z][a-z0-9]*)", plain.strip())
    return set(re.findall(r"\.([\w-]+)", plain)) <= classes and set(named) <= tags


def _blocks(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before each outermost brace with what is inside, and statements without any."""
    start, depth, opened = 0, 0, 0
    for sign in re.finditer(r"[{};]", css):
        if sign[0] == "{":
            opened = sign.start() if depth == 0 else opened
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : sign.start()]
                start = sign.end()
        elif depth == 0:
            yield css[start : sign.end()].strip(), None
            start = sign.end()
