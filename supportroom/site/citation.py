"""A published paper as others cite it: in a sentence, in the page's head, and as files for reference managers. Pure."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BIBTEX |= {sign: f"\\{sign}" for sign in "{}%&$#_"}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Citation:
    """What is needed to cite an edition. `authors` are names, or that of the group where nobody wished to be named."""

    key: str
    title: str
    authors: tuple[str, ...]
    publisher: str
    day: date
    language: str
    address: str
    files: str
    edition: int

    def meta(self) -> Iterator[tuple[str, str]]:
        """Yield the tags of a page's head that reference managers read, name and content."""
        yield "citation_title", self.title
        yield from (("citation_author", author) for author in self.authors)
        yield "citation_publication_date", f"{self.day:%Y/%m/%d}"
        yield "citation_language", self.language
        yield "citation_technical_report_institution", self.publisher
        yield "citation_technical_report_number", self.key
        yield "citation_public_url", self.address
        yield "citation_pdf_url", f"{self.files}paper.pdf"

    def bibtex(self) -> str:
        """Give a BibTeX entry (UTF-8)."""
        fields = {
            "title": f"{{{_plain_tex(self.title)}}}",
            "author": " and ".join(f"{{{_plain_tex(author)}}}" for author in self.authors),
            "institution": _plain_tex(self.publisher),
            "year": str(self.day.year),
            "month": str(self.day.month),
            "type": "Joint paper",
            "number": self.key,
            "edition": str(self.edition),
            "language": self.language,
            "url": self.address,
        }
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        return f"@techreport{{{self.key}-{self.edition},\n{lines}\n}}\n"

    def ris(self) -> str:
        """Give a RIS record, with the line ends that it asks for."""
        pairs = [
            ("TY", "RPRT"),
            ("TI", self.title),
            *(("AU", author) for author in self.authors),
            ("PB", self.publisher),
            ("PY", str(self.day.year)),
            ("DA", f"{self.day:%Y/%m/%d}"),
            ("LA", self.language),
            ("ET", str(self.edition)),
            ("SN", self.key),
            ("UR", self.address),
            ("ER", ""),
        ]
        return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in pairs)

    def csl(self) -> str:
        """Give a list of one item in CSL-JSON."""
        item = {
            "id": f"{self.key}-{self.edition}",
            "type": "report",
            "title": self.title,
            "author": [{"literal": author} for author in self.authors],
            "publisher": self.publisher,
            "issued": {"date-parts": [[self.day.year, self.day.month, self.day.day]]},
            "number": self.key,
            "edition": self.edition,
            "language": self.language,
            "URL": self.address,
        }
        return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _plain_tex(text: str) -> str:
    return "".join(_BIBTEX.get(sign, sign) for sign in _line(text))
