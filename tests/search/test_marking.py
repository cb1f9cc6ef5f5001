"""Where the words looked for stand in a text."""

from supportroom.kernel.stems import stems
from supportroom.search.marking import excerpt, marked


def hits(pieces: list[tuple[str, bool]]) -> list[str]:
    return [words for words, is_hit in pieces if is_hit]


def test_a_word_is_marked_in_every_form_it_stands_in() -> None:
    text = "Women's associations asked. The association, and womanhood."
    assert hits(marked(text, stems("associations women"))) == ["Women", "associations", "association"]
    arabic = "تنتظر الجمعيّاتُ ترخيصاً، ولا تحصل الجمعية عليه"
    assert hits(marked(arabic, stems("جمعيات"))) == ["الجمعيّاتُ", "الجمعية"]
    assert "".join(words for words, _is_hit in marked(arabic, stems("جمعيات"))) == arabic


def test_an_excerpt_begins_shortly_before_the_first_place_and_is_cut_at_words() -> None:
    text = "before " * 100 + "the licence stands here " + "after " * 100
    pieces = excerpt(text, stems("licences"))
    assert hits(pieces) == ["licence"]
    assert pieces[0] == ("…", False)
    assert pieces[-1] == ("…", False)
    words = "".join(words for words, _is_hit in pieces)
    assert 100 < len(words) < 300
    assert set(words.strip("…").split()) == {"before", "the", "licence", "stands", "here", "after"}


def test_a_short_text_stands_whole_and_one_without_spaces_is_cut() -> None:
    assert excerpt("A short text.", ["nothing"]) == [("A short text.", False)]
    assert len(excerpt("x" * 5000, ["y"])[0][0]) < 300
    assert excerpt("", ["y"]) == []
