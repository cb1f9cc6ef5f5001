"""Words that would like to be a program, on every way by which they come to a page (S34)."""

import re
from html.parser import HTMLParser

import jinja2
from hypothesis import given
from hypothesis import strategies as st

from supportroom.kernel.hygiene import is_web_address
from supportroom.rendering.html import to_html
from supportroom.rendering.tree import Document, Paragraph
from supportroom.web.formatting import said, said_in_paragraphs
from supportroom.web.jinja import Environment
from supportroom.workroom.mentions import LINK, pieces
from tests.architecture.house import templates

# After the OWASP list of evasions; one a line.
HOSTILE = """\
<script>alert(1)</script>
<ScRiPt src=//evil.example/x.js></sCrIpT>
"><script>alert(1)</script>
<img src=x onerror=alert(1)>
<img/src='x'/onerror=alert(1)>
<svg/onload=alert(1)>
<svg><script>1</script>
<body onload=alert(1)>
<iframe src=javascript:alert(1)>
<a href='javascript:alert(1)'>x</a>
<a href="jav\tascript:alert(1)">x</a>
<a href='&#106;avascript:alert(1)'>x</a>
[x](javascript:alert(1))
![x](https://evil.example/pixel.png)
<div style='background:url(javascript:1)'>
<style>@import'//evil'</style>
<link rel=stylesheet href=//evil.example>
<meta http-equiv=refresh content='0;url=//evil'>
<base href=//evil>
<object data=x>
<embed src=x>
<math><mi//xlink:href='data:x,<script>1</script>'>
<<b>script>1<</b>/script>
<scr\x00ipt>alert(1)</scr\x00ipt>
%3Cscript%3E
&lt;script&gt;
\\u003cscript\\u003e
{{ 7*7 }}{% raw %}
`-alert(1)-`
' onmouseover='alert(1)
" autofocus onfocus="alert(1)
<!--<img src='--><img src=x onerror=1>
<template><script>1</script></template>
<details open ontoggle=alert(1)>
\u202e\u2066<script>\u2069
""".splitlines()
OURS = {"article", "header", "h1", "section", "p", "span", "bdi", "a", "div"}
MARKS = {"lang", "dir", "class", "id", "href", "aria-label", "title"}
LATER = re.compile(r"https?:|^#|^/|^$")


class Reader(HTMLParser):
    """Notes elements, attributes and the text of a page, as a browser would."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.marks: dict[str, str] = {}
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.marks |= {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def pages_of(words: str) -> list[str]:
    """Give the words on every way to a page: a filter of ours, plain Jinja2, a document that is published."""
    plain = Environment(loader=jinja2.DictLoader({"page": '<p title="{{ words }}">{{ words }}</p>'}), autoescape=True)
    document = Document(title=words, language="en", direction="ltr", blocks=(Paragraph(text=words, language="ar"),))
    return [
        str(said(words, "ar")),
        str(said_in_paragraphs(words)),
        plain.get_template("page").render(words=words),
        to_html(document),
    ]


def test_s34_hostile_words_stay_words() -> None:
    for words in HOSTILE:
        for page in pages_of(words):
            read = Reader(page)
            assert read.tags <= OURS, page
            assert set(read.marks) <= MARKS, page
            assert LATER.match(read.marks.get("href", "")), page
        assert all(is_web_address(piece.words) for piece in pieces(words, {}) if piece.kind == LINK)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_s34_any_words_come_out_as_they_went_in(words: str) -> None:
    page = str(said(words, "ar"))
    read = Reader(page)
    assert (read.text, read.tags, set(read.marks)) == (words, {"span"}, {"lang", "dir"})


def test_s34_only_a_web_address_is_a_link() -> None:
    tricks = (
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https:evil",
        "file:///etc",
        " https://a.b\n",
    )
    assert [trick for trick in tricks if is_web_address(trick)] == []


def test_s34_no_link_opens_a_window_of_its_own_that_could_look_back() -> None:
    assert [path.name for path in templates() if re.search(r"<a\b[^>]*\starget=", path.read_text())] == []
