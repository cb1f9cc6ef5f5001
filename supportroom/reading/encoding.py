"""From bytes to letters: UTF-8, UTF-16, Windows-1256 and its neighbours.

In: the bytes of a text file. Out: the text and the encoding's name as people know it. Raises `reading.binary` for NUL
bytes outside UTF-16 and `reading.encoding` when nothing fits. Strict decoding first: UTF-8 and UTF-16 say themselves
when they are wrong. The one-byte sets cannot, so what they give is judged: Arabic in Windows-1256 is made of long
runs of high bytes, and its commonest letters and its article are known; European text has single ones.
"""

import codecs
import re
from operator import itemgetter

from supportroom.kernel.errors import DomainError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_COMMON = re.compile("\\b(?:ال[\u0621-\u064a]{2,}|في|من|على|إلى|عن|أن|مع|و[\u0621-\u064a]{3,})\\b")
_TURKISH = frozenset("ðþýÐÞÝ")  # in Windows-1252 these stand where Turkish has ğ ş ı


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the encoding's name, or raise `reading.binary` or `reading.encoding`."""
    for mark, codec, name in _MARKED:
        if content.startswith(mark):
            return _strictly(content, codec), name
    if b"\x00" in content:
        return _unmarked_utf_16(content), "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _one_byte(content)


def _strictly(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as cause:
        raise DomainError("reading.encoding") from cause


def _unmarked_utf_16(content: bytes) -> str:
    """Return UTF-16 that lacks its mark: NULs stand in every other place only, there being Latin letters or spaces."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 or min(even, odd) * 20 > max(even, odd) or max(even, odd) * 20 < len(content):
        raise DomainError("reading.binary")
    text = _strictly(content, "utf-16-le" if odd > even else "utf-16-be")
    if sum(letter.isprintable() or letter.isspace() for letter in text) * 20 < len(text) * 19:
        raise DomainError("reading.binary")
    return text


def _one_byte(content: bytes) -> tuple[str, str]:
    runs = _HIGH.findall(content)
    in_runs = sum(len(run) for run in runs if len(run) > 1)
    if in_runs * 2 > sum(map(len, runs)):
        return _dense(content)
    text = _try(content, "cp1252")
    if text is None:
        return _guess(content)
    turkish = _try(content, "cp1254") if _TURKISH.intersection(text) else None
    return (turkish, "Windows-1254") if turkish else (text, "Windows-1252")


def _dense(content: bytes) -> tuple[str, str]:
    """Return text of another script than Latin: Arabic if it reads as Arabic, else whose letters they are."""
    tried = ((codec, name, _try(content, codec)) for codec, name in _ARABIC)
    scored = sorted(((plausibility(text), name, text) for codec, name, text in tried if text is not None), reverse=True)
    if scored and scored[0][0] > 0.15:
        return scored[0][2], scored[0][1]
    return _guess(content)


_ARABIC = (("cp1256", "Windows-1256"), ("iso8859-6", "ISO-8859-6"))


def plausibility(text: str) -> float:
    """Return the share of Arabic words that have the article, a conjunction, or are among the commonest; 0 to 1."""
    words = _ARABIC_WORD.findall(text)
    return len(_COMMON.findall(text)) / len(words) if words else 0.0


def _try(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _guess(content: bytes) -> tuple[str, str]:
    """Try the sets of other scripts; the letters outside ASCII must be of that script, and small for the most part."""
    tried = ((codec, name, letters, _try(content, codec)) for codec, name, letters in _SCRIPTS)
    scored = [(_share(text, letters), text, name) for _codec, name, letters, text in tried if text is not None]
    share, text, name = max(scored, key=itemgetter(0), default=(0.0, "", ""))
    if share < LEAST_SHARE or sum(map(str.isalpha, text)) * 2 < len(text):
        raise DomainError("reading.encoding")
    return text, name


LEAST_SHARE = 0.7
_SCRIPTS = (
    ("cp1256", "Windows-1256", re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af]")),
    ("iso8859-6", "ISO-8859-6", re.compile("[\u0621-\u064a]")),
    ("cp1251", "Windows-1251", re.compile("[\u0430-\u045f]")),
    ("koi8-r", "KOI8-R", re.compile("[\u0430-\u0451]")),
    ("cp1253", "Windows-1253", re.compile("[\u03ac-\u03ce]")),
    ("cp1255", "Windows-1255", re.compile("[\u05d0-\u05ea]")),
    ("cp1250", "Windows-1250", re.compile("[\u00df-\u017e]")),
)


def _share(text: str, letters: re.Pattern[str]) -> float:
    """Return the share of what is not ASCII that is a letter of a script as it stands in running text."""
    outside = sum(not sign.isascii() for sign in text)
    return len(letters.findall(text)) / outside if outside else 0.0
