"""Keeps words of the other direction together and in order inside a text.

Unicode's own rule (UAX 9) orders letters rightly but guesses at what stands between them: "S/2254 (2015)" inside
Arabic, or an Arabic name followed by a number inside English, come out scrambled. So every stretch of the other
direction becomes a run of its own, which each renderer isolates by its own means. Plain numbers and ranges inside
Arabic are left to the rule, which sets "2-5" the way Arabic readers read it; dates like 2020-06-05, telephone numbers
and negative numbers, which it would turn around, become runs.

All patterns are linear in the length of the text: whatever may repeat is bounded or cannot match in two ways.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from supportroom.rendering.clean import clean
from supportroom.rendering.tree import Direction


class Run(NamedTuple):
    """A stretch of text; `foreign` when it runs against its surroundings and must be isolated."""

    text: str
    foreign: bool


_RTL = "\u0590-\u08ff\u200f\ufb1d-\ufdfe\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_BRACKETS = '()\\[\\]{}"“”«»'
_WORD = f"[^\\W{_RTL}]"
_LETTER = f"[^\\W\\d_{_RTL}]"
_BETWEEN = f"[^\\w\\n{_RTL}{_BRACKETS}]"
_INNER = f"[^\\n{_RTL}{_BRACKETS}]{{1,200}}"
_CLOSED = f'(?:\\({_INNER}\\)|\\[{_INNER}\\]|"{_INNER}"|“{_INNER}”|«{_INNER}»)'

_LTR_RUN = re.compile(
    f"https?://[^\\s{_RTL}]*[^\\s{_RTL}.,;:!?)\\]]"
    f"|(?<!{_WORD})(?:[0-9]+[/._-]){{0,3}}[0-9_]*{_LETTER}{_WORD}*(?:{_BETWEEN}{{1,4}}{_WORD}+|{_BETWEEN}{{0,4}}{_CLOSED})*"
    "[%#°+]{0,2}"
    "|(?<![\\w.,-])(?:[0-9]+(?:-[0-9]+){2,}|\\+[0-9][0-9 ()-]{3,20}[0-9]|[-−][0-9]+(?:[.,][0-9]+)?%?)(?![\\w-])"
)
_RTL_BETWEEN = f"[^\\w\\n,;{_RTL}{_BRACKETS}]"
_RTL_INNER = f"(?:[^\\w\\n{_BRACKETS}]|[0-9{_RTL}]){{1,200}}"
_RTL_RUN = re.compile(
    f"[{_RTL}]+(?:{_RTL_BETWEEN}{{1,3}}(?:[0-9]{{1,30}}(?:[.,/:-][0-9]{{1,9}}){{0,3}}{_RTL_BETWEEN}{{1,3}})?[{_RTL}]+"
    f"|{_RTL_BETWEEN}{{0,3}}(?:\\({_RTL_INNER}\\)|«{_RTL_INNER}»|“{_RTL_INNER}”))*"
)
_RTL_LETTER = re.compile("[\u05d0-\u05f4\u0620-\u064a\u0671-\u06d3\u06d5\u06fa-\u08ff\ufb1d-\ufdfe\ufe70-\ufefc]")
_LTR_LETTER = re.compile(_LETTER)
_RANGE_FIRST = re.compile(f"[^\\w{_RTL}]{{0,4}}[0-9]{{1,9}} ?[-–] ?[0-9]")
_ARABIC_LETTER_MARK = "\u061c"


def lines(text: str, direction: Direction) -> tuple[tuple[Run, ...], ...]:
    """Return the cleaned lines of `text`, each as runs, for surroundings that read in `direction`.

    An empty text gives one empty line.
    """
    return tuple(_runs(line, direction) for line in clean(text).split("\n"))


def _runs(line: str, direction: Direction) -> tuple[Run, ...]:
    own, other, foreign_run = (
        (_RTL_LETTER, _LTR_LETTER, _LTR_RUN) if direction == "rtl" else (_LTR_LETTER, _RTL_LETTER, _RTL_RUN)
    )
    if other.search(line) and not own.search(line):
        return (Run(line, foreign=True),)
    if direction == "rtl" and _RANGE_FIRST.match(line) and not foreign_run.match(line):
        line = _ARABIC_LETTER_MARK + line  # so that a range before the first letter reads like one behind it
    runs: list[Run] = []
    done = 0
    for match in foreign_run.finditer(line):
        if match.start() > done:
            runs.append(Run(line[done : match.start()], foreign=False))
        runs.append(Run(match.group(), foreign=True))
        done = match.end()
    if done < len(line):
        runs.append(Run(line[done:], foreign=False))
    return tuple(runs)
