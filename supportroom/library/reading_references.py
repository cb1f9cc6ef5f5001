"""RIS and BibTeX, the latter parsed by a library that is kept for it, turned into a source's fields."""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any, Final

from supportroom.kernel.errors import DomainError
from supportroom.library.identifiers import day_in_words, plain_day
from supportroom.library.names import Name, read_name
from supportroom.library.ris import Record, records
from supportroom.library.vocabulary import ARTICLE, BOOK, CHAPTER, LAW, OTHER, PAGE, REPORT

_RIS_KINDS: Final = {
    "JOUR": ARTICLE, "JFULL": ARTICLE, "MGZN": ARTICLE, "NEWS": ARTICLE, "EJOUR": ARTICLE, "INPR": ARTICLE,
    "BOOK": BOOK, "EBOOK": BOOK, "EDBOOK": BOOK, "CHAP": CHAPTER, "ECHAP": CHAPTER, "CONF": BOOK, "CPAPER": CHAPTER,
    "STAT": LAW, "BILL": LAW, "CASE": LAW, "LEGAL": LAW, "HEAR": LAW, "GOVDOC": REPORT, "RPRT": REPORT,
    "THES": BOOK, "UNPB": REPORT, "ELEC": PAGE, "BLOG": PAGE, "WEB": PAGE,
}  # fmt: skip
_BIB_KINDS: Final = {
    "article": ARTICLE, "book": BOOK, "mvbook": BOOK, "booklet": BOOK, "collection": BOOK, "proceedings": BOOK,
    "phdthesis": BOOK, "mastersthesis": BOOK, "thesis": BOOK, "incollection": CHAPTER, "inbook": CHAPTER,
    "inproceedings": CHAPTER, "conference": CHAPTER, "techreport": REPORT, "report": REPORT, "manual": REPORT,
    "unpublished": REPORT, "online": PAGE, "electronic": PAGE, "www": PAGE, "legislation": LAW, "jurisdiction": LAW,
}  # fmt: skip
_VERBATIM: Final = {"url", "doi", "isbn", "issn", "pages", "howpublished", "date", "year", "langid"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BRACES = re.compile(r"[{}]")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def read_ris(text: str) -> list[dict[str, Any]]:
    """Give the references of a RIS text."""
    return [_from_ris(record) for record in records(text)]


def _from_ris(record: Record) -> dict[str, Any]:
    def first(*tags: str) -> str:
        return next((_line(value) for tag in tags for value in record.get(tag, ()) if value), "")

    kind = _RIS_KINDS.get(first("TY"), OTHER)
    day, problems = _day(first("DA", "PY", "Y1").strip("/ "), first("PY", "Y1"))
    return {
        "kind": kind,
        "key": _key(first("ID")),
        "title": first("TI", "T1", "ST"),
        "authors": _names(record.get("AU") or record.get("A1") or ()),
        "editors": _names(record.get("A2") or record.get("ED") or ()),
        "issued": day,
        "container": first("JO", "T2", "J2", "JA", "C3"),
        "publisher": first("PB"),
        "place": first("CY"),
        "volume": first("VL"),
        "issue": first("IS") if kind == ARTICLE else "",
        "pages": "-".join(filter(None, (first("SP"), first("EP")))),
        "number": first("IS") if kind != ARTICLE else "",
        "doi": first("DO"),
        "isbn": _only_isbn(first("SN")) if kind != ARTICLE else "",
        "address": first("UR", "L1").partition(";")[0].strip(),
        "accessed_on": _whole_day(first("Y2").strip("/ ")),
        "language": first("LA"),
        "abstract": first("AB", "N2"),
        "problems": problems,
    }


def read_bibtex(text: str) -> list[dict[str, Any]]:
    """Give the references of a BibTeX text; what cannot be read is a reference that is `unreadable`."""
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - loaded when somebody brings references
    from bibtexparser.middlewares import LatexDecodingMiddleware  # noqa: PLC0415

    decoding = [LatexDecodingMiddleware(keep_braced_groups=True)]
    try:
        library = parse_string(text, append_middleware=decoding)
        as_written = parse_string(text)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        raise DomainError("library.reference_broken") from None
    verbatim = {entry.start_line: _fields(entry, _VERBATIM) for entry in as_written.entries}
    good = [
        (entry.start_line or 0, _from_bibtex(entry, verbatim.get(entry.start_line, {}))) for entry in library.entries
    ]
    bad = [
        (block.start_line or 0, {"title": (block.raw or "")[:80], "problems": ["unreadable"]})
        for block in library.failed_blocks
    ]
    return [values for _line_number, values in sorted([*good, *bad], key=lambda pair: pair[0])]


def _fields(entry: Any, names: Container[str] | None = None) -> dict[str, str]:
    found = {name.lower(): str(field.value) for name, field in entry.fields_dict.items()}
    return {name: value for name, value in found.items() if names is None or name in names}


def _from_bibtex(entry: Any, verbatim: Mapping[str, str]) -> dict[str, Any]:
    """Give a source's fields; addresses and numbers are taken as they were written, not as LaTeX would set them."""
    fields = {**_fields(entry), **verbatim}

    def first(*names: str) -> str:
        return next((_line(fields[name]) for name in names if fields.get(name, "").strip()), "")

    kind = _BIB_KINDS.get(entry.entry_type.lower(), OTHER)
    day, problems = _day(first("date") or _year_and_month(first("year"), first("month")), first("year"))
    return {
        "kind": kind,
        "key": _key(entry.key),
        "title": ": ".join(filter(None, (first("title"), first("subtitle")))),
        "authors": _bib_names(fields.get("author", "")),
        "editors": _bib_names(fields.get("editor", "")),
        "issued": day,
        "container": first("journal", "journaltitle", "booktitle", "series"),
        "publisher": first("publisher", "institution", "organization", "school"),
        "place": first("address", "location"),
        "volume": first("volume"),
        "issue": first("issue", "number") if kind == ARTICLE else "",
        "pages": first("pages").replace("--", "-"),
        "number": first("number", "type") if kind != ARTICLE else "",
        "doi": first("doi"),
        "isbn": first("isbn"),
        "address": first("url", "howpublished") if "http" in first("url", "howpublished") else "",
        "accessed_on": _whole_day(first("urldate")),
        "language": first("langid", "language"),
        "abstract": first("abstract"),
        "problems": problems,
    }


def _line(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(_BRACES.sub("", str(value or "")).replace("\\url", "").split())


def _key(words: str) -> str:
    return re.sub(r"[^\w:.\-]+", "", words).strip(":.-")


def _names(written: Sequence[str]) -> list[Name]:
    return [read_name(name) for name in written if str(name).strip(" ,")]


def _bib_names(written: str) -> list[Name]:
    """Read "Family, Given and {An Institution} and Given Family"."""
    found = []
    for name in _AND.split(" ".join(written.split())):
        plain = _BRACES.sub("", name).strip()
        if name.startswith("{") or "," in name or "،" in name or " " not in plain:
            found.append({"literal": plain} if name.startswith("{") else read_name(plain))
        else:
            given, _gap, family = plain.rpartition(" ")
            found.append({"family": family, "given": given})
    return [name for name in found if any(name.values())]


def _day(written: str, year: str) -> tuple[list[int], list[str]]:
    """Read a day, or failing that its year; what cannot be read at all is a problem."""
    for words in (re.sub(r"(/+[^/]*[^\d/][^/]*)*/*$", "", written.split("T", maxsplit=1)[0]), year[:4], written[:4]):
        try:
            if words.strip():
                return plain_day(words.strip()), []
        except DomainError:
            continue
    return [], ["issued"] if written.strip() or year.strip() else []


def _whole_day(written: str) -> str | None:
    """Give a day as it is kept in a form, or None where it is not said to the day."""
    try:
        parts = plain_day(written)
    except DomainError:
        return None
    return day_in_words(parts) if len(parts) == len(("year", "month", "day")) else None


def _year_and_month(year: str, month: str) -> str:
    word = month.lower()[:3]
    number = _MONTHS.index(word) + 1 if word in _MONTHS else int(month[:3]) if month.isdecimal() else 0
    return f"{year}-{number}" if year and 1 <= number <= 12 else year


def _only_isbn(words: str) -> str:
    """Give an ISBN out of a field in which journals have their ISSN."""
    digits = re.sub(r"[^0-9Xx]", "", words)
    return "" if len(digits) == 8 else words
