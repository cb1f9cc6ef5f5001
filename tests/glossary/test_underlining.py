"""Which words of a text are terms, and what becomes of them on a page: pure rules, no database."""

import re

import pytest

from supportroom.glossary.matching import Known, Lexicon
from supportroom.rendering.underlining import Note, notes_below, underlined

KNOWN = [
    Known("room", {"en": ("support room",), "ar": ("غرفة الدعم",)}),
    Known("cssr", {"en": ("Civil Society Support Room", "CSSR"), "ar": ("غرفة دعم المجتمع المدني",)}),
    Known("committee", {"en": ("constitutional committee",), "ar": ("اللجنة الدستورية",)}),
    Known("decision", {"en": ("resolution 2254",), "ar": ("القرار 2254", "قرار")}),
    Known("truce", {"en": ("ceasefire", "cease-fire"), "ar": ("وقف إطلاق النار", "هدنة")}),
    Known("us", {"en": ("US",)}),
    Known("party", {"en": ("party to the talks", "parties to the talks", "party")}),
]


def keys(text: str, language: str = "en") -> list[str]:
    """Give the keys found in a text."""
    return [found.key for found in Lexicon(language, KNOWN).find(text)]


def words(text: str, language: str = "en") -> list[str]:
    """Give the words found in a text."""
    return [text[found.start : found.end] for found in Lexicon(language, KNOWN).find(text)]


def test_words_are_found_whole_folded_and_in_the_plural() -> None:
    assert words("A CEASEFIRE, several ceasefires, a cease‑fire; ceasefiring is no word of ours.") == [
        "CEASEFIRE", "ceasefires", "cease‑fire",
    ]  # fmt: skip
    assert keys("Both parties came.") == ["party"]
    assert keys("They told us; the US did not.") == ["us"]
    assert keys("Resolution\n2254 and resolution, 2254") == ["decision"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("اجتمعت اللَّجنة الدّستوريّة أمس", "committee"),
        ("دعوة للجنة الدستورية", "committee"),
        ("وباللجنة الدستورية", "committee"),
        ("لجنة دستورية أخرى", ""),  # the term has the article: another committee is not meant
        ("والهدنة التي أُعلنت", "truce"),
        ("للهدنة", "truce"),
        ("بهدنة قصيرة", "truce"),
        ("هــدنة", "truce"),
        ("بوقف اطلاق النار", "truce"),
        ("ولوقف إطلاق النار", "truce"),
        ("وقف إطلاق، النار", ""),
        ("وقرار المجلس", "decision"),
        ("القرار ٢٢٥٤", "decision"),
        ("قرارات", ""),
        ("مقرراً", ""),
    ],
)
def test_arabic_is_found_however_it_is_written(text: str, key: str) -> None:
    assert keys(text, "ar") == ([key] if key else [])


def test_the_longest_term_wins_and_quotations_are_left_alone() -> None:
    assert keys("the Civil Society Support Room and the support room") == ["cssr", "room"]
    assert words("القرار 2254", "ar") == ["القرار 2254"]
    assert keys("the group “Ceasefire Now” and «هدنة» ask for a ceasefire") == ["truce"]
    assert keys("غرفة دعم المجتمع المدني (CSSR)", "ar") == ["cssr", "cssr"]


def marked(html: str, language: str = "en") -> str:
    """Give a text of a page as it is underlined."""

    def find(text: str, said_in: str) -> list[tuple[int, int, str]]:
        return [(found.start, found.end, found.key) for found in Lexicon(said_in, KNOWN).find(text)]

    return str(underlined(html, language, find).html)


def linked(html: str, language: str = "en") -> list[str]:
    """Give the words that were linked."""
    return re.findall(r'<a class="term" [^>]*>([^<]*)</a>', marked(html, language))


def test_a_page_shows_each_term_at_its_first_use_and_nowhere_else() -> None:
    page = "<p>A ceasefire.</p><p>The ceasefire &amp; the CSSR.</p>"
    assert marked(page) == (
        '<p>A <a class="term" href="#term-truce" id="use-truce" role="doc-glossref">ceasefire</a>.</p>'
        '<p>The ceasefire &amp; the <a class="term" href="#term-cssr" id="use-cssr" role="doc-glossref">CSSR</a>.</p>'
    )


def test_headings_links_quotations_labels_and_names_are_left_as_they_are() -> None:
    for element in (
        '<h2 class="x">{}</h2>', '<a href="/x">{}</a>', "<blockquote><p>{}</p></blockquote>", "<cite>{}</cite>",
        "<q>{}</q>", '<section class="document-footnotes"><p>{}</p></section>', "<th>{}</th>", "<nav><p>{}</p></nav>",
        "<form><p>{}</p></form>", "<time>{}</time>", "<svg><text>{}</text></svg>",
    ):  # fmt: skip
        page = element.format("the ceasefire")
        assert marked(page) == page
        assert linked(f"{page}<p>a ceasefire<br>held</p>") == ["ceasefire"]


def test_entities_attributes_and_broken_markup_stay_what_they_are() -> None:
    assert marked('<p title="a ceasefire > b">R&amp;D &lt;ceasefire&gt;</p>').startswith('<p title="a ceasefire > b">R')
    assert linked("<p>support&nbsp;room</p>") == ["support&nbsp;room"]
    assert linked("<p>&quot;ceasefire now&quot; and a ceasefire</p>") == ["ceasefire"]
    assert linked("<p>support &amp; room</p>") == []
    for broken in ("a < b ceasefire", "</p></div>ceasefire", "<p>ceasefire", "<!-- <p> -->ceasefire", "<ceasefire"):
        assert re.sub(r'<a class="term"[^>]*>|</a>', "", marked(broken)) == broken


def test_words_in_another_language_are_searched_for_in_it() -> None:
    assert linked('<p>About <span lang="ar" dir="auto">والهدنة</span> and <b>ceasefire</b></p>') == ["والهدنة"]
    assert linked("<p>القرار 2254 وCSSR و CSSR</p>", "ar") == ["القرار 2254", "CSSR"]


def test_a_note_says_what_the_term_means_and_leads_back() -> None:
    note = Note(key="k", name="<b>", name_language="en", text="A & B", text_language="en", rest=("v1",), address="/x/")
    section = str(notes_below([note], heading="Terms", back="Back", more="More"))
    for part in ('id="term-k"', 'href="#use-k"', "&lt;b&gt;", "A &amp; B", 'role="doc-glossary"'):
        assert part in section
    assert str(notes_below([], heading="Terms", back="Back", more="More")) == ""
