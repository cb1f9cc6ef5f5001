"""Whatever bytes come: an outline, a table, or a DomainError; never anything else. The same cases on every run."""

import io
import unicodedata
import zipfile
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportroom.kernel.errors import DomainError
from supportroom.reading.limits import LONGEST_ITEM
from supportroom.reading.outline import Outline
from supportroom.reading.reader import read_outline, read_table
from tests.reading.samples import part_of, sheet_file, with_parts, word_file

ALWAYS_THE_SAME = settings(
    derandomize=True, database=None, deadline=None, max_examples=150, suppress_health_check=list(HealthCheck)
)
WORD = word_file(
    lambda document: [document.add_heading("Water", 1), document.add_paragraph("Pumps", style="List Number")]
)
SHEET = sheet_file([("Pillar", "Text"), ("Water", "Pumps"), ("Schools", 3.5)])
ENDINGS = st.sampled_from(["a.txt", "a.md", "a.csv", "a.docx", "a.xlsx", "a.tsv"])
SIGNS = """- |* |1. |2. |(١)|٢- |أ- |a) |i. |أولاً: |First, |# |## |**|_|`|[|](|\\|<|---|===|:|.|,|;|"
|المحور الأول: |PILLAR TWO|النص|&#x202e;|&#10;|=1+1|> |o |◆ |٠|www.a.b|12"""
HIDDEN = ["|", "|---|", "\n\n", "\t", "  ", "\f", "\u202e", "\u200c", "\u0651", "\ue100", "\ud7ff", "\uf0b7"]
PIECES = st.sampled_from([*SIGNS.split("|"), *HIDDEN])


def judged(read: Callable[[str, bytes], object], name: str, content: bytes) -> object | None:
    try:
        return read(name, content)
    except DomainError as refused:
        error = refused
    assert error.code.startswith("reading.")
    assert error.wording != error.code
    return None


def holds(found: object | None) -> None:
    """What came out is clean and within bounds."""
    if isinstance(found, Outline):
        for section in found.sections:
            for part in section.parts:
                assert part.text
                assert part.text == part.text.strip()
                assert part.line >= 1
                assert len(part.text) <= 3 * LONGEST_ITEM
                assert unicodedata.is_normalized("NFC", part.text)
                assert not {"\u202e", "\x00", "\ue100"} & set(part.text)


@ALWAYS_THE_SAME
@given(ENDINGS, st.binary(max_size=400))
def test_random_bytes(name: str, content: bytes) -> None:
    holds(judged(read_outline, name, content))
    judged(read_table, name, content)


@ALWAYS_THE_SAME
@given(ENDINGS, st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1256", "cp1252"]))
def test_random_letters(name: str, text: str, codec: str) -> None:
    holds(judged(read_outline, name, text.encode(codec, "replace")))


@settings(ALWAYS_THE_SAME, max_examples=600)
@given(st.sampled_from(["a.txt", "a.md", "a.csv"]), st.lists(PIECES, max_size=40))
def test_random_orders_of_everything_that_means_something(name: str, pieces: list[str]) -> None:
    holds(judged(read_outline, name, "".join(pieces).encode("utf-8", "replace")))


@ALWAYS_THE_SAME
@given(st.sampled_from([("a.docx", WORD), ("a.xlsx", SHEET)]), st.data())
def test_files_with_bytes_changed(sample: tuple[str, bytes], data: st.DataObject) -> None:
    name, content = sample
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    holds(judged(read_outline, name, bytes(changed[: data.draw(st.integers(1, len(changed)))])))


PARTS = {
    "a.docx": (WORD, ["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"]),
    "a.xlsx": (SHEET, ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]),
}


@settings(ALWAYS_THE_SAME, max_examples=300)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_files_with_their_parts_changed(name: str, data: st.DataObject) -> None:
    content, parts = PARTS[name]
    part = data.draw(st.sampled_from(parts))
    words = part_of(content, part)
    start = data.draw(st.integers(0, len(words)))
    end = min(len(words), start + data.draw(st.integers(0, 60)))
    new = data.draw(
        st.sampled_from([b"", b"-1", b"99999999999999999999", b"x", b"<", b'"', b"w:p", b"\xff", b"1e9", b"<a/>"])
    )
    holds(judged(read_outline, name, with_parts(content, {part: words[:start] + new + words[end:]})))


@ALWAYS_THE_SAME
@given(st.dictionaries(st.text(max_size=20), st.binary(max_size=50), max_size=5))
def test_archives_of_anything(parts: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            if name and name.isprintable():
                archive.writestr(name, content)
    for name in PARTS:
        judged(read_outline, name, buffer.getvalue())
