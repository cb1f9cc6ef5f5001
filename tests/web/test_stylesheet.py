"""The style sheet: logical properties alone, complete, small, and what a reader can read."""

import re
from pathlib import Path

import brotli
import pytest

from supportroom.web import stylesheet

FILES = [pytest.param(path, id=path.name) for path in sorted(stylesheet.SOURCES.glob("*.css"))]
SIDES = "left|right|top|bottom"
PHYSICAL = {
    "a property of a side": rf"(?<![\w-])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:{SIDES})\b",
    "a corner of a side": r"border-(?:top|bottom)-(?:left|right)-radius",
    "a position of a side": rf"(?<=[{{;\s])(?:{SIDES})\s*:",
    "a physical size": r"(?<![\w-])(?:min-|max-)?(?:width|height)\s*:(?![^{};]*\)\s*\{)",
    "a value of a side": r"(?:text-align|float|clear|justify-[a-z]+|caption-side)\s*:\s*(?:left|right)\b",
    "a physical overflow": r"overflow-[xy]\b",
    "spaced letters": r"letter-spacing|word-spacing",
    "an address": r"url\(|@import",
    "a shout": r"!important",
}


def words_of(path: Path) -> str:
    return re.sub(r"@media[^{]*", "@media ", stylesheet.COMMENT.sub("", path.read_text("utf-8")))


def four_sided(css: str) -> list[str]:
    """Give every shorthand of four values whose two sides differ: it cannot turn with the direction."""
    found = re.findall(r"(?<![\w-])(?:margin|padding|inset|border-width|border-radius)\s*:\s*([^;{}]+)", css)
    values = [re.findall(r"\w+\([^)]*\)|\S+", value) for value in found]
    return [" ".join(parts) for parts in values if len(parts) == 4 and parts[1] != parts[3]]


@pytest.mark.parametrize("path", FILES)
def test_a_style_sheet_knows_no_left_and_no_right(path: Path) -> None:
    css = words_of(path)
    assert {what: re.findall(pattern, css) for what, pattern in PHYSICAL.items() if re.search(pattern, css)} == {}
    assert four_sided(css) == []


def test_the_check_would_see_a_physical_property() -> None:
    for wrong in ("a { margin-left: 0 }", "a{left:0}", "a { width: 3px }", "p { text-align: right }"):
        assert any(re.search(pattern, wrong) for pattern in PHYSICAL.values()), wrong
    assert four_sided("a { padding: 1px 2px 3px 4px }") == ["1px 2px 3px 4px"]


def test_every_file_stands_in_the_declared_order_once() -> None:
    named = [name for names in stylesheet.SHEETS.values() for name in names]
    assert sorted(set(named)) == [path.stem for path in sorted(stylesheet.SOURCES.glob("*.css"))]


def test_every_rule_stands_in_a_layer() -> None:
    for path in (path for sheet in stylesheet.SHEETS for path in stylesheet.sources(sheet)):
        css = stylesheet.squeezed(path.read_text("utf-8"))
        assert re.match(r"@layer [a-z, ]+[{;]", css), path.name


def test_the_joined_sheet_keeps_its_braces_and_loses_its_comments() -> None:
    css = stylesheet.joined()
    assert css.count("{") == css.count("}")
    assert "/*" not in css
    assert "\n" not in css


def test_the_joined_sheet_is_small_enough_for_a_bad_line() -> None:
    assert len(brotli.compress(stylesheet.joined().encode(), quality=11)) <= 8 * 1024


def test_the_finder_gives_the_joined_sheet_and_nothing_else() -> None:
    finder = stylesheet.StylesheetFinder()
    assert Path(finder.find("web/app.css")).read_text("utf-8") == stylesheet.joined()
    assert finder.find("web/app.css", find_all=True) == [finder.find("web/app.css")]
    assert finder.find("web/other.css") == []
    for name, storage in finder.list(None):
        with storage.open(name) as opened:
            assert opened.read().decode() == stylesheet.joined(name)
    assert [name for name, _storage in finder.list(None)] == list(stylesheet.SHEETS)


def test_a_published_document_is_styled_in_every_part() -> None:
    written = (stylesheet.SOURCES.parents[3] / "rendering" / "html.py").read_text("utf-8")
    named = set(re.findall(r"`((?:document|is)-[a-z]+)`", written.split('"""')[1]))
    css = (stylesheet.SOURCES / "document.css").read_text("utf-8")
    assert {name for name in named if f".{name}" not in css} == set()
    assert len(named) > 10
