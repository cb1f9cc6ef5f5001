"""Plain text and Markdown: decoded, without characters that nobody sees, in UTF-8."""

from supportroom.reading.encoding import decode
from supportroom.reading.hygiene import clean
from supportroom.reading.sniff import sniff


def wash_text(name: str, content: bytes) -> tuple[bytes, set[str]]:
    """Give a text in UTF-8; DomainError `reading.*` for what is no text or larger than texts are."""
    sniff(name, content)
    text, _encoding = decode(content)
    washed = clean(text)
    same = washed.split() == text.replace("\ufeff", "").split()
    return washed.encode("utf-8"), set() if same else {"hidden"}
