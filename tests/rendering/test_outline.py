"""Headings never skip a level, and every anchor is another."""

from supportroom.rendering.outline import contents, settled
from supportroom.rendering.tree import Annex, Block, Document, Heading, Item, Items, Paragraph


def document(*blocks: Block) -> Document:
    return Document(title="T", language="en", direction="ltr", blocks=blocks)


def test_a_heading_that_skips_levels_is_raised() -> None:
    blocks = settled(
        document(Heading(text="a", level=3), Heading(text="b", level=9), Annex(title="c"), Heading(text="d", level=4))
    )
    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 2]


def test_headings_without_a_visible_letter_are_left_out() -> None:
    assert settled(document(Heading(text="\u200b \n"))) == ()


def test_equal_anchors_are_told_apart_and_cleaned() -> None:
    blocks = settled(
        document(
            Heading(text="a", anchor='x" onclick='),
            Paragraph(text="b", anchor="x-onclick"),
            Paragraph(text="c", number="7"),
        )
    )
    assert [getattr(block, "anchor", "") for block in blocks] == ["x-onclick", "x-onclick-2", "paragraph-7"]


def test_entries_of_lists_keep_an_anchor_of_their_own() -> None:
    inner = Items(entries=(Item(text="b", anchor="a"),))
    (items,) = settled(document(Items(entries=(Item(text="a", anchor="a", inside=inner),))))
    assert isinstance(items, Items)
    assert items.entries[0].anchor == "a"
    assert items.entries[0].inside is not None
    assert items.entries[0].inside.entries[0].anchor == "a-2"


def test_contents_list_annexes_and_two_levels() -> None:
    blocks = settled(
        document(Heading(text="a"), Heading(text="b", level=2), Heading(text="c", level=3), Annex(title="d"))
    )
    assert [(entry.level, entry.text) for entry in contents(blocks)] == [(1, "a"), (2, "b"), (1, "d")]
