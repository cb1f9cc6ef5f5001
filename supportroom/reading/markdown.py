"""Markdown's signs taken off a line: emphasis, links, code, escapes. The words stay.

In: one line of text or Markdown. Out: the words, and whether all of them were bold. Signs count only in pairs and at
the edges of words, so that snake_case_names, 2 * 3 and a lonely star stay as they are.
"""

import html
import re

_ESCAPED = re.compile(r"\\+([\\`*_{}\[\]()#+\-.!|<>~])")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\[\n]{0,1000})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,1000}\)")
_AUTO = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,1000})>")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>\n]{0,300})?/?>|<!--[^\n]{0,500}?-->")
_SHORTCODE = re.compile(r"\[/?[a-z]{1,20}_[a-z_]{1,30}(?:\s[^\]\n]{0,300})?\]")  # WordPress: [vc_column_text]
_CODE = re.compile(r"`([^`\n]{1,1000})`")
_STRONG = re.compile(r"(?<![\w*])(\*\*\*|___|\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1(?![\w*])")
_SLANTED = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])_(?!\w)"
)
_BOLD_LINE = re.compile(r"\s*(\*\*\*|\*\*|__)(?=\S)((?:(?!\1).){1,400})\1\s*[:：]?\s*$")
_KEPT = "\ue100"  # stands for an escaped sign until the others are gone
_MOST_SIGNS = 60  # beyond that it is no emphasis, and looking for pairs would take long


def plain(line: str) -> tuple[str, bool]:
    """Return the line without Markdown's signs, and whether the whole line was bold."""
    if sum(map(line.count, "*_[`<")) > _MOST_SIGNS:
        return line, False
    kept: list[str] = []
    line = _ESCAPED.sub(lambda found: _keep(found[1], kept), line.replace(_KEPT, ""))
    is_bold = _BOLD_LINE.match(line) is not None
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _TAG.sub("", _AUTO.sub(r"\1", line))
    line = _CODE.sub(r"\1", _SHORTCODE.sub(" ", line))
    line = _STRONG.sub(r"\2", line)
    line = _SLANTED.sub(lambda found: found[1] or found[2], line)
    signs = iter(kept)
    return re.sub(_KEPT, lambda _: next(signs), html.unescape(line)), is_bold


def _keep(sign: str, kept: list[str]) -> str:
    kept.append(sign)
    return _KEPT
