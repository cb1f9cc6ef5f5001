"""A mail, read with care: which of its words are new, what was cut away, and whether a machine sent it.

In: the bytes of one message as the mail server has it. Out: what matters of it. Raises nothing for any bytes. The
`From` is not read: it proves nothing, and the address that was written to says whose comment it is.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses
from html.parser import HTMLParser

from supportroom.comments.vocabulary import LONGEST_MAIL
from supportroom.kernel.errors import DomainError
from supportroom.kernel.hygiene import clean_text
from supportroom.reading.encoding import decode

LONGEST_LINE = 2000
LONGEST_PAGE = 100_000  # letters of HTML that are read
MOST_DASHES = 2000  # lines that could part a mail
LONGEST_HEADERS = 20_000  # letters of a mail's recipients that are read
_HEAVY = re.compile(rb"^content-[a-z-]{1,40}:(?:[^\r\n]|\r?\n[ \t]|\r(?!\n)){2000}", re.IGNORECASE | re.MULTILINE)
LANGUAGES = ("en", "de", "fr")
_RECIPIENTS = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
_ARABIC_HEADER = re.compile(r"^(?=.*[@\d]).{0,160}(?:كتب|كتبت|كَتب)(?:/ت)?.{0,160}:\s*$", re.MULTILINE)
_ARABIC_SENT_FROM = re.compile(r"^\s*(?:أُ?رسلت? من|مرسلة? من|تم الإرسال من)\b.{0,60}$", re.MULTILINE)
_ARABIC_SIGNATURE = re.compile(
    r"(?<!\A)^(?:مع (?:خالص |أطيب |فائق |جزيل )?(?:التحية|التحيات|الشكر|الاحترام|التقدير)|تحياتي)"
    r"(?: لكم)?[،,.!]?[ ]*$",
    re.MULTILINE,
)
_PLACE = re.compile(
    r"^\s*(?:paragraph|para\.?|¶|§|(?:ال)?فقرة(?:\s+رقم)?)\s*\(?(\d{1,4})\)?\s*[:.،,–-]?\s*", re.IGNORECASE
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_QUIET = {"script", "style", "head", "title", "blockquote"}
_BREAKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3"}


@dataclass(frozen=True)
class Mail:
    """What matters of a mail. `digest` is the same for the same mail; `paragraph` is the number that it begins with."""

    addresses: tuple[str, ...]
    text: str
    cut: str
    digest: str
    paragraph: int | None = None
    files_left: int = 0
    is_automatic: bool = False


def read_mail(content: bytes) -> Mail:
    """Read one message; one that was written to hurt its reader has no words and no addresses."""
    try:
        return _read(content)
    except Exception:  # noqa: BLE001 - the parsers of mail and HTML trip in many ways: over depth, over broken headers
        return Mail((), "", "", hashlib.sha256(content).hexdigest())


def _read(content: bytes) -> Mail:
    if _HEAVY.search(content) or content.count(b"\n--") > MOST_DASHES:  # these are read in minutes
        raise ValueError("too many parts, or too long a header of one")
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    words = clean_text(_body_of(message))
    text, cut = parted(words[: 2 * LONGEST_MAIL])
    place = _PLACE.match(text.translate(_DIGITS))
    return Mail(
        addresses=tuple(_addresses(message)),
        text=(text[place.end() :] if place else text)[:LONGEST_MAIL].strip(),
        cut=cut[:LONGEST_MAIL],
        digest=hashlib.sha256(_identity(message, content)).hexdigest(),
        paragraph=int(place[1]) if place else None,
        files_left=sum(1 for part in message.walk() if part.get_content_disposition() == "attachment"),
        is_automatic=_is_automatic(message),
    )


def _addresses(message: EmailMessage) -> Iterator[str]:
    for name in _RECIPIENTS:
        headers = ", ".join(_raw(message, name))[:LONGEST_HEADERS]
        yield from (address for _name, address in getaddresses([headers]) if "@" in address)


def _raw(message: EmailMessage, name: str) -> list[str]:
    """Give a header as it came: to take it apart can take minutes, and fails where it is broken."""
    return [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]


def _first(message: EmailMessage, name: str, otherwise: str = "") -> str:
    return next(iter(_raw(message, name)), otherwise).strip()


def _identity(message: EmailMessage, content: bytes) -> bytes:
    """Give what makes a mail the same mail however it travelled: its own id, or all of it."""
    own = _first(message, "Message-ID")
    return own.encode("utf-8", "surrogateescape") if own else content


def _is_automatic(message: EmailMessage) -> bool:
    """Tell whether a machine sent it: a bounce, or a word that somebody is away. These are never comments."""
    submitted = _first(message, "Auto-Submitted", "no").lower()
    bulk = _first(message, "Precedence").lower() in {"bulk", "junk", "list", "auto_reply"}
    bounced = _first(message, "Return-Path") == "<>" or "X-Autoreply" in message
    return submitted != "no" or bulk or bounced or message.get_content_type() == "multipart/report"


def _body_of(message: EmailMessage) -> str:
    """Give the words of the plain part; where there is none, those of the HTML part without its quotations."""
    plain = message.get_body(preferencelist=("plain",))
    if plain is not None and (words := _letters(plain)).strip():
        return words
    marked_up = message.get_body(preferencelist=("html",))
    return _Words.of(_letters(marked_up)[:LONGEST_PAGE]) if marked_up is not None else ""


def _letters(part: MIMEPart) -> str:
    """Decode a part by the encoding that it names, or by what its bytes look like where that is wrong or missing."""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    named = str(part.get_content_charset() or "")
    try:
        return content.decode(named or "utf-8")
    except (LookupError, UnicodeError):
        pass
    try:
        return decode(content)[0]
    except DomainError:
        return content.decode("utf-8", "replace")


def parted(words: str) -> tuple[str, str]:
    """Give what is new in a mail, and what was cut: quotations, the signature, what a telephone adds."""
    if any(len(line) > LONGEST_LINE for line in words.split("\n")):
        return words, ""  # no mail client breaks lines this long into quotations: nothing to cut
    from mailparser_reply import EmailReplyParser  # type: ignore[import-untyped]  # noqa: PLC0415

    for pattern in (_ARABIC_HEADER, _ARABIC_SENT_FROM, _ARABIC_SIGNATURE):
        found = pattern.search(words)
        words = words[: found.start()] + "\n\n" + _marked(words[found.start() :]) if found else words
    replies = EmailReplyParser(languages=list(LANGUAGES)).read(words).replies
    body = replies[0].body if replies else ""
    kept = "\n".join(line for line in body.split("\n") if not line.lstrip().startswith(">")).strip()
    return kept, _rest(words, kept)


def _marked(words: str) -> str:
    """Mark every line as a quotation, for the languages that the parser does not know."""
    return "\n".join(f"> {line}" for line in words.split("\n"))


def _rest(words: str, kept: str) -> str:
    """Give the lines that are not kept, in order."""
    waiting = [line.strip() for line in kept.split("\n")]
    rest: list[str] = []
    for line in words.split("\n"):
        if waiting and line.strip() == waiting[0]:
            waiting.pop(0)
        else:
            rest.append(line)
    return clean_text("\n".join(rest))


def looks_written_in(text: str) -> str:
    """Guess the language of a text by its letters: `ar` or `en`. Its writer can say otherwise."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in text)
    return "ar" if 2 * arabic > sum(letter.isalpha() for letter in text) else "en"


class _Words(HTMLParser):
    """The words of a page of HTML, without what it quotes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.quiet = 0

    @classmethod
    def of(cls, markup: str) -> str:
        """Give the words of HTML, whatever it looks like."""
        reader = cls()
        reader.feed(markup)
        reader.close()
        return "".join(reader.pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is not to be read, and where a line ends."""
        self.quiet += tag in _QUIET
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Note where reading goes on."""
        self.quiet -= tag in _QUIET and self.quiet > 0

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self.quiet:
            self.pieces.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))
