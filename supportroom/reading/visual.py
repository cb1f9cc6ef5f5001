"""From the order in which signs stand on a page to the order in which they are read: Arabic, Latin, numbers, brackets.

In: the signs of one line from left to right, as a PDF places them. Out: the text as it was written. A PDF knows where
each letter stands, not what came first: the Unicode bidirectional algorithm (UAX 9) is gone through backwards, as far
as printed lines need it.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

RIGHT, LEFT, NUMBER, NEUTRAL = "R", "L", "N", "?"
_BETWEEN_DIGITS = frozenset(".,/:٫٬،")
_DASHED = re.compile(r"\d{1,4}(?:[-–]\d{1,4}){1,2}")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING, _CLOSING = frozenset("([{«‹"), frozenset(")]}»›")
_MARK_OPENS = re.compile(r"([0-9٠-٩۰-۹]{1,3}|[\u0621-\u064a])\((?=\s)")
Signs = list[tuple[str, str]]  # each sign with its direction


def in_reading_order(signs: Sequence[str], *, otherwise: bool = False) -> str:
    """Return a line's signs, given from left to right, in the order in which they are read.

    `otherwise` says whether a line without letters of its own is read from right to left.
    """
    is_right = reads_rightwards(signs, otherwise=otherwise)
    found = _resolved(signs, RIGHT if is_right else LEFT)
    runs = [(kind, list(run)) for kind, run in groupby(found, key=lambda each: each[1])]
    runs = runs[::-1] if is_right else _with_arabic_turned(runs)
    read = [each for kind, run in runs for each in (run[::-1] if kind == RIGHT else run)]
    text = "".join(sign for sign, _kind in _unmirrored(read))
    return (
        _DASHED.sub(_ascending, _MARK_OPENS.sub(r"\1)", text) if _MARK_OPENS.match(text) else text)
        if is_right
        else text
    )


def _ascending(found: re.Match[str]) -> str:
    """Give a span of days or years, and a day with its year first, in the order in which they are written."""
    parts = re.split("([-–])", found[0])
    turned = parts[::-1]
    is_day = len(parts) == 5 and len(parts[0]) < len(parts[-1]) == 4
    is_span = len(parts) == 3 and int(parts[0]) > int(parts[-1])
    return "".join(turned if is_day or is_span else parts)


def reads_rightwards(signs: Sequence[str], *, otherwise: bool = False) -> bool:
    """Say whether a line is read from right to left: most of its letters are, or else what is known of the page."""
    kinds = [kind_of(sign) for sign in signs]
    right, left = kinds.count(RIGHT), kinds.count(LEFT)
    return right >= left if right + left else otherwise


def kind_of(sign: str) -> str:
    """Return in which direction a sign is written; signs of private fonts, bullets mostly, have none."""
    if "\ue000" <= sign[:1] <= "\uf8ff":
        return NEUTRAL
    kind = unicodedata.bidirectional(sign[:1] or " ")
    if kind in {"R", "AL"}:
        return RIGHT
    if kind in {"EN", "AN"}:
        return NUMBER
    return LEFT if kind == "L" else NEUTRAL


def _resolved(signs: Sequence[str], base: str) -> Signs:
    """Give every sign a direction: neutral ones between digits the number's, between equals theirs, else the line's."""
    kinds = _with_numbers_of_words([kind_of(sign) for sign in signs], base)
    for at, length in _stretches(kinds):
        before = kinds[at - 1] if at else base
        after = kinds[at + length] if at + length < len(kinds) else base
        words = "".join(signs[at : at + length])
        kinds[at : at + length] = [_between(before, after, words, base)] * length
        if words[0] == "%" and before == NUMBER:
            kinds[at] = NUMBER
    _close_brackets(signs, kinds)
    return list(zip(signs, kinds, strict=True))


def _stretches(kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return where signs without a direction stand, and how many."""
    ends = [0, *accumulate(len(list(group)) for _kind, group in groupby(kinds))]
    return [(start, end - start) for start, end in pairwise(ends) if kinds[start] == NEUTRAL]


def _with_numbers_of_words(kinds: list[str], base: str) -> list[str]:
    """Let a number that follows Latin letters go with them: a resolution's, a room's."""
    last = base
    for at, kind in enumerate(kinds):
        if kind == NUMBER and last == LEFT:
            kinds[at] = LEFT
        elif kind in {LEFT, RIGHT}:
            last = kind
    return kinds


def _between(before: str, after: str, words: str, base: str) -> str:
    if before == after == NUMBER:
        return NUMBER if words in _BETWEEN_DIGITS else base
    if {before, after} <= {LEFT, NUMBER}:
        return LEFT
    return before if before == after else base


def _close_brackets(signs: Sequence[str], kinds: list[str]) -> None:
    """Let a closing bracket go with the Latin words among which it was opened."""
    opened: list[int] = []
    for at, sign in enumerate(signs):
        if sign in _OPENING:
            opened.append(at)
        elif sign in _CLOSING and opened:
            start = opened.pop()
            if all(kind == LEFT for kind in kinds[start:at]):
                kinds[at] = LEFT


def _with_arabic_turned(runs: list[tuple[str, Signs]]) -> list[tuple[str, Signs]]:
    """Turn Arabic words and the numbers between them round, as they stand inside a line of Latin letters."""
    found: list[tuple[str, Signs]] = []
    held: list[tuple[str, Signs]] = []
    for run in runs:
        if run[0] == RIGHT or (held and run[0] == NUMBER):
            held.append(run)
        else:
            found += [*reversed(held), run]
            held = []
    return found + held[::-1]


def _unmirrored(read: Signs) -> Signs:
    """Turn the brackets of Arabic round where a word stands on their wrong side: the file names the shapes it shows."""
    found = list(read)
    for at, (sign, kind) in enumerate(read):
        if kind != RIGHT or not (sign in _OPENING or sign in _CLOSING):
            continue
        is_before = at > 0 and not read[at - 1][0].isspace()
        is_after = at + 1 < len(read) and read[at + 1][0][:1].isalnum()
        if (sign in _CLOSING and is_after and not is_before) or (sign in _OPENING and is_before and not is_after):
            found[at] = (sign.translate(_MIRRORED), kind)
    return found
