"""Files that lie, swell, are broken or hold what nobody asked for: each is refused with its own sentence."""

import re
from collections.abc import Callable

import pytest

from supportroom.kernel.errors import DomainError
from supportroom.reading import limits
from supportroom.reading.reader import read_outline, read_table
from tests.reading.samples import CONTENT_TYPES, part_of, shape, sheet_file, with_parts, word_file

WORD = word_file(lambda document: document.add_paragraph("- One point"))
SHEET = sheet_file([("Text",), ("One point",)])
MAIN, PAGE = "word/document.xml", "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(name: str, content: bytes, read: Callable[[str, bytes], object] = read_outline) -> str:
    with pytest.raises(DomainError) as refused:
        read(name, content)
    error = refused.value
    assert error.wording != error.code, "the refusal has no wording"
    assert not re.search(r"%\(\w+\)", error.wording)
    return error.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("report.pdf", b"%PDF-1.7", "kind"),
        ("report", b"words", "kind"),
        (".txt", b"words", "kind"),
        ("report.txt.exe", b"MZ\x90", "kind"),
        ("report.doc", OLE, "legacy"),
        ("table.XLS", OLE, "legacy"),
        ("report.rtf", b"{\\rtf1}", "legacy"),
        ("report.docx", OLE + b"\x00" * 900, "legacy"),
        ("report.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("report.docm", WORD, "macros"),
        ("table.xlsm", SHEET, "macros"),
        ("report.docx", b"- a point\n", "lies"),
        ("report.docx", b"%PDF-1.7", "lies"),
        ("report.docx", SHEET, "lies"),
        ("table.xlsx", WORD, "lies"),
        ("report.txt", WORD, "lies"),
        ("report.md", b"%PDF-1.7 and more", "lies"),
        ("table.csv", SHEET, "lies"),
        ("table.csv", b"\x89PNG\r\n\x1a\n", "lies"),
        ("report.txt", b"", "empty"),
        ("report.docx", b"", "empty"),
        ("report.txt", b"\xef\xbb\xbf \r\n\t", "empty"),
        ("report.txt", b"\xff\xfe", "empty"),
        ("report.txt", "\u200b\u200e\n---\n".encode(), "nothing"),
        ("table.csv", b",,\n,\n", "nothing"),
        ("report.docx", word_file(lambda document: document.add_paragraph(" ")), "nothing"),
        ("table.xlsx", sheet_file([]), "nothing"),
        ("report.txt", b"words\x00words and more words", "binary"),
        ("report.txt", bytes(range(256)) * 40, "binary"),
        ("report.txt", b"\xff\xfea", "encoding"),
        ("report.docx", WORD[:-200], "broken"),
        ("report.docx", WORD[: len(WORD) // 2], "broken"),
        ("table.xlsx", SHEET[:-30], "broken"),
        ("report.docx", b"PK\x03\x04" + b"junk" * 50, "broken"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_reason(name: str, content: bytes, code: str) -> None:
    assert refusal(name, content) == f"reading.{code}"


def test_a_file_that_is_too_large_is_refused_before_anything_else() -> None:
    assert refusal("report.pdf", b"x" * (limits.MOST_BYTES + 1)) == "reading.too_large"


def swollen(content: bytes, name: str, size: int) -> bytes:
    return with_parts(content, {name: b" " * size})


@pytest.mark.parametrize("content", [swollen(WORD, "word/media/a.bin", 8_000_000), swollen(WORD, MAIN, 8_000_000)])
def test_s30_a_zip_bomb_is_not_unpacked(content: bytes) -> None:
    assert refusal("report.docx", content) == "reading.bomb"


def test_s30_many_parts_that_are_large_together_are_a_bomb_too() -> None:
    parts: dict[str, bytes | None] = {f"xl/media/{at}.bin": b" " * limits.RATIO_FROM for at in range(31)}
    assert refusal("table.xlsx", with_parts(SHEET, parts)) == "reading.bomb"


def test_more_markup_than_any_document_has_is_a_bomb_too() -> None:
    runs = b"".join(b'<w:r a="%d"/>' % at for at in range(limits.MOST_SIGNS))
    part = part_of(WORD, MAIN).replace(b"</w:p>", runs + b"</w:p>", 1)
    assert refusal("report.docx", with_parts(WORD, {MAIN: part})) == "reading.bomb"


def test_an_archive_of_thousands_of_parts_is_refused() -> None:
    parts: dict[str, bytes | None] = {f"word/{at}.xml": b"<a/>" for at in range(limits.MOST_ENTRIES)}
    assert refusal("report.docx", with_parts(WORD, parts)) == "reading.bomb"


def test_s30_macros_under_another_name_are_found() -> None:
    assert refusal("report.docx", with_parts(WORD, {"word/vbaProject.bin": b"x"})) == "reading.macros"
    types = part_of(WORD, CONTENT_TYPES).replace(b"openxmlformats-officedocument.wordprocessingml", b"ms-word", 1)
    changed = types.replace(b"document.main+xml", b"document.macroEnabled.main+xml")
    assert refusal("report.docx", with_parts(WORD, {CONTENT_TYPES: changed})) == "reading.macros"


DECLARED = (
    '<?xml version="1.0"{}?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    "part",
    [
        DECLARED.format("").encode(),
        DECLARED.format("").encode("utf-16"),
        DECLARED.format("").encode("utf-16-be"),
        DECLARED.format(' encoding="UTF-7"').replace("<!", "+ADwAIQ-").encode(),
    ],
)
@pytest.mark.parametrize(("name", "content", "where"), [("a.docx", WORD, MAIN), ("a.xlsx", SHEET, PAGE)])
def test_s30_outside_entities_are_refused_in_every_encoding(name: str, content: bytes, where: str, part: bytes) -> None:
    assert refusal(name, with_parts(content, {where: part})) == "reading.unsafe"


def test_s30_parts_that_point_outside_are_not_fetched() -> None:
    relations = part_of(WORD, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="x" Type="http://x/attachedTemplate" Target="http://203.0.113.9/t" TargetMode="External"/>'
        b'<Relationship Id="y" Type="http://x/styles" Target="../../../../etc/passwd"/></Relationships>',
    )
    assert shape(read_outline("a.docx", with_parts(WORD, {"word/_rels/document.xml.rels": relations}))) == [
        (None, ["One point"])
    ]


@pytest.mark.parametrize("missing", [MAIN, "_rels/.rels", "word/styles.xml", "word/numbering.xml"])
def test_a_document_with_a_part_missing_is_read_or_refused(missing: str) -> None:
    content = with_parts(WORD, {missing: None})
    if missing == MAIN:
        assert refusal("a.docx", content) == "reading.broken"
    else:
        assert shape(read_outline("a.docx", content)) == [(None, ["One point"])]


def test_a_part_that_is_no_xml_is_a_broken_file() -> None:
    assert refusal("a.docx", with_parts(WORD, {MAIN: b"<w:document"})) == "reading.broken"
    assert refusal("a.xlsx", with_parts(SHEET, {PAGE: b"no xml"})) == "reading.broken"


def test_a_part_whose_sum_is_wrong_is_a_broken_file() -> None:
    at = WORD.index(b"word/document.xml") + 200
    assert refusal("a.docx", WORD[:at] + b"\x00\x01\x02\x03" + WORD[at + 4 :]) == "reading.broken"


def test_tables_in_tables_without_end_are_a_broken_file() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    depth = 3000
    body = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    part = f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
    assert refusal("a.docx", with_parts(WORD, {MAIN: part})) == "reading.broken"


def test_a_locked_archive_is_named_as_such() -> None:
    locked = bytearray(WORD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(signature)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(signature, at + 1)
    assert refusal("a.docx", bytes(locked)) == "reading.encrypted"


def test_fifty_thousand_and_one_rows_are_too_many() -> None:
    rows = b"a\n" * (limits.MOST_ROWS + 1)
    assert refusal("a.csv", rows) == "reading.too_many_rows"
    assert refusal("a.txt", rows) == "reading.too_many_rows"
    assert refusal("a.csv", b"a,b\n" * 5002, read_table) == "reading.too_many_rows"


def test_fifty_thousand_and_one_rows_of_a_sheet_are_too_many() -> None:
    cells = b"".join(b'<row r="%d"><c t="inlineStr"><is><t>a</t></is></c></row>' % at for at in range(1, 50_002))
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    page = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, cells)
    assert refusal("a.xlsx", with_parts(SHEET, {PAGE: page})) == "reading.too_many_rows"


def test_a_sheet_that_claims_a_row_beyond_the_format_does_not_keep_the_server_busy() -> None:
    page = part_of(SHEET, PAGE)
    far = page.replace(b'<row r="2"', b'<row r="999999999999"').replace(b'r="A2"', b"")
    assert shape(read_outline("a.xlsx", with_parts(SHEET, {PAGE: far}))) == []
    wide = page.replace(b'"A1:A2"', b'"A1:XFD1048576"').replace(b'<c r="A2"', b'<c r="XFD2"')
    assert shape(read_outline("a.xlsx", with_parts(SHEET, {PAGE: wide}))) == []


def test_too_many_points_are_refused() -> None:
    assert refusal("a.txt", b"- a\n" * (limits.MOST_ITEMS + 1)) == "reading.too_many_items"
    assert refusal("a.csv", b"text\n" + b"a\n" * (limits.MOST_ITEMS + 1)) == "reading.too_many_items"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"- " + b"word " * 200_000),
        ("a.txt", b"- word\n" + b"word word word word\n" * 2_000),
        ("a.csv", b"text\n" + b"word " * 200_000),
        ("a.csv", b'text\n"' + b"word " * 20_000),
        ("a.xlsx", sheet_file([("text",), ("word " * 6_000,)])),
        ("a.docx", word_file(lambda document: document.add_paragraph("word " * 200_000))),
    ],
)
def test_one_point_of_a_million_letters_is_refused_with_its_line(name: str, content: bytes) -> None:
    with pytest.raises(DomainError) as refused:
        read_outline(name, content)
    assert refused.value.code == "reading.item_too_long"
    assert refused.value.params["line"] in {1, 2}


def test_a_last_lone_number_does_not_swallow_a_whole_report() -> None:
    content = "(1)\n\n" + "A paragraph of the report that goes on for a while.\n\n" * 2_000
    found = read_outline("a.txt", content.encode())
    assert found.item_count == 1
    assert len(found.sections[0].items[0].text) <= limits.LONGEST_ABSORBED + 200
    assert len(found.sections[0].prose) > 1_000


def test_lists_within_lists_without_end_are_read() -> None:
    content = "\n".join(f"{' ' * (2 * depth)}- point {depth}" for depth in range(1_000))
    assert read_outline("a.md", content.encode()).item_count >= 1
