"""The web article: structure, permalinks, directions, and nothing unescaped."""

from html.parser import HTMLParser

import pytest

from supportroom.rendering.html import to_html
from supportroom.rendering.tree import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Paragraph,
    Quote,
    Reply,
    Table,
)
from tests.rendering.trees import ARABIC, ENGLISH

VOID = {"br"}


class Reader(HTMLParser):
    """Notes every element with its attributes, and fails on one closed out of turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def with_blocks(*blocks: Block) -> str:
    return to_html(Document(title="T", language="en", direction="ltr", blocks=blocks))


@pytest.mark.parametrize("document", [ARABIC, ENGLISH])
def test_elements_close_in_turn_and_no_anchor_stands_twice(document: Document) -> None:
    reader = Reader(to_html(document))
    anchors = [attributes["id"] for _tag, attributes in reader.found if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    targets = [attributes["href"] for attributes in reader.all("a")]
    assert {target[1:] for target in targets if target and target.startswith("#")} <= set(anchors)


def test_the_article_says_its_language_and_direction() -> None:
    assert Reader(to_html(ARABIC)).found[0] == ("article", {"class": "document", "lang": "ar", "dir": "rtl"})


def test_paragraph_numbers_are_permalinks_with_a_name() -> None:
    text = with_blocks(Paragraph(text="x", number="12", anchor="p12"))
    assert '<a class="document-number" href="#p12" aria-label="Paragraph 12"><bdi>12</bdi></a> x' in text


def test_table_heads_name_columns_and_rows() -> None:
    scopes = [attributes.get("scope") for attributes in Reader(to_html(ENGLISH)).all("th")]
    assert scopes == ["col"] * 4 + ["row"] * 3


def test_a_text_in_another_language_says_so() -> None:
    assert '<blockquote lang="en" dir="ltr">' in to_html(ARABIC)
    assert 'lang="ku" dir="auto"' in with_blocks(Paragraph(text="x", language="ku"))


def test_latin_words_inside_arabic_are_isolated() -> None:
    assert "<bdi>S/RES/2254 (2015)</bdi>" in to_html(ARABIC)


def test_s34_everything_written_by_people_is_escaped() -> None:
    bad = '<script>alert("1")</script>&\'"'
    blocks: tuple[Block, ...] = (
        Heading(text=bad, anchor=bad, language=bad),
        Paragraph(text=bad, number=bad, anchor=bad, language=bad),
        Items(entries=(Item(text=bad, anchor=bad, language=bad),)),
        Table(head=(bad,), rows=((bad, bad),), caption=bad),
        Facts(pairs=((bad, bad),)),
        Quote(text=bad, by=bad, language=bad),
        Reply(text=bad, by=bad),
        Note(text=bad),
    )
    around = dict.fromkeys(("title", "language", "subtitle", "publisher", "date_line", "edition"), bad)
    address = f"https://x.example/{bad}"
    document = Document(**around, direction="ltr", address=address, notices=(bad,), contents=True, blocks=blocks)
    reader = Reader(to_html(document))
    assert "script" not in {tag for tag, _attributes in reader.found}
    assert not {name for _tag, attributes in reader.found for name in attributes if name.startswith("on")}


def test_s34_an_address_that_is_no_web_address_is_no_link() -> None:
    assert "<a " not in to_html(Document(title="T", language="en", direction="ltr", address="javascript:alert(1)"))


def test_short_rows_are_filled_up_and_columns_of_figures_marked() -> None:
    text = with_blocks(Table(head=("a", "b"), rows=(("x",), ("y", "2"))))
    assert text.count("<td") == 4
    assert '<td class="is-figure">2</td>' in text


def test_an_empty_document_is_an_article_with_a_title() -> None:
    assert '<h1 class="document-title">en</h1>' in to_html(
        Document(title="", language="en", direction="ltr", contents=True)
    )
