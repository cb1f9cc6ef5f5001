"""The marks of list items: bullets, numbers in three scripts of digits, letters, Roman numbers, ordinal words.

In: one clean line. Out: the Mark and the rest of the line. A mark knows which ranks it may have, since "i." is the
ninth letter and the first Roman number, and "ت" is third in one Arabic order and the 22nd in the other. Whether a
mark really begins an item depends on its neighbours: `lines` and `series` decide.
"""

import re
from dataclasses import dataclass

from supportroom.kernel.arabic import fold

EMOJI = "✅☑📌🔹🔸🔺🔻👉➡🔴🟢🔵🟡🟠🟣⚫⚪⭐★☆"
GLYPHS = "•◆◇❖●○◦▪▫■□‣⁃►▶➢➤➔✓✔→·∙–—−\uf000-\uf0ff"
_DIGITS = "0-9٠-٩۰-۹"
_KEYCAP = re.compile(r"([0-9])\ufe0f?\u20e3[.)]?\s*(?=\S)|(🔟)\s*(?=\S)")
_PICTURE = re.compile(rf"([{EMOJI}])\ufe0f?\s*(?=\S)")
_BULLET = re.compile(rf"(?:([{GLYPHS}-])(?:\s+|(?=[^\W\d_]))|([*+])\s+|(o)\s+)(?=\S)")
_BARE = re.compile(rf"[{GLYPHS}*+-](?:\s*[{GLYPHS}*+-])*$")
_BOX = re.compile(r"\[[ xX]\]\s+")
_IN_BRACKETS = re.compile(rf"(?:[(\[]\s*([{_DIGITS}]{{1,3}})\s*[)\]]|\)\s*([{_DIGITS}]{{1,3}})\s*\()\s*[-–.:]?\s*")
_NUMBER = re.compile(rf"([{_DIGITS}]{{1,3}})\s?([.)\-–—/ـ]|[.)]-|-[.)])(\s*)")
_OUTLINE = re.compile(rf"[{_DIGITS}]{{1,2}}(?:(?:\.[{_DIGITS}]{{1,2}}){{1,3}}[.)-]?|[-–][{_DIGITS}]{{1,2}})\s+(?=\S)")
_LATIN = re.compile(
    r"(?:\(([A-Za-z]|[ivxIVX]{2,5})\)|([A-Za-z]|[ivxIVX]{2,5})\s?[.)/])\s+(?=\S)|([A-Za-z])\s?[-–]\s+(?=\S)"
)
_ARABIC = re.compile(
    r"(?:\(\s*(ه[ـ\u200d]?|[\u0621-\u064a])\s*\)|(ه[ـ\u200d]?|[\u0621-\u064a])\s?[.)/\-–ـ])\s*(?=[^\W\d_])"
)
_CODED = re.compile(r"([A-Z]{1,2}|Rec|Ask|Demand)\s?(\d{1,2})\s?[.):]\s+(?=\S)")
_ORDINAL = re.compile(r"([^\W\d_]+[ًٌ]?[^\W\d_]?(?: عشر)?)\s?[:،,.)/–-](?:\s+|$|(?=[\u0621-\u064a]))")

ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
HIJAI = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ORDINAL_WORDS = (
    "first firstly اولا اول اولي حادي", "second secondly ثانيا ثاني ثانيه", "third thirdly ثالثا ثالث ثالثه",
    "fourth fourthly رابعا رابع رابعه", "fifth fifthly خامسا خامس خامسه", "sixth سادسا سادس سادسه",
    "seventh سابعا سابع سابعه", "eighth ثامنا ثامن ثامنه", "ninth تاسعا تاسع تاسعه", "tenth عاشرا عاشر عاشره",
)  # fmt: skip
ORDINALS = {word: rank for rank, words in enumerate(_ORDINAL_WORDS, start=1) for word in words.split()}
LAST_ORDINALS = frozenset({"finally", "lastly", "اخيرا", "ختاما"})
_MONTH_WORDS = """
    jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october
    november december كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين
    يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
    """
_MONTHS = frozenset(_MONTH_WORDS.split())
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark as written, its style (marks of one list share it) and the ranks that it may have."""

    written: str
    style: str
    ranks: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """Return what counts: bullet, number, part, coded, latin, arabic, ordinal, row, or a form of Word's."""
        return self.style.partition(" ")[0]

    @property
    def is_bullet(self) -> bool:
        """Say whether the mark counts nothing."""
        return not self.ranks

    def follows(self, other: "Mark") -> bool:
        """Say whether this mark is the next one after the other in the same list."""
        return self.style == other.style and any(rank + 1 in self.ranks for rank in other.ranks)


def find_mark(line: str) -> tuple[Mark, str] | None:
    """Return the mark at the start of a clean line without indentation, and the rest; None when there is none.

    The rest may be empty after a number ("(١)" alone on its line), never after a bullet.
    """
    return _bullet(line) or _number(line) or _coded(line) or _letter(line) or _ordinal(line)


def is_bare_bullet(line: str) -> bool:
    """Say whether the line is a bullet without text: left over from a page break."""
    return _BARE.fullmatch(line) is not None


def _bullet(line: str) -> tuple[Mark, str] | None:
    if found := _PICTURE.match(line):
        return Mark(found[1], f"bullet {found[1]}"), line[found.end() :]
    found = _BULLET.match(line)
    if not found:
        return None
    # A converter's "- ◆ text" and "- 3. text" are known by their inner mark.
    glyph, rest = found[1] or found[2] or found[3], line[found.end() :]
    inner = _bullet(rest) or _number(rest)
    if inner and inner[1]:
        return inner
    box = _BOX.match(rest)
    shown = "•" if "\uf000" <= glyph <= "\uf0ff" else glyph
    return Mark(shown, f"bullet {glyph}"), rest[box.end() :] if box else rest


def _number(line: str) -> tuple[Mark, str] | None:
    if found := _IN_BRACKETS.match(line):
        rank = int(found[1] or found[2])
        return Mark(found[0].strip(), "number in brackets", (rank,)), line[found.end() :]
    if found := _KEYCAP.match(line):
        return Mark(found[0].strip(), "number keycap", (int(found[1] or 10),)), line[found.end() :]
    if (found := _OUTLINE.match(line)) and not _is_span_of_days(found[0], line[found.end() :]):
        written = found[0].strip()
        ranks = [int(part) for part in re.split(r"\D", written.rstrip(".)-"))]
        parent = ".".join(map(str, ranks[:-1]))
        return Mark(written, f"part {parent}", (ranks[-1],)), line[found.end() :]
    found = _NUMBER.match(line)
    if not found or not _is_list_number(found[2], found[3], line[found.end() :]):
        return None
    return Mark(found[1] + found[2], f"number {found[2]}", (int(found[1]),)), line[found.end() :]


def _is_list_number(sign: str, gap: str, rest: str) -> bool:
    """Tell "3- Text" from "3-month", "2 - 5 June", "2.5" and "1/2"."""
    if not rest:
        return True
    if sign[0] in "-–—/" and rest[0].isdigit():
        return False
    return bool(gap) or (rest[0].isalpha() and not ("a" <= rest[0] <= "z")) or rest[0] in "\"'“«("


def _is_span_of_days(written: str, rest: str) -> bool:
    """Tell "4-1 Open the road" from "12-13 May"."""
    return "." not in written and re.split(r"\W", fold(rest), maxsplit=1)[0] in _MONTHS


def _coded(line: str) -> tuple[Mark, str] | None:
    """Know "R1." and "Rec 2:", the numbers of a document that counts its recommendations."""
    found = _CODED.match(line)
    if not found:
        return None
    return Mark(found[0].strip(), f"coded {found[1]}", (int(found[2]),)), line[found.end() :]


def _letter(line: str) -> tuple[Mark, str] | None:
    if found := _LATIN.match(line):
        return _latin(found[0].strip(), found[1] or found[2] or found[3], line[found.end() :])
    if found := _ARABIC.match(line):
        letter = fold(found[1] or found[2])[:1] or "ا"
        ranks = tuple(order.index(letter) + 1 for order in (ABJAD, HIJAI) if letter in order)
        return (Mark(found[0].strip(), "arabic", ranks), line[found.end() :]) if ranks else None
    return None


def _latin(written: str, letters: str, rest: str) -> tuple[Mark, str] | None:
    small = letters.lower()
    ranks = _roman(small) + ((ord(small) - ord("a") + 1,) if len(small) == 1 else ())
    style = f"latin {'capital' if letters.isupper() else 'small'} {written.replace(letters, '')}"
    return (Mark(written, style, ranks), rest) if ranks else None


def _roman(letters: str) -> tuple[int, ...]:
    if not set(letters) <= set(_ROMAN):
        return ()
    values = [_ROMAN[letter] for letter in letters]
    return (sum(-v if v < max(values[at:]) else v for at, v in enumerate(values)),)


def _ordinal(line: str) -> tuple[Mark, str] | None:
    found = _ORDINAL.match(line)
    if not found:
        return None
    word = fold(found[1])
    stem = word.removesuffix(" عشر")
    if stem in LAST_ORDINALS:
        return Mark(found[0].strip(), "ordinal", (99,)), line[found.end() :]
    is_eleventh_on = stem != word
    if stem not in ORDINALS or not (is_eleventh_on or stem.isascii() or stem.endswith("ا")):
        return None
    rank = ORDINALS[stem] + (10 if is_eleventh_on else 0)
    return Mark(found[0].strip(), "ordinal", (rank,)), line[found.end() :]
